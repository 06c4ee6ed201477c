import Accounts
import ArgumentParser
import Reports

/// `query`
struct QueryCommand: AdminCommand {
  static let help = CommandHelp(
    "query", abstract: "Read the store by SQL",
    discussion: HelpText.discussion(
      """
      One SELECT, in the SQL of the store's engine. It reads views and changes nothing. The views \
      whose names begin with v_ have the same columns on SQLite and PostgreSQL, with amounts in \
      dollars and quantities in units. Under their plain names the tables have amounts in cents and \
      quantities in thousandths, which are whole numbers; use these for exact sums and comparisons. \
      Personal data is masked. --reveal shows it; it needs a supervisor and is recorded. Secrets are \
      never shown. Only functions on text, numbers, dates and JSON can be called. A query is stopped \
      after the number of seconds in the setting query.max-seconds.
      """,
      examples: [
        "query --tables",
        "query \"SELECT route, count(*) AS locations FROM v_location GROUP BY route\" "
          + "--sort -locations",
        "query \"SELECT bill, total FROM v_bill WHERE due_on < '2026-01-01'\" --csv",
        "query - --csv -o open.csv < open.sql",
      ]))
  static let standsAlone = true

  @Argument(help: "the query; - reads it from standard input") var sql: [String] = []
  @Flag(help: "list the views and tables with their columns instead") var tables = false

  func run(in context: CommandContext) throws -> ExitStatus {
    if tables {
      guard sql.isEmpty else { throw ValidationError("--tables takes no query") }
      try QueryTables.list(context)
      return .done
    }
    guard !sql.isEmpty else { throw ValidationError("query needs a query, e.g. \"SELECT …\"") }
    let text =
      sql == ["-"]
      ? String(
        decoding: try TextFiles.text(of: "-", in: context), as: UTF8.self)
      : sql.joined(separator: " ")
    let store = try context.store(.read)
    let bounds = QueryBounds(
      reveals: context.options.reveal, limit: .seconds(store.settings.integer(.querySeconds)),
      asksToStop: { SignalInbox.asksToStop })
    var note: String?
    try store.reading {
      let query = try StoreQuery(text, bounds, on: store)
      if try context.tellFields(query.columns) { return }
      note = QueryUnitsNote.note(on: text, answering: query.names)
      let answer = try QueryAnswer(
        query, fields: context.options.fields, sort: context.options.sort,
        limit: context.options.limit?.count)
      try context.answer() { writer in
        try answer.write(to: writer) { _ in try SignalInbox.check() }
      }
    }
    if !context.options.quiet, let note { context.say("note: \(note)") }
    return .done
  }
}
