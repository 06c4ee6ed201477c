/// One customer moves out of an account and another in, on one day.
public struct MoveAccount: Operation {
  public static let name = OperationName("account", "move")
  public static let summary = "Move a customer out of an account and another in"
  public static let discussion = """
    Owner and tenant cease to answer for the account on that day and the new customer begins; a \
    payer stays, unless --role payer names the new one. Every service that runs stops for the \
    one and starts for the other, with the same meters. With --reading the one metered service \
    gets a final and an initial read.
    """
  public static let examples = ["account move 2000001 --cid 100005 --on 2026-11-20"]
  public static let fields = [
    AccountFields.account.info, AccountFields.cid.info, on.info, role.info, reading.info,
    AccountFields.reason.info,
  ]

  static let on = Field<CivilDate>.option(
    "on", required: true, "first day of the customer who moves in")
  static let role = Field<ResponsibilityRole>.option(
    "role", "how the new customer answers for the account; as the one before where absent")
  static let reading = Field<Quantity>.option("reading", "reading of the meter on that day")

  let account: AccountNumber
  let cid: CustomerID
  let on: CivilDate
  let role: ResponsibilityRole?
  let reading: Quantity?
  let reason: Remark?

  public init(_ input: Input) throws(Rejection) {
    account = try input.require(AccountFields.account)
    cid = try input.require(AccountFields.cid)
    on = try input.require(Self.on)
    role = try input[Self.role]
    reading = try input[Self.reading]
    reason = try input[AccountFields.reason]
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    _ = try books.customer(cid)
    let row = try books.account(account)
    let responsibilities = try books.responsibilities(of: row)
    if isDone(responsibilities) {
      return Effect("\(row.words) is already so: customer \(cid) moved in on \(on)")
    }
    try check(row)
    let leaving = try leaving(responsibilities)
    for responsibility in leaving { books.end(responsibility, on: on) }
    let newRole = role ?? leaving.first?[AccountCustomer.role] ?? .owner
    try books.addResponsibility(cid, for: row, as: newRole, DayInterval(from: on, to: nil))
    let moved = try moveServices(of: row, in: books)
    let ended = try books.endEFT(
      of: account, only: Set(leaving.map { $0[AccountCustomer.cid] }), on: on,
      reason: "customer moved out")
    let delivery = try endsPlace(leaving) ? books.endDelivery(of: account, on: on) : []
    return Effect(message(row, leaving, moved.names), notices: moved.notices + ended + delivery)
  }

  /// A payer who is replaced leaves those who live there, and their way of delivery.
  private func endsPlace(_ leaving: [Row<AccountCustomer>]) -> Bool {
    leaving.contains { $0[AccountCustomer.role] != .payer }
  }

  private func message(
    _ account: Row<Account>, _ leaving: [Row<AccountCustomer>], _ services: [String]
  ) -> String {
    let out = Set(leaving.map { $0[AccountCustomer.cid] }).sorted().map(\.text)
    return "\(account.words): customer \(cid) moves in on \(on)"
      + (out.isEmpty ? "" : ", \(out.joined(separator: ", ")) out")
      + (services.isEmpty ? "" : "; for the new customer: " + services.joined(separator: ", "))
  }

  private func isDone(_ responsibilities: [Row<AccountCustomer>]) -> Bool {
    responsibilities.contains {
      $0[AccountCustomer.cid] == cid && $0[AccountCustomer.fromOn] == on
        && (role.map { [$0] } ?? [.owner, .tenant]).contains($0[AccountCustomer.role])
    }
  }

  private func check(_ account: Row<Account>) throws(Stop) {
    if let closed = account[Account.closedOn] {
      throw .refuse(
        .closed, field: "account", found: "\(account.words), closed on \(closed)",
        expected: "an account that stays open",
        mend:
          "open it for the customer with `account open \(account[Account.account]) --cid \(cid) "
          + "--location \(account[Account.location]) --on \(max(on, closed))`")
    }
    let opened = account[Account.openedOn]
    guard opened < on else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(on); \(account.words) opened on \(opened)",
        expected: "a day after \(opened)", mend: "name a later day")
    }
  }

  /// Those who answer for the account no longer.
  private func leaving(
    _ responsibilities: [Row<AccountCustomer>]
  ) throws(Stop) -> [Row<AccountCustomer>] {
    let places = responsibilities.filter {
      $0[AccountCustomer.role] != .payer || role == .payer
    }
    if let later = places.first(where: { $0[AccountCustomer.fromOn] >= on && !$0.days.isEmpty }) {
      throw .refuse(
        .periodOverlaps, field: "on", found: "\(on); \(later.words)",
        expected: "a day after \(later[AccountCustomer.fromOn])", mend: "name a later day")
    }
    let leaving = places.filter { $0.days.isOpen(on: on) }
    if let own = leaving.first(where: {
      $0[AccountCustomer.cid] == cid && $0[AccountCustomer.role] == role ?? $0[AccountCustomer.role]
    }) {
      throw .refuse(
        .alreadyActive, field: "cid", found: own.words, expected: "a customer who moves in",
        mend: "name the customer who moves in, or another role")
    }
    return leaving
  }

  private func moveServices(
    of account: Row<Account>, in books: Books
  ) throws(Stop) -> (names: [String], notices: [String]) {
    let running = try ServicesOfAccount(account, in: books).standing {
      $0[Service.startOn] < on && $0.days.isOpen(on: on)
    }
    let read = try AccountReading(
      reading, for: running, of: account,
      mend: "stop each with `service stop` and a reading of its own, move the account without "
        + "reading, then start each with `service start`")
    var (names, notices) = ([String](), [String]())
    for (group, service) in running {
      let reading = read.reading(for: service)
      let stop = ServiceStop(
        services: group, service: service, on: on, reading: reading, reason: reason)
      let stopped = try stop.apply(to: books)
      let services = try books.services(of: group.type, on: account)
      let started = try ServiceStart(
        services: services, on: on, meters: stopped.meters, reading: reading, reason: reason
      ).apply(to: books)
      names.append(group.type[ServiceType.name].text)
      notices += try stopped.notices + started.notices + stop.suspensionEnded(in: books)
      if let stop = stopped.before {
        notices.append("\(group.words) was to stop on \(stop); for the new customer it goes on")
      }
    }
    return (names, notices)
  }
}
