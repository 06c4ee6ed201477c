package import Engines
package import Values

/// Rows of a file or a plan, each of which may say why.
extension ChangeTransaction {
  /// Applies operations as `perform(batch:)` does, and keeps for the journal why.
  /// - Parameter reasons: of each operation; nil where its row gives none.
  package func perform(
    batch operations: [any Mutation], reasons given: [String?]
  ) throws(StoreError) -> [Result<Performed, Rejection>] {
    // The journal has a line for each row that is written, in the same order.
    var lines = writtenRows
    let results = try perform(batch: operations)
    for (result, reason) in zip(results, given) {
      guard case .success(let performed) = result, !performed.isUnchanged else { continue }
      reasons.note(reason, at: lines + 1)
      lines += Int64(performed.changes.count)
    }
    guard reasons.isFull else { return results }
    do throws(StoreError) {
      try writeReasons()
    } catch {
      throw failing(error)
    }
    return results
  }

  /// Ends a command: the reason that all its rows give is the change's.
  func endReasons() throws(StoreError) {
    if let common = reasons.end(after: writtenRows) { add(reason: common) }
    try writeReasons()
    journal?.reasons = reasons.digestOfTaken
  }

  private func writeReasons() throws(StoreError) {
    let rows = reasons.take(of: journal?.change ?? 0)
    guard !isDryRun, !rows.isEmpty else { return }
    if let batch { return try batch.write(rows) { [] } }
    for row in rows { try connection.write(row) }
  }
}
