/// Fields of the commands on delivery.
enum DeliveryFields {
  static let account = Field<AccountNumber>.argument("account", "account number")
  static let method = Field<DeliveryMethod>.argument("method", "what way bills go")
  static let email = Field<EmailAddress>.option(
    "email", "address for bills by e-mail; the last one where absent")
  static let on = Field<CivilDate>.option("on", "first day on which it holds; today where absent")
}

/// Decides what way an account's bills go.
public struct SetDelivery: Operation {
  public static let name = OperationName("delivery", "set")
  public static let summary = "Decide what way an account's bills go"
  public static let discussion = """
    A day ahead is pending until it comes; a later word withdraws it. Users who are linked to the \
    account are told by e-mail. Shut-off notices go on paper all the same where the setting \
    delivery.shut-off-on-paper says so.
    """
  public static let examples = [
    "delivery set 2000001 email --email pat@example.com", "delivery set 2000001 both",
    "delivery set 2000001 mail --on 2026-12-01", "delivery set --from preferences.csv --dry-run",
  ]
  public static let fields = [
    DeliveryFields.account.info, DeliveryFields.method.info, DeliveryFields.email.info,
    DeliveryFields.on.info,
  ]

  let choice: DeliveryChoice

  public init(_ input: Input) throws(Rejection) {
    choice = try DeliveryChoice(input)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let account = try books.account(choice.account)
    let day = choice.on ?? books.today
    try check(account, on: day)
    return try choice.apply(to: books)
  }

  private func check(_ account: Row<Account>, on day: CivilDate) throws(Stop) {
    guard !account.days.contains(day) else { return }
    if let closed = account[Account.closedOn], closed <= day {
      throw .refuse(
        .closed, field: "account", found: "\(account.words), closed from \(closed)",
        expected: "an account that is open on \(day)",
        mend: "open it again with `account open`, or name an earlier day")
    }
    throw .refuse(
      .dateOrder, field: "on",
      found: "\(day); \(account.words) opens on \(account[Account.openedOn])",
      expected: "\(account[Account.openedOn]) or a later day", mend: "name a later day")
  }
}

/// What staff or a citizen choose for an account's bills.
struct DeliveryChoice {
  let account: AccountNumber
  let method: DeliveryMethod
  let email: EmailAddress?
  let on: CivilDate?

  init(_ input: Input) throws(Rejection) {
    account = try input.require(DeliveryFields.account)
    method = try input.require(DeliveryFields.method)
    email = try input[DeliveryFields.email]?.signInName
    on = try input[DeliveryFields.on]
    if let email, !method.needsAddress {
      throw Rejection(
        .contradictory, field: "email", found: "\(email), though bills are to go by mail",
        expected: "an address with email or both alone",
        mend: "leave email out, or take email or both for method")
    }
  }

  /// - Parameter own: the address of who asks, where the account never had one.
  func apply(to books: Books, own: EmailAddress? = nil) throws(Stop) -> Effect {
    let address = try address(in: books, own: own)
    let day = on ?? books.today
    let done = try books.deliver(method, to: address, of: account, on: day)
    let way = method.way(to: address)
    guard done.isChanged else {
      return Effect("account \(account) is already so: bills go \(way)")
    }
    let settings = books.settings
    // Most accounts have no user; that alone is nothing to tell the operator.
    _ = try books.tell(of: account) {
      .deliveryChanged(account, method, address, from: day, to: $0, settings)
    }
    return Effect(
      "account \(account): bills go \(way) from \(day) on",
      notices: done.notices + (try bounced(address, in: books)))
  }

  private func address(in books: Books, own: EmailAddress?) throws(Stop) -> EmailAddress? {
    guard method.needsAddress else { return nil }
    if let email { return email }
    if let last = try books.lastDeliveryAddress(of: account) ?? own { return last }
    throw .refuse(
      .required, field: "email", found: "no address; account \(account) never had one for bills",
      expected:
        "an e-mail address, as bills are to go \(method == .both ? "by both ways" : "by it")",
      mend: "give email: the customer's address for bills")
  }

  private func bounced(_ address: EmailAddress?, in books: Books) throws(Stop) -> [String] {
    guard let address else { return [] }
    let bounces = try books.rows(DeliveryEvent.ofAccount, account).filter {
      $0[DeliveryEvent.email] == address && $0[DeliveryEvent.kind] == .bounce
    }
    guard let last = bounces.last else { return [] }
    return ["\(address) bounced before, last on \(last[DeliveryEvent.on])"]
  }
}
