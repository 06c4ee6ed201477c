import Engines
import Values

/// The accounts and meters whose history an undo changed: they must make sense afterwards, though
/// each row separately was still as the change had left it. There are never more than the city has.
struct TouchedRecords {
  private var accounts: Set<AccountNumber> = []
  /// Of suspensions, which do not name their account.
  private var services: Set<Int64> = []
  private var meters: Set<MeterSerial> = []
  private var installs: [MeterSerial: [Row<MeterInstall>]] = [:]
  private(set) var customers: Set<CustomerID> = []
  /// Somebody who was an admin.
  private var formerAdmin: StaffName?

  mutating func add(_ change: RowChange) {
    customers.formUnion(Self.customers(of: change))
    if let name = change.formerAdmin { formerAdmin = name }
    for values in [change.before, change.after] {
      guard let values else { continue }
      if change.table === MeterInstall.table {
        let install = Row<MeterInstall>(values: values)
        installs[install[MeterInstall.meter], default: []].append(install)
      }
      if change.table === Suspension.table {
        services.insert(Row<Suspension>(values: values)[Suspension.service])
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
  /// - Parameter isRedo: the change is an undo itself.
  func check(_ connection: any Connection, _ change: Int64, isRedo: Bool) throws {
    let state = isRedo ? "with this redo" : "without change \(change)"
    let rows = KeyedRows(connection)
    let suspended = try rows.by(Service.id, services.sorted()).values.joined()
    let accounts = accounts.union(suspended.map { $0[Service.account] })
    for numbers in accounts.sorted().chunks(of: KeyPage.count) {
      for account in try AccountHistory.load(Array(numbers), rows) {
        let number = account.account[Account.account]
        try refuse(account.errors(), state, history: "account \(word: number)")
      }
    }
    for serials in meters.sorted().chunks(of: KeyPage.count) {
      for meter in try MeterHistory.load(Array(serials), undone: installs, rows) {
        try refuse(
          meter.errors() + meter.readsWithoutInstall(in: installs[meter.serial] ?? []), state,
          history: "meter \(word: meter.serial)")
      }
    }
  }

  /// Refuses to leave a store without an operator who can add others.
  func refuseWithoutAdmin(_ connection: any Connection) throws {
    guard let formerAdmin else { return }
    let roles = try connection.all(Self.roles) { $0.datum(0).text ?? "" }
    guard !roles.isEmpty, !roles.contains(Role.admin.rawValue) else { return }
    throw Rejection(
      .movedSince, found: "\(formerAdmin), who is the only admin",
      expected: "another remaining admin", remedy: "add one first: `operator add NAME admin`")
  }

  private static let roles = Statement("SELECT DISTINCT role FROM operator", isShort: true)

  private func refuse(_ findings: [Finding], _ state: String, history record: String) throws {
    guard let finding = findings.first else { return }
    throw Rejection(
      .movedSince,
      found: "\(finding.record), which later changes depend on: \(state), \(finding.what)",
      expected: "a record that is valid \(state)",
      remedy: "undo the later changes of \(finding.record) first; see `history \(record)`")
  }
}

extension RowChange {
  /// The operator who is no longer an admin after it.
  fileprivate var formerAdmin: StaffName? {
    guard table === Operator.table, let before else { return nil }
    let row = Row<Operator>(values: before)
    let role = after.map { Row<Operator>(values: $0)[Operator.role] }
    return row[Operator.role] == .admin && role != .admin ? row[Operator.name] : nil
  }
}
