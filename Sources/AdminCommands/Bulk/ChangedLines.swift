import Accounts

/// Which lines of a file changed something that is still different after its last line: a change that a later
/// line takes back does not count.
struct ChangedLines {
  /// A record, as rows of the journal name it.
  private struct Record: Hashable {
    let table: String
    let key: ArraySlice<Datum>
  }

  /// By record, the last line that changed it, and what it was before the first one.
  private var records: [Record: (line: Int, before: [Datum]?)] = [:]
  private var areTooMany = false

  /// Memory does not grow with the file.
  private static let most = 100_000

  mutating func note(_ changes: [RowChange], line: Int) {
    guard !areTooMany else { return }
    for change in changes {
      let record = Record(table: change.table.name, key: change.key)
      var before = change.before
      if let known = records[record] { before = known.before }
      if before == change.after {
        records[record] = nil
      } else {
        records[record] = (line: line, before: before)
      }
    }
    guard records.count > Self.most else { return }
    areTooMany = true
    records = [:]
  }

  /// Those among some lines, in order; none of a file that has too many to tell.
  func among(_ lines: [Int]) -> [Int] {
    let changed = Set(records.values.map(\.line))
    return lines.filter(changed.contains)
  }
}
