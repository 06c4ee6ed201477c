import Engines
import Values

/// An account with everything about it that has a date.
struct AccountHistory {
  let account: Row<Account>
  let services: [Row<Service>]
  /// By the service's number; those of other accounts may be among them.
  let suspensions: [Int64: [Row<Suspension>]]
  let responsibilities: [Row<AccountCustomer>]

  /// The accounts of the numbers, in that order; what is not there is left out.
  static func load(
    _ numbers: [AccountNumber], _ rows: KeyedRows
  ) throws(StoreError) -> [AccountHistory] {
    let accounts = try rows.by(Account.account, numbers)
    let services = try rows.by(Service.account, numbers, " ORDER BY account, start_on, service")
    let suspensions = try rows.by(
      Suspension.service, services.values.flatMap { $0.map { $0[Service.id] } },
      " ORDER BY service, from_on")
    let responsibilities = try rows.by(
      AccountCustomer.account, numbers, " ORDER BY account, from_on")
    return numbers.compactMap { number in
      guard let account = accounts[number]?.first else { return nil }
      return AccountHistory(
        account: account, services: services[number] ?? [], suspensions: suspensions,
        responsibilities: responsibilities[number] ?? [])
    }
  }

  var record: String { "account \(account[Account.account])" }

  /// Every fault that the rules would have refused.
  func errors() -> [Finding] {
    serviceOverlaps() + suspensionOverlaps() + servicesOutsideLife() + responsibilityOverlaps()
  }

  private func serviceOverlaps() -> [Finding] {
    let notCancelled = services.filter { $0[Service.cancelledOn] == nil }
    guard notCancelled.count > 1 else { return [] }
    let codes = Set(notCancelled.map { $0[Service.code] }).sorted()
    return codes.flatMap { code in
      DatedRows.overlaps(
        notCancelled.filter { $0[Service.code] == code }, from: Service.startOn, to: Service.stopOn
      ).map { earlier, later in
        Finding(
          rule: .serviceOverlap, severity: .error, record: record,
          what: "two services \(code) at once: "
            + DatedRows.period(earlier[Service.startOn], earlier[Service.stopOn]) + " and "
            + DatedRows.period(later[Service.startOn], later[Service.stopOn]),
          remedy: "stop one with "
            + "\(run: "service stop", account[Account.account], code, options: ["on": "DATE"])")
      }
    }
  }

  private func suspensionOverlaps() -> [Finding] {
    services.flatMap { service in
      DatedRows.overlaps(
        suspensions[service[Service.id]] ?? [], from: Suspension.fromOn, to: Suspension.toOn
      ).map { earlier, later in
        Finding(
          rule: .suspensionOverlap, severity: .error, record: record,
          what: "two suspensions of service \(service[Service.code]) at once: "
            + DatedRows.period(earlier[Suspension.fromOn], earlier[Suspension.toOn]) + " and "
            + DatedRows.period(later[Suspension.fromOn], later[Suspension.toOn]),
          remedy: "find the change that suspended it again with "
            + "`history account \(word: account[Account.account])`, and undo it with `change undo`")
      }
    }
  }

  private func servicesOutsideLife() -> [Finding] {
    let opened = account[Account.openedOn]
    let closed = account[Account.closedOn]
    return services.compactMap { service in
      guard service[Service.cancelledOn] == nil else { return nil }
      let start = service[Service.startOn]
      let ends = service[Service.stopOn] ?? .distantFuture
      guard start < opened || ends > (closed ?? .distantFuture) else { return nil }
      return Finding(
        rule: .serviceOutsideAccount, severity: .error, record: record,
        what: "service \(service[Service.code]) runs "
          + DatedRows.period(start, service[Service.stopOn]) + ", the account "
          + DatedRows.period(opened, closed),
        remedy: start < opened
          ? "see `account show \(word: account[Account.account])`"
          : "stop it with "
            + String.run(
              "service stop", account[Account.account], service[Service.code],
              options: ["on": closed ?? start]))
    }
  }

  private func responsibilityOverlaps() -> [Finding] {
    guard responsibilities.count > 1 else { return [] }
    let parts = Set(responsibilities.map { Part($0) })
    return parts.sorted().flatMap { part in
      DatedRows.overlaps(
        responsibilities.filter { Part($0) == part },
        from: AccountCustomer.fromOn, to: AccountCustomer.toOn
      ).map { earlier, later in
        Finding(
          rule: .responsibilityOverlap, severity: .error, record: record,
          what: "customer \(part.cid) is responsible twice as \(part.role): "
            + DatedRows.period(earlier[AccountCustomer.fromOn], earlier[AccountCustomer.toOn])
            + " and "
            + DatedRows.period(later[AccountCustomer.fromOn], later[AccountCustomer.toOn]),
          remedy: "end one with "
            + String.run(
              "account set", account[Account.account],
              options: ["cid": part.cid, "role": part.role, "until": "DATE"]))
      }
    }
  }

  /// They make a stranger look like a former customer. They do not block an undo.
  func emptyResponsibilities() -> [Finding] {
    responsibilities.filter(\.days.isEmpty).map { row in
      Finding(
        rule: .responsibilityDays, severity: .error, record: record,
        what: "customer \(row[AccountCustomer.cid]) is responsible as "
          + "\(row[AccountCustomer.role]) on no day: "
          + DatedRows.period(row[AccountCustomer.fromOn], row[AccountCustomer.toOn]),
        remedy: "see whether a change wrote it with "
          + "\(run: "change verify", options: ["rows": nil])")
    }
  }

  /// A customer in a role; two customers may share one, e.g. as owners.
  private struct Part: Hashable, Comparable {
    let cid: CustomerID
    let role: String

    init(_ row: Row<AccountCustomer>) {
      cid = row[AccountCustomer.cid]
      role = row[AccountCustomer.role].rawValue
    }

    static func < (left: Part, right: Part) -> Bool {
      (left.cid, left.role) < (right.cid, right.role)
    }
  }

  /// Possible for a while: a customer moved out, and the next has not moved in.
  func warnings(on today: CivilDate) -> [Finding] {
    let closed = account[Account.closedOn] ?? .distantFuture
    guard account[Account.openedOn] <= today, today < closed else { return [] }
    let answers = responsibilities.contains { row in
      row[AccountCustomer.fromOn] <= today
        && today < (row[AccountCustomer.toOn] ?? .distantFuture)
    }
    guard !answers else { return [] }
    return [
      Finding(
        rule: .responsibleCustomer, severity: .warning, record: record,
        what: "open, and no customer is responsible for it on \(today)",
        remedy: "name one with "
          + String.run(
            "account set", account[Account.account],
            options: ["cid": "CID", "role": "ROLE", "on": "DATE"])
          + ", or close it with `account close`")
    ]
  }
}
