import Accounts
import ArgumentParser
import Reports

/// `query`
struct QueryCommand: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Read the store by SQL",
    discussion: HelpText.discussion(
      """
      One SELECT, in the SQL of the store's engine; it changes nothing. Amounts are in cents and \
      quantities in thousandths. Personal data needs --reveal, which is recorded; secrets are shown to \
      nobody.
      """,
      examples: [
        "query --tables",
        "query \"SELECT route, count(*) AS locations FROM location GROUP BY route\" --sort -locations",
        "query - --csv -o open.csv < open.sql",
      ]))

  @Argument(help: "the query; - reads it from standard input") var sql: [String] = []
  @Flag(help: "list the tables with their columns instead") var tables = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    if tables {
      guard sql.isEmpty else { throw ValidationError("--tables takes no query") }
      return try listTables(session)
    }
    guard !sql.isEmpty else { throw ValidationError("query needs a query, e.g. \"SELECT …\"") }
    let text =
      sql == ["-"]
      ? String(
        decoding: try TextFiles.text(of: "-", in: session), as: UTF8.self)
      : sql.joined(separator: " ")
    let store = try session.store(global, .read)
    try store.reading {
      let query = try StoreQuery(text, hiding: HiddenColumns(reveals: global.reveal), on: store)
      if try session.tellFields(global, query.columns) { return }
      let answer = try QueryAnswer(
        query, fields: global.fields, sort: global.sort, limit: global.limit?.count)
      try session.answer(global) { writer in
        try answer.write(to: writer) { _ in try SignalInbox.check() }
      }
    }
    return .done
  }

  private func listTables(_ session: Session) throws -> ExitStatus {
    let columns = ["table", "column", "kind", "seen"].map { ReportColumn.text($0) }
    try session.answer(global, list: "columns", columns) { add in
      for table in EntityCatalogue.tables {
        for column in table.columns {
          let isSecret = column.type == .secret
          let seen = isSecret ? "never" : column.isPersonal ? "with --reveal" : "always"
          try add([
            .text(table.name), .text(column.name), .text(column.type.unitWords), .text(seen),
          ])
        }
      }
    }
    return .done
  }
}

extension ColumnType {
  /// What the store holds, for those who reckon with it.
  fileprivate var unitWords: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .money: "cents"
    case .quantity: "thousandths"
    case .boolean: "0 or 1"
    case .date: "day"
    case .timestamp: "time"
    case .secret: "secret"
    }
  }
}
