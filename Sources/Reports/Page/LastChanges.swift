import Accounts

/// The last changes that a record and what belongs to it went through.
struct LastChanges {
  /// Rows of a table whose keys a query yields, with its arguments.
  private struct Part {
    let table: String
    let keys: String
    let arguments: [Datum]
  }

  private let parts: [Part]
  /// What moved or removed rows of the record, with its argument.
  private var taken: (lines: JournalLines, key: Datum)?

  static func ofAccount(_ account: AccountNumber, _ dialect: any Dialect) -> LastChanges {
    func owned(_ table: String, key: String? = nil) -> Part {
      let keys = "SELECT \(dialect.key(key ?? table)) FROM \(table) WHERE account = ?"
      return Part(table: table, keys: keys, arguments: [account.datum])
    }
    return LastChanges(
      parts: [
        Part(table: "account", keys: "?", arguments: [account.datum]),
        owned("account_customer"), owned("service"), owned("delivery_preference"),
        owned("eft_enrollment", key: "enrollment"), owned("link"),
      ], taken: (.taken(from: .account, dialect), account.datum))
  }

  static func ofCustomer(_ cid: CustomerID, _ dialect: any Dialect) -> LastChanges {
    LastChanges(
      parts: [Part(table: "customer", keys: "?", arguments: [cid.datum])],
      taken: (.taken(from: .cid, dialect), cid.datum))
  }

  static func ofUser(_ user: Int64, _ dialect: any Dialect) -> LastChanges {
    LastChanges(parts: [
      Part(table: "portal_user", keys: "?", arguments: [.text(String(user))]),
      Part(
        table: "link", keys: "SELECT \(dialect.key("link")) FROM link WHERE portal_user = ?",
        arguments: [.integer(user)]),
    ])
  }

  /// The last first; what was done is told by noun and verb, for a command line can hold more.
  func section(on store: Store) throws -> Page.Section {
    var found = parts.map {
      """
      SELECT change, number FROM change_row \
      WHERE table_name = '\($0.table)' AND row_key IN (\($0.keys))
      """
    }
    if let taken {
      found.append("SELECT t.change, CAST(NULL AS BIGINT) FROM (\(taken.lines.sql)) t")
    }
    var rows: [[PageValue]] = []
    try store.each(
      sql: """
        SELECT c.change, c.at, c.operator, c.command, \(ChangeSummary.reason(ofLine: "f.number")) \
        FROM (SELECT l.change, min(l.number) AS number \
        FROM (\(found.joined(separator: " UNION ALL "))) l GROUP BY l.change \
        ORDER BY l.change DESC LIMIT 5) f JOIN change c ON c.change = f.change \
        ORDER BY c.change DESC
        """, parts.flatMap(\.arguments) + (taken.map { [$0.key] } ?? [])
    ) { row in
      func word(_ index: Int) -> String {
        row.isNull(index) ? "" : String(decoding: row.text(index), as: UTF8.self)
      }
      let command = word(3).split(separator: " ").dropFirst().prefix(2).joined(separator: " ")
      rows.append([
        .integer(row.integer(0)), .date("\(store.settings.zone.day(of: Timestamp(row.datum(1))))"),
        .text(word(2)),
        .text(command), row.isNull(4) ? .null : .text(word(4)),
      ])
      return true
    }
    return .table(PageTable("changes", title: "Last changes", columns: Self.columns, rows: rows))
  }

  private static let columns = [
    ReportColumn("change", title: "Change", kind: .integer),
    ReportColumn("on", title: "On", kind: .date),
    ReportColumn("operator", title: "By", kind: .text),
    ReportColumn("command", title: "Command", kind: .text),
    ReportColumn("reason", title: "Reason", kind: .text),
  ]
}
