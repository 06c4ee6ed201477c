import Engines
import Values

/// Rows that are there although no change wrote them.
extension Store {
  /// - Parameter known: how many of the table's rows have a line in the journal. Rows are compared one by one
  ///   only where there are more.
  func findUnknown(
    in table: Table, beyond known: Int64, _ report: inout RowsReport,
    _ tell: (AlteredRow) throws -> Void
  ) throws {
    let name = table.name
    let count = try connection.first(once: "SELECT count(*) FROM \(name)") { $0.integer(0) } ?? 0
    guard count > known else { return }
    let unknown = """
      SELECT \(table.journalKey(of: name, dialect)) FROM \(name) \
      EXCEPT SELECT row_key FROM change_row WHERE table_name = '\(name)' ORDER BY 1
      """
    try connection.each(once: unknown, []) { row in
      let key = String(decoding: row.text(0), as: UTF8.self)
      guard !Self.isOfNewStore(key, in: table) else { return true }
      report.altered += 1
      try tell(AlteredRow(table, key: key, what: "it is there, though no change added it"))
      return true
    }
  }

  /// What migrations and `store init` write before there is a journal.
  private static let rowsOfNewStore = [
    StoredSetting.table.name: [Setting.city.rawValue, Setting.timeZone.rawValue],
    ServiceType.table.name: ["1000", "2000", "MXU"],
  ]

  static func isOfNewStore(_ key: String, in table: Table) -> Bool {
    rowsOfNewStore[table.name]?.contains(key) == true
  }

  /// Whether the store was filled by `store demo`.
  var isSampleCity: Bool {
    get throws { try first(Self.demo) { _ in true } ?? false }
  }

  private static let demo = Statement(
    "SELECT 1 FROM change WHERE change = 1 AND command LIKE 'store demo %'")
}
