import CSQLite
package import Values

/// Statements that are prepared for one use, such as those of reports.
extension SQLiteConnection {
  /// In KiB. Each sort of a statement takes as much memory as the page cache, and a report may have four. A smaller
  /// cache is as fast: a report reads its rows in order, and the system keeps the file's pages.
  private static let cacheBesideSorts: Int64 = 6144

  package func each(
    once sql: String, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    guard access == .read else { return try stepOnce(sql, arguments, body) }
    // Negative: in KiB; positive: in pages.
    var size: Int64 = 0
    try stepOnce("PRAGMA cache_size", []) { row in
      size = row.integer(0)
      return true
    }
    guard size < -Self.cacheBesideSorts else { return try stepOnce(sql, arguments, body) }
    try script("PRAGMA cache_size = -\(Self.cacheBesideSorts)")
    defer { try? script("PRAGMA cache_size = \(size)") }
    try stepOnce(sql, arguments, body)
  }

  func stepOnce(
    _ sql: String, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    let prepared = try SQLitePrepared(sql, on: self)
    defer { unsafe sqlite3_finalize(prepared.handle) }
    try step(prepared, arguments, body)
  }
}
