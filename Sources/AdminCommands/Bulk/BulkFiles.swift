/// What one attempt at a bulk run reads and writes besides the store.
struct BulkFiles {
  /// Of the input, in bytes; nil if it is no file.
  let size: Int?
  let rows: RowPrefetcher
  /// The fields that have a column.
  let columns: Set<String>
  /// Reads a bad row again.
  let words: RowWords
  let rejects: RejectsFile?
  let plan: (any Plan)?

  /// Leaves nothing behind of what was not finished.
  func discard() {
    plan?.discard()
    rejects?.discard()
  }
}
