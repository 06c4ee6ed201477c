import Engines
package import Ledger
package import Values

/// Closes an account: stops its services and ends all responsibilities.
package struct CloseAccount: Operation {
  package static let name = OperationName("account", "close")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].accounts
  package static let fields = [
    AccountFields.account.info, on.info, reading.info, AccountFields.reason.info,
  ]

  static let on = Field.day(
    "on", "first day on which the account is closed")
  static let reading = Field<Quantity>.option("reading", "final reading of the meter")

  let account: AccountNumber
  let on: CivilDate
  let reading: Quantity?
  let reason: Remark?

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(AccountFields.account)
    on = try input.require(Self.on)
    reading = try input[Self.reading]
    reason = try input[AccountFields.reason]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.account(account)
    let old = before[Account.closedOn]
    try check(before, today: books.today)
    if old != on { try books.checkIsPlanned(on) }
    var after = before
    after[Account.closedOn] = on
    books.update(before, to: after)
    let people = try endResponsibilities(of: before, in: books)
    let stopped = try stopServices(of: after, old: old, in: books)
    let ended = try books.endEFT(of: account, on: on, old: old, reason: "account closed")
    guard old != on || stopped.isChanged || !ended.isEmpty else {
      return Effect("\(after.phrase) is unchanged: closed on \(on)")
    }
    let open = old == on ? [] : try books.openBalances(of: people, on: account)
    return Effect(
      message(after, old, stopped.names, books.today), notices: open + stopped.notices + ended)
  }

  private func message(
    _ account: Row<Account>, _ old: CivilDate?, _ names: [String], _ today: CivilDate
  ) -> String {
    let services = names.isEmpty ? "" : "; stopped: " + names.joined(separator: ", ")
    guard let old else {
      return "\(account.phrase) \(on <= today ? "closed" : "closes") on \(on)\(services)"
    }
    return old == on
      ? "\(account.phrase), closed on \(on): final read recorded"
      : "closing of \(account.phrase) moved from \(old) to \(on)\(services)"
  }

  private func check(_ account: Row<Account>, today: CivilDate) throws(RuleError) {
    if let closed = account[Account.closedOn], closed != on, closed <= today {
      throw .refuse(
        .closed, field: "account", found: "\(account.phrase), closed on \(closed)",
        expected: "an open account",
        remedy: "undo that closing with `change undo`; or \(help: "account open") explains how "
          + "to reopen it")
    }
    let opened = account[Account.openedOn]
    guard opened < on else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(on); \(account.phrase) opened on \(opened)",
        expected: "a day after \(opened)",
        remedy: "use a later date; undo an account opened by mistake with `change undo`")
    }
  }

  /// Returns the customers whose responsibility ended.
  private func endResponsibilities(
    of account: Row<Account>, in books: Books
  ) throws(RuleError) -> Set<CustomerID> {
    let old = account[Account.closedOn]
    var people: Set<CustomerID> = []
    for row in try books.responsibilities(of: account) {
      guard row[AccountCustomer.fromOn] < on else {
        throw .refuse(
          .dateOrder, field: "on", found: "\(on); \(row.phrase)",
          expected: "a day after \(row[AccountCustomer.fromOn])", remedy: "")
      }
      let endsWithAccount = old != nil && row[AccountCustomer.toOn] == old
      guard row.days.isOpen(on: on) || endsWithAccount else { continue }
      books.end(row, on: on)
      people.insert(row[AccountCustomer.cid])
    }
    return people
  }

  private func stopServices(
    of account: Row<Account>, old: CivilDate?, in books: Books
  ) throws(RuleError) -> (isChanged: Bool, names: [String], notices: [String]) {
    var (isChanged, names, notices) = (false, [String](), [String]())
    let services = try ServicesOfAccount(account, in: books)
    for (group, service) in services.notCancelled(where: { $0[Service.startOn] >= on }) {
      try cancel(service, group, in: books)
      notices.append(
        "\(group.phrase), which was to start on \(service[Service.startOn]), is canceled")
    }
    let running = services.notCancelled { service in
      guard service[Service.startOn] < on else { return false }
      guard let stop = service[Service.stopOn] else { return true }
      return stop >= on || stop == old
    }
    let read = try AccountReading(
      reading, for: running, of: account,
      remedy: "stop each with `service stop` and its own reading, then close the account")
    for (group, service) in running {
      let stopped = try ServiceStop(
        services: group, service: service, on: on, reading: read.reading(for: service),
        reason: reason
      ).apply(to: books)
      if stopped.before != on { names.append(group.type[ServiceType.name].text) }
      isChanged = isChanged || stopped.isChanged
      notices += stopped.notices
    }
    return (isChanged, names, notices)
  }

  private func cancel(
    _ service: Row<Service>, _ group: AccountServices, in books: Books
  ) throws(RuleError) {
    let start = service[Service.startOn]
    guard start > books.today else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(on); \(group.phrase) started on \(start)",
        expected: "a day after \(start)", remedy: "")
    }
    try books.cancel(service, reason: reason)
  }
}
