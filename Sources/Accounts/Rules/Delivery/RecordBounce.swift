import Engines
package import Ledger
package import Values

/// Records that an e-mailed bill bounced.
package struct RecordBounce: Operation {
  package static let name = OperationName("delivery", "bounce")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].deliveries
  package static let fields = [account.info, email.info, on.info, code.info, type.info]

  static let account = Field<AccountNumber>.argument(
    "account", required: false, "account number; default: every account with the address")
  static let email = Field<EmailAddress>.option("email", "e-mail address that bounced")
  static let on = Field<CivilDate>.option(
    "on", "day of the bounce; default: today, but required in a file")
  static let code = Field<BounceCode>.option("code", "mail provider's status code, e.g. 5.1.1")
  static let type = Field<BounceType>.option("type", "type of bounce; default: soft")

  let account: AccountNumber?
  let email: EmailAddress?
  let on: CivilDate?
  let code: Line?
  let type: BounceType

  package init(_ input: Input) throws(Rejection) {
    account = try input[Self.account]
    email = try input[Self.email]?.signInName
    on = try input[Self.on]
    code = try input[Self.code].map { Line(trusted: $0.text) }
    type = try input[Self.type] ?? .soft
    if account == nil, email == nil {
      throw Rejection(
        .required, field: "account", found: "neither an account nor an e-mail address",
        expected: "one of them, or both", remedy: "add the account or the address")
    }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    // It would count once more when the file is imported again on another day.
    guard on != nil || !books.repeats.isOfFile else {
      throw .rejected(
        .missing(Self.on.info, needed: "day of the bounce, so that the same file counts it once"))
    }
    let day = on ?? books.today
    guard day <= books.today else {
      throw .refuse(
        .outOfRange, field: "on", found: "\(day)", expected: "today or earlier",
        remedy: "check the date")
    }
    let held = try inForce(on: day, in: books).filter {
      $0[DeliveryPreference.method].needsAddress
    }
    guard !held.isEmpty else {
      return try nothingHeld(try preferences(in: books), on: day, in: books)
    }
    var done: [String] = []
    var notices: [String] = []
    var duplicate: PossibleDuplicate?
    for row in held {
      guard let effect = try record(row, on: day, in: books) else { continue }
      done.append(effect.message)
      notices += effect.notices
      duplicate = duplicate ?? effect.possibleDuplicate
    }
    guard !done.isEmpty else { return known(held[0], on: day) }
    return Effect(
      done.joined(separator: "; "), notices: notices, possibleDuplicate: duplicate,
      day: RecordDay(day, isGiven: on != nil))
  }

  private func inForce(
    on day: CivilDate, in books: Books
  ) throws(RuleError) -> [Row<DeliveryPreference>] {
    var held: [Row<DeliveryPreference>] = []
    for account in try accounts(in: books) {
      guard let row = try books.delivery(of: account, on: day), isMeant(row) else { continue }
      held.append(row)
    }
    return held
  }

  private func accounts(in books: Books) throws(RuleError) -> [AccountNumber] {
    if let account { return [try books.account(account)[Account.account]] }
    var accounts: [AccountNumber] = []
    var last = ""
    while let row = try books.rows(DeliveryPreference.onNextAccount, email, last).first {
      accounts.append(row[DeliveryPreference.account])
      last = row[DeliveryPreference.account].text
    }
    return accounts
  }

  private func isMeant(_ row: Row<DeliveryPreference>) -> Bool {
    row[DeliveryPreference.email] != nil
      && (email == nil || row[DeliveryPreference.email] == email)
  }

  /// Every preference, of any day, that the bounce may be about.
  private func preferences(in books: Books) throws(RuleError) -> [Row<DeliveryPreference>] {
    guard let account else { return try books.rows(DeliveryPreference.ofEmail, email) }
    return try books.rows(DeliveryPreference.ofAccount, account).filter(isMeant)
  }

  private func recorded(
    of row: Row<DeliveryPreference>, on day: CivilDate, in books: Books
  ) throws(RuleError) -> RecordedBounces {
    try RecordedBounces(of: row, on: day, code: code, in: books)
  }

  private func known(_ row: Row<DeliveryPreference>, on day: CivilDate) -> Effect {
    Effect("the bounce of \(phrase(row)) on \(day) is unchanged: recorded")
  }

  /// A late bounce of an address that is no longer used changes nothing.
  private func nothingHeld(
    _ rows: [Row<DeliveryPreference>], on day: CivilDate, in books: Books
  ) throws(RuleError) -> Effect {
    for row in rows where try recorded(of: row, on: day, in: books).claimRecorded() {
      return known(row, on: day)
    }
    if let last = rows.last(where: { !$0.days.isOpen(on: day) }) {
      return Effect(
        "account \(last[DeliveryPreference.account]) is unchanged: on \(day), bills no longer went to "
          + phrase(last))
    }
    throw .refuse(
      .notFound, field: account == nil ? "email" : "account",
      found: email.map { "\($0), to which no bills went on \(day)" }
        ?? "account \(account?.text ?? ""), whose bills went by mail on \(day)",
      expected: "an address that bills went to on that day",
      remedy: account.map { "check the address and the date; see `delivery show \(word: $0)`" }
        ?? "check the address and the date; see `delivery list`")
  }

  private func phrase(_ row: Row<DeliveryPreference>) -> String {
    row[DeliveryPreference.email]?.masked ?? ""
  }

  /// Nil if the bounce was recorded before.
  private func record(
    _ row: Row<DeliveryPreference>, on day: CivilDate, in books: Books
  ) throws(RuleError) -> Effect? {
    let earlier = try recorded(of: row, on: day, in: books)
    guard let address = row[DeliveryPreference.email], !earlier.claimRecorded() else { return nil }
    let count = earlier.count
    let other = books.repeats.isOfFile && !books.acceptsUnusual ? earlier.takeMoved() : nil
    earlier.add()
    try books.record(.bounce, of: row, to: address, on: day, type: type, code: code)
    let limit = books.settings.integer(.deliveryBounces)
    let account = row[DeliveryPreference.account]
    let message =
      "account \(account): \(type.rawValue) bounce \(count) of \(address.masked) on \(day)"
    let isOver = limit > 0 && (type == .hard || count >= limit)
    let duplicate = other.map {
      PossibleDuplicate(
        noun: "bounce", common: "address and code",
        record: "the bounce of \(address.masked) on \($0)")
    }
    let notices = duplicate.map { ["\($0.record), with the same code, is also on record"] } ?? []
    guard isOver, row.days.contains(books.today) else {
      return Effect(message, notices: notices, possibleDuplicate: duplicate)
    }
    try books.revertToMail(row, on: books.today)
    let (settings, today) = (books.settings, books.today)
    let untold = try books.tell(of: account, event: row[DeliveryPreference.fromOn]) {
      .deliveryReverted(account, bouncing: address, from: today, to: $0, settings)
    }
    return Effect(
      "\(message); bills go by mail starting \(today)", notices: notices + untold,
      possibleDuplicate: duplicate)
  }
}
