import Crypto
package import Engines
import Values

/// A file of bad rows is recognized by its rows: each is a mark of the change that applied the
/// other rows, made from what the file has after the row's own cells.
extension ChangeMark {
  /// - Parameter words: line, field, code and message.
  package static func leftOut(_ words: [String]) -> ChangeMark {
    var hasher = SHA256()
    for word in words { hasher.update(data: Array("\(word.utf8.count):\(word)".utf8)) }
    return ChangeMark(.rejects, fingerprint: hexText(hasher.finalize().prefix(8)))
  }
}

extension Books {
  /// The changes whose runs left out all of these rows.
  package func changes(leavingOut rows: [ChangeMark]) throws(RuleError) -> Set<Int64> {
    var runs: Set<Int64>?
    for row in rows {
      var found: Set<Int64> = []
      try each(
        sql: "SELECT change FROM job WHERE fingerprint = ? AND source = ?",
        [.text(row.fingerprint), .text(row.source.rawValue)]
      ) { found.insert($0.integer(0)).inserted }
      runs = runs?.intersection(found) ?? found
    }
    return runs ?? []
  }

  /// Whether a row that says what is on record may be another one: an earlier run left it out.
  package var mayBeEqualRow: Bool { rowWasRejected && repeats == .refuse }

  /// Whether only the runs that left out the current row have written the record: two rows of one file
  /// do not correct each other.
  package func isOfSameFile<E: Entity>(
    _ entity: E.Type, _ key: String
  ) throws(RuleError) -> Bool {
    guard rowWasRejected, !earlierRuns.isEmpty else { return false }
    var isOwn = false
    // The index is for the one table. This change, which may have other rows of the file, has no header yet.
    let sql = """
      SELECT r.change FROM change_row r JOIN change c ON c.change = r.change \
      WHERE r.table_name = '\(E.table.name)' AND r.row_key = ?
      """
    let runs = earlierRuns
    try each(sql: sql, [.text(key)]) { row in
      isOwn = runs.contains(row.integer(0))
      return isOwn
    }
    return isOwn
  }
}
