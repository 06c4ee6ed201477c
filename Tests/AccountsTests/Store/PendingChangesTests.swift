import Testing

@testable import Engines
@testable import Ledger
@testable import Values

@Suite("Changes of an operation before they are written")
struct PendingChangesTests {
  @Test("few or many rows have one net change each, in the order of the first", arguments: 1...20)
  func netChanges(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rows = Int64.random(in: 1...60, using: &random)
    var pending = PendingChanges()
    var expected: [RowChange] = []
    var current: [Int64: [Datum]] = [:]
    for number in 1...rows where number % 2 == 0 {
      current[number] = [.integer(number), .integer(0)]
    }
    for _ in 0..<200 {
      let table = Bool.random(using: &random) ? Payment.table : Customer.table
      let number = Int64.random(in: 1...rows, using: &random) * 2
      let key = table === Payment.table ? number : number + 1
      let value = Int64.random(in: 0...2, using: &random)
      let change = RowChange(
        table: table, before: current[key],
        after: value == 2 ? nil : [.integer(key), .integer(value)])
      guard change.before != nil || change.after != nil else { continue }
      current[key] = change.after
      pending.record(change)
      Self.record(change, in: &expected)
      #expect(Self.values(pending.all) == Self.values(expected))
      #expect(pending.isEmpty == expected.isEmpty)
      #expect(
        Self.values(pending.of(table)) == Self.values(expected.filter { $0.table === table }))
      let found = expected.filter { $0.table === table && $0.key == change.key }
      #expect(Self.values(pending.of(table, change.key).map { [$0] } ?? []) == Self.values(found))
    }
    pending.removeAll()
    #expect(pending.isEmpty && pending.all.isEmpty && pending.of(Payment.table).isEmpty)
  }

  /// The same, one row after the other.
  private static func record(_ change: RowChange, in changes: inout [RowChange]) {
    let place = changes.firstIndex { $0.table === change.table && $0.key == change.key }
    guard let place else {
      changes.append(change)
      return
    }
    let before = changes[place].before
    changes[place] = RowChange(table: change.table, before: before, after: change.after)
    if before == change.after { changes.remove(at: place) }
  }

  private static func values(_ changes: [RowChange]) -> [[[Datum]]] {
    changes.map { [$0.before ?? [], $0.after ?? []] }
  }
}
