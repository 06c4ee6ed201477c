package import Engines

/// What to do with a row that says what is on record already, where nothing but its words tells.
package enum RepeatPolicy: Sendable {
  /// Somebody types it: it is done, with a note.
  case note
  /// A file, which may have come twice: it is refused.
  case refuse
  case skip
  /// It is meant.
  case again
}

/// Which rows on record the rows of this change have been matched with, so that two equal rows of a
/// file are two. What an operation claims counts when the operation has ended well.
struct RepeatedRows {
  private var claimed: Set<Int64> = []
  private var lines = RecentKeys()
  private var pendingNumbers: [Int64] = []
  private var pendingLines: [String] = []
  /// The greatest keys before the change.
  private var baselines: [String: Int64] = [:]

  func hasClaimed(_ number: Int64) -> Bool {
    claimed.contains(number) || pendingNumbers.contains(number)
  }

  func hasClaimed(line: String) -> Bool { lines.contains(line) || pendingLines.contains(line) }

  mutating func claim(_ number: Int64) { pendingNumbers.append(number) }
  mutating func claim(line: String) { pendingLines.append(line) }

  mutating func keep() {
    claimed.formUnion(pendingNumbers)
    for line in pendingLines { lines.insert(line) }
    drop()
  }

  mutating func drop() {
    pendingNumbers.removeAll(keepingCapacity: true)
    pendingLines.removeAll(keepingCapacity: true)
  }

  func baseline(_ table: Table) -> Int64? { baselines[table.name] }
  mutating func setBaseline(_ table: Table, _ key: Int64) { baselines[table.name] = key }
}

/// The last hundred thousand keys or so: lines of a bill stand near each other in a file.
private struct RecentKeys {
  private var new: Set<String> = []
  private var old: Set<String> = []

  func contains(_ key: String) -> Bool { new.contains(key) || old.contains(key) }

  mutating func insert(_ key: String) {
    if new.count >= 100_000 { (old, new) = (new, []) }
    new.insert(key)
  }
}

extension Books {
  /// Whether a row on record was matched with another row of this change, or was added by it.
  package func hasClaimed(_ number: Int64) -> Bool { repeated.hasClaimed(number) }
  package func hasClaimed(line: String) -> Bool { repeated.hasClaimed(line: line) }
  package func claim(_ number: Int64) { repeated.claim(number) }
  package func claim(line: String) { repeated.claim(line: line) }

  /// The greatest key that the table had before this change.
  package func baseline<E: Entity>(of entity: E.Type) throws(RuleError) -> Int64 {
    if let known = repeated.baseline(E.table) { return known }
    let key = try direct.greatestKey(of: E.table)
    repeated.setBaseline(E.table, key)
    return key
  }
}
