import Engines
package import Ledger
package import Values

/// Fields of the commands on delivery.
package enum DeliveryFields {
  package static let account = Field<AccountNumber>.argument(of: Account.account)
  package static let method = Field<DeliveryMethod>.argument("method", "how bills are delivered")
  package static let email = Field<EmailAddress>.option(
    "email",
    "e-mail address for bills; default: the current one, or else the customer's or linked user's")
  package static let on = Field<CivilDate>.option(
    "on", "first day of the preference; default: today")
}

/// Sets how an account's bills are delivered.
package struct SetDelivery: Operation {
  package static let name = OperationName("delivery", "set")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].deliveries
  package static let fields = [
    DeliveryFields.account.info, DeliveryFields.method.info, DeliveryFields.email.info,
    DeliveryFields.on.info,
  ]

  let choice: DeliveryChoice

  package init(_ input: Input) throws(Rejection) {
    choice = try DeliveryChoice(input)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let account = try books.account(choice.account)
    let day = choice.on ?? books.today
    try check(account, on: day)
    let effect = try choice.apply(to: books)
    if books.hasChanges { try books.checkIsPlanned(day) }
    return effect
  }

  private func check(_ account: Row<Account>, on day: CivilDate) throws(RuleError) {
    guard !account.days.contains(day) else { return }
    if let closed = account[Account.closedOn], closed <= day {
      throw .refuse(
        .closed, field: "account", found: "\(account.phrase), closed from \(closed)",
        expected: "an account that is open on \(day)",
        remedy: "\(help: "account open") explains how to reopen it; or use an earlier date")
    }
    throw .refuse(
      .dateOrder, field: "on",
      found: "\(day); \(account.phrase) opens on \(account[Account.openedOn])",
      expected: "\(account[Account.openedOn]) or later", remedy: "")
  }
}

/// The choice of staff or a citizen for an account's bills.
package struct DeliveryChoice {
  package let account: AccountNumber
  let method: DeliveryMethod
  let email: EmailAddress?
  package let on: CivilDate?

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(DeliveryFields.account)
    method = try input.require(DeliveryFields.method)
    email = try input[DeliveryFields.email]?.signInName
    on = try input[DeliveryFields.on]
    if let email, !method.needsAddress {
      throw Rejection(
        .contradictory, field: "email", found: "\(email), with delivery by mail",
        expected: "an address only with email or both",
        remedy: "leave out the address, or use the method email or both")
    }
  }

  /// - Parameter own: the requester's address, used where bills go to none; who has one chooses again.
  package func apply(to books: Books, own: EmailAddress? = nil) throws(RuleError) -> Effect {
    let day = on ?? books.today
    let found = try address(in: books, on: day, own: own)
    let address = found?.email
    if own == nil, let effect = try comesAgain(to: address, on: day, in: books) { return effect }
    let done = try books.deliver(method, to: address, of: account, on: day)
    let way = method.way(to: email?.text ?? address?.masked)
    guard done.isChanged else {
      return Effect("account \(account) is unchanged: bill delivery \(way)")
    }
    let settings = books.settings
    // Most accounts have no user, so this alone needs no notice.
    _ = try books.tell(of: account, on: max(day, books.today), event: day) {
      .deliveryChanged(account, method, address, from: day, to: $0, settings)
    }
    return Effect(
      "account \(account): bill delivery \(way) starting \(day)",
      notices: done.notices + (found?.phrase.map { [$0] } ?? [])
        + (try bounced(address, in: books)), day: RecordDay(day, isGiven: on != nil))
  }

  /// What to do with a file's row whose preference was in the store before and was ended since.
  private func comesAgain(
    to address: EmailAddress?, on day: CivilDate, in books: Books
  ) throws(RuleError) -> Effect? {
    guard books.repeats.isOfFile else { return nil }
    let known = try books.baseline(of: DeliveryPreference.self)
    func isSame(_ row: Row<DeliveryPreference>) -> Bool {
      row[DeliveryPreference.method] == method && row[DeliveryPreference.email] == address
    }
    let current = try books.delivery(of: account, on: day)
    guard !(current.map(isSame) ?? (method == .mail)) else { return nil }
    let ended = try books.rows(DeliveryPreference.newest, account).first {
      $0[DeliveryPreference.id] <= known && isSame($0) && !$0.days.isOpen(on: day)
    }
    // A row that names a day after the end is another choice.
    guard let ended, let end = ended[DeliveryPreference.toOn], on.map({ $0 <= end }) ?? true
    else { return nil }
    let ending = ended.days.isEmpty ? "was withdrawn" : "ended on \(end)"
    return try books.leaveEnded(
      "the preference of account \(account), \(ended.way), which \(ending)", field: "method",
      expected: "a preference that was not ended since")
  }

  private func address(
    in books: Books, on day: CivilDate, own: EmailAddress?
  ) throws(RuleError) -> DeliveryAddress? {
    guard method.needsAddress else { return nil }
    if let email { return DeliveryAddress(email: email, phrase: nil) }
    var search = DeliveryAddressSearch(account: account, day: day, own: own)
    if let found = try search.find(in: books) { return found }
    let passed = search.unusable.isEmpty ? "" : " (\(search.unusable.joined(separator: "; ")))"
    throw .refuse(
      .required, field: "email",
      found: "no address that account \(account), its customer or a linked user has\(passed)",
      expected:
        "an e-mail address, because bills go \(method == .both ? "both ways" : "by e-mail")",
      remedy: "needed: the customer's e-mail address for bills")
  }

  private func bounced(_ address: EmailAddress?, in books: Books) throws(RuleError) -> [String] {
    guard let address else { return [] }
    let last = try books.rows(DeliveryEvent.bouncesOnAccount, account, address).first
    guard let last else { return [] }
    return ["\(address.masked) bounced before, last on \(last[DeliveryEvent.on])"]
  }
}
