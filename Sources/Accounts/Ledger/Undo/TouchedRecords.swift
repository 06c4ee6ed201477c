import Engines
import Values

/// The accounts and meters whose history an undo changed: they must make sense afterwards, though
/// each row by itself was still as the change had left it. There are never more than the city has.
struct TouchedRecords {
  private var accounts: Set<AccountNumber> = []
  private var meters: Set<MeterSerial> = []

  mutating func add(_ change: RowChange) {
    for values in [change.before, change.after] {
      guard let values else { continue }
      for column in change.table.columns {
        switch column.historyOf {
        case .account: accounts.insert(AccountNumber(values[column.index]))
        case .meter: meters.insert(MeterSerial(values[column.index]))
        case nil: continue
        }
      }
    }
  }

  /// Refuses where a later change was built on what the undo takes away.
  func check(_ connection: any Connection, _ change: Int64) throws {
    let rows = KeyedRows(connection)
    for numbers in Self.pages(accounts) {
      for account in try AccountHistory.load(numbers, rows) {
        try refuse(account.errors(), change)
      }
    }
    for serials in Self.pages(meters) {
      for meter in try MeterHistory.load(serials, rows) { try refuse(meter.errors(), change) }
    }
  }

  private static func pages<Key: Comparable>(_ keys: Set<Key>) -> [[Key]] {
    let keys = keys.sorted()
    return stride(from: 0, to: keys.count, by: KeyPage.count).map {
      Array(keys[$0..<min($0 + KeyPage.count, keys.count)])
    }
  }

  private func refuse(_ findings: [Finding], _ change: Int64) throws {
    guard let finding = findings.first else { return }
    throw Rejection(
      .movedSince,
      found: "\(finding.record), on which later changes rest: without change \(change), "
        + finding.what,
      expected: "a record that makes sense without change \(change)",
      remedy: "undo the later changes of \(finding.record) first; see `explain` and `change list`")
  }
}
