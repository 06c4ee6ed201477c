import Engines
import Values

/// The accounts and meters whose history an undo changed: they must make sense afterwards, though
/// each row separately was still as the change had left it. There are never more than the city has.
struct TouchedRecords {
  private var accounts: Set<AccountNumber> = []
  private var meters: Set<MeterSerial> = []
  private var installs: [MeterSerial: [Row<MeterInstall>]] = [:]

  mutating func add(_ change: RowChange) {
    for values in [change.before, change.after] {
      guard let values else { continue }
      if change.table === MeterInstall.table {
        let install = Row<MeterInstall>(values: values)
        installs[install[MeterInstall.meter], default: []].append(install)
      }
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
    for numbers in accounts.sorted().chunks(of: KeyPage.count) {
      for account in try AccountHistory.load(Array(numbers), rows) {
        let number = account.account[Account.account]
        try refuse(account.errors(), change, history: "account \(word: number)")
      }
    }
    for serials in meters.sorted().chunks(of: KeyPage.count) {
      for meter in try MeterHistory.load(Array(serials), undone: installs, rows) {
        try refuse(
          meter.errors() + meter.readsWithoutInstall(in: installs[meter.serial] ?? []), change,
          history: "meter \(word: meter.serial)")
      }
    }
  }

  private func refuse(_ findings: [Finding], _ change: Int64, history record: String) throws {
    guard let finding = findings.first else { return }
    throw Rejection(
      .movedSince,
      found: "\(finding.record), which later changes depend on: without change \(change), "
        + finding.what,
      expected: "a record that is valid without change \(change)",
      remedy: "undo the later changes of \(finding.record) first; see `history \(record)`")
  }
}
