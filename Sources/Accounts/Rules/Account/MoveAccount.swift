import Engines
package import Ledger
package import Values

/// Moves one customer out of an account and another in, on the same day.
package struct MoveAccount: Operation {
  package static let name = OperationName("account", "move")
  package static let leastRole = Role.clerk
  package static let writes =
    [TableWrite].accounts + .customers + .payers
    + [.insert(Bill.table), .insert(BillLine.table)]
  package static let fields = [
    AccountFields.account.info, AccountFields.cid.info, on.info, role.info, reading.info,
    leaving.info, forwardAddress.info, transferBalance.info, keep.info, AccountFields.reason.info,
  ]

  static let on = Field.day("on", "new customer's first day")
  static let role = Field<ResponsibilityRole>.option(
    "role", "role of the new customer; default: the previous customer's role")
  static let reading = Field<Quantity>.option("reading", "reading of the meter on that day")

  static let leaving = Field<Remark>.option(
    "leaving", "IDs of the customers who move out, or all; needed if more than one could")
  static let forwardAddress = Field<Line>.option(
    "forward-address", "mailing address for the last bill, e.g. 12 Elm St, Ames, IA 50010")
  static let transferBalance = Field<AccountNumber>.option(
    "transfer-balance", "the leaving customer's next account, to which the balance is transferred")
  static let keep = Field<YesNo>.option(
    "keep", "yes: the balance stays on the account, e.g. under a landlord agreement")

  let account: AccountNumber
  let cid: CustomerID
  let on: CivilDate
  let role: ResponsibilityRole?
  let reading: Quantity?
  let reason: Remark?
  private let wanted: LeavingCustomers.Wanted?
  private let options: FinalBalance.BalanceOptions

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(AccountFields.account)
    cid = try input.require(AccountFields.cid)
    on = try input.require(Self.on)
    role = try input[Self.role]
    reading = try input[Self.reading]
    reason = try input[AccountFields.reason]
    wanted = try input[Self.leaving].map { (line) throws(Rejection) in
      try LeavingCustomers.Wanted(line)
    }
    options = FinalBalance.BalanceOptions(
      forward: try input[Self.forwardAddress], transferTo: try input[Self.transferBalance],
      isKept: try input[Self.keep] == .yes)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    _ = try books.customer(cid)
    let row = try books.account(account)
    let responsibilities = try books.responsibilities(of: row, onOrAfter: on)
    if isDone(responsibilities) {
      let notices = try readLater(row, in: books)
      return Effect(
        "\(row.phrase)\(books.hasChanges ? "" : " is unchanged"): customer \(cid) moved in on \(on)",
        notices: notices)
    }
    try check(row)
    try books.checkIsPlanned(on)
    let people = try LeavingCustomers(
      responsibilities, on: on, role: role, wanted: wanted, newcomer: cid, in: books)
    let leaving = people.leaving
    let payers = try KeptPayers(of: account, since: on, in: books)
    for responsibility in leaving { books.end(responsibility, on: on) }
    let newRole = role ?? leaving.first?[AccountCustomer.role] ?? .owner
    try books.addResponsibility(cid, for: row, as: newRole, DayInterval(from: on, to: nil))
    let kept = try payers.keep(in: books)
    let balance = try FinalBalance(account: row, on: on, options: options)
      .settle(leaving, newcomer: cid, in: books)
    // Another payer lives nowhere else.
    let moved = role == .payer ? (names: [], notices: []) : try moveServices(of: row, in: books)
    let ended = try books.endEFT(
      of: account, only: Set(leaving.map { $0[AccountCustomer.cid] }), on: on,
      reason: "customer moved out")
    let delivery = try endsPlace(leaving) ? books.endDelivery(of: account, on: on) : []
    return Effect(
      message(row, people, moved.names), moneyNotices: kept,
      notices: balance + moved.notices + ended + delivery)
  }

  /// Replacing a payer does not affect the occupants or their bill delivery.
  private func endsPlace(_ leaving: [Row<AccountCustomer>]) -> Bool {
    leaving.contains { $0[AccountCustomer.role] != .payer }
  }

  private func message(
    _ account: Row<Account>, _ people: LeavingCustomers, _ services: [String]
  ) -> String {
    let out = Set(people.leaving.map { $0[AccountCustomer.cid] }).sorted().map(\.text)
    let stay = people.staying.map { "\($0[AccountCustomer.cid]) (\($0[AccountCustomer.role]))" }
    return "\(account.phrase): customer \(cid) moves in on \(on)"
      + (out.isEmpty ? "" : ", \(out.joined(separator: ", ")) out")
      + (stay.isEmpty ? "" : ", \(stay.joined(separator: ", ")) stays")
      + (services.isEmpty ? "" : "; for the new customer: " + services.joined(separator: ", "))
  }

  private func isDone(_ responsibilities: [Row<AccountCustomer>]) -> Bool {
    responsibilities.contains {
      $0[AccountCustomer.cid] == cid && $0[AccountCustomer.fromOn] == on
        && (role.map { [$0] } ?? [.owner, .tenant]).contains($0[AccountCustomer.role])
    }
  }

  private func check(_ account: Row<Account>) throws(RuleError) {
    if let closed = account[Account.closedOn] {
      throw .refuse(
        .closed, field: "account", found: "\(account.phrase), closed on \(closed)",
        expected: "an open account",
        remedy:
          "open it for the customer with "
          + String.run(
            "account open", account[Account.account],
            options: ["cid": cid, "location": account[Account.location], "on": max(on, closed)])
      )
    }
    let opened = account[Account.openedOn]
    guard opened < on else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(on); \(account.phrase) opened on \(opened)",
        expected: "a day after \(opened)", remedy: "")
    }
  }

  /// A reading that comes after the move was entered.
  private func readLater(_ account: Row<Account>, in books: Books) throws(RuleError) -> [String] {
    let begun = try ServicesOfAccount(account, onOrAfter: on, in: books).notCancelled {
      $0[Service.startOn] == on
    }
    let read = try AccountReading(
      reading, for: begun, of: account, remedy: "add each reading with `read add`")
    var notices: [String] = []
    for (group, service) in begun {
      guard let reading = read.reading(for: service) else { continue }
      let meters = try books.installs(of: service, on: on).map { $0[MeterInstall.meter] }
      guard let serial = meters.first, meters.count == 1 else {
        throw group.severalMeters(
          try meters.map { (serial) throws(RuleError) in try books.meter(serial) }, on: on,
          reason: .final)
      }
      notices += try books.record(
        NewRead(meter: try books.meter(serial), on: on, reading: reading, reason: .final)
      ).notices
    }
    return notices
  }

  private func moveServices(
    of account: Row<Account>, in books: Books
  ) throws(RuleError) -> (names: [String], notices: [String]) {
    let running = try ServicesOfAccount(account, onOrAfter: on, in: books).notCancelled {
      $0[Service.startOn] < on && $0.days.isOpen(on: on)
    }
    let read = try AccountReading(
      reading, for: running, of: account,
      remedy: "stop each with `service stop` and its own reading, move the account without "
        + "reading, then start each with `service start`")
    var (names, notices) = ([String](), [String]())
    for (group, service) in running {
      let reading = read.reading(for: service)
      let stop = ServiceStop(
        services: group, service: service, on: on, reading: reading, reason: reason)
      let stopped = try stop.apply(to: books)
      // The one that stopped that day is among them: the new one goes on in its class.
      let services = try books.services(
        of: group.type, on: account, onOrAfter: on.adding(days: -1))
      let started = try ServiceStart(
        services: services, on: on, meters: stopped.meters, reading: reading, reason: reason
      ).apply(to: books)
      names.append(group.type[ServiceType.name].text)
      notices += try stopped.notices + started.notices + stop.suspensionEnded(in: books)
      if let stop = stopped.before {
        notices.append("\(group.phrase) was to stop on \(stop); it continues for the new customer")
      }
    }
    return (names, notices)
  }
}
