import Engines

/// The marks of a change, which keep it from being made twice.
struct ChangeMarks {
  private(set) var own: Set<ChangeMark> = []
  private(set) var counts: [ChangeMark: RunCounts] = [:]
  private var ofEarlier: [(mark: ChangeMark, change: Int64)] = []

  var hasEarlier: Bool { !ofEarlier.isEmpty }

  /// - Parameter counts: of a run, what became of its rows.
  mutating func add(_ mark: ChangeMark, _ counts: RunCounts?) {
    own.insert(mark)
    self.counts[mark] = counts
  }

  /// Another mark of an earlier change.
  mutating func add(_ mark: ChangeMark, ofEarlier change: Int64) {
    ofEarlier.append((mark, change))
  }

  func writeEarlier(on connection: any TransactionalConnection) throws(StoreError) {
    for (mark, change) in ofEarlier {
      try connection.run(ChangeMark.insert, mark.cells(change: change))
    }
  }
}
