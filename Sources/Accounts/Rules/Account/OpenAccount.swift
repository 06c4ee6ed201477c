import Engines
package import Ledger
package import Values

/// Opens an account at a service location for a customer.
package struct OpenAccount: Operation {
  package static let name = OperationName("account", "open")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].accounts + .payers
  package static let fields = [
    account.info, AccountFields.cid.info, location.info, on.info, AccountFields.role.info,
  ]

  static let account = Field<AccountNumber>.argument(
    "account", required: false, "account number; default: the next free one")
  static let location = Field<LocationID>.option(
    "location", required: true, "service location ID")
  static let on = Field<CivilDate>.option("on", required: true, "first day of the account")

  let account: AccountNumber?
  let cid: CustomerID
  let location: LocationID
  let on: CivilDate
  let role: ResponsibilityRole

  package init(_ input: Input) throws(Rejection) {
    account = try input[Self.account]
    cid = try input.require(AccountFields.cid)
    location = try input.require(Self.location)
    on = try input.require(Self.on)
    role = try input[AccountFields.role] ?? .owner
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    var refusals = Refusals()
    _ = try refusals.check { () throws(RuleError) in try books.customer(cid) }
    _ = try refusals.check { () throws(RuleError) in try books.location(location) }
    try refusals.tell()
    if let account, let existing = try books.find(Account.self, account) {
      return try again(existing, in: books)
    }
    if let account { try books.checkIsNew(Account.self, account) }
    if account == nil, let same = try known(in: books) {
      return try books.alreadyThere(same, field: "location")
    }
    try books.checkIsPlanned(on)
    var row = Row<Account>()
    row[Account.account] = if let account { account } else { try Self.nextFree(books) }
    row[Account.location] = location
    row[Account.openedOn] = on
    let notices = try neighbors(of: row, in: books)
    books.insert(row)
    try answer(for: row, in: books)
    return Effect(
      "\(row.phrase) opened on \(on) for customer \(cid) at location \(location)",
      newKey: account == nil ? row[Account.account].text : nil, notices: notices)
  }

  /// Without a number, only the other fields show whether an account of a file is open already.
  private func known(in books: Books) throws(RuleError) -> String? {
    guard books.repeats.isOfFile else { return nil }
    let known = try books.known(at: "account at \(location) on \(on)") { () throws(RuleError) in
      var rows: [(key: String, words: [String])] = []
      for row in try books.rows(Account.newestAtLocation, location)
      where row[Account.openedOn] == on {
        let people = try books.responsibilities(of: row).filter { $0[AccountCustomer.fromOn] == on }
        rows.append(
          (row.phrase, people.map { "\($0[AccountCustomer.cid]) \($0[AccountCustomer.role])" }))
      }
      return KnownRows(rows)
    }
    return known.matchOrAdd("\(cid) \(role)")
  }

  private static func nextFree(_ books: Books) throws(RuleError) -> AccountNumber {
    AccountNumber(
      trusted: try books.nextNumber(Account.byNumber, from: books.settings[.firstAccount]))
  }

  private func answer(for row: Row<Account>, in books: Books) throws(RuleError) {
    try books.addResponsibility(cid, for: row, as: role, DayInterval(from: on, to: nil))
  }

  /// The number is in use: the same account, a closed one to open again, or a different one.
  private func again(_ existing: Row<Account>, in books: Books) throws(RuleError) -> Effect {
    guard existing[Account.location] == location else {
      throw duplicate(existing, remedy: "use another account number, or leave it out")
    }
    let answers = try books.responsibilities(of: existing).contains {
      $0[AccountCustomer.cid] == cid && $0[AccountCustomer.role] == role
        && $0[AccountCustomer.fromOn] == on
    }
    if answers { return Effect("\(existing.phrase) is unchanged: \(existing.openness)") }
    guard let closed = existing[Account.closedOn] else {
      throw duplicate(
        existing,
        remedy: "use `account move` when a customer moves in, `account set` to add a "
          + "responsible customer, or leave the account number out")
    }
    guard closed <= on else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(on); \(existing.phrase) is closed as of \(closed)",
        expected: "\(closed) or later", remedy: "")
    }
    try books.checkIsPlanned(on)
    let notices = try neighbors(of: existing, in: books)
    let payers = try KeptPayers(of: existing[Account.account], since: on, in: books)
    var row = existing
    row[Account.closedOn] = nil
    books.update(existing, to: row)
    try answer(for: row, in: books)
    let kept = try payers.keep(in: books)
    return Effect(
      "\(row.phrase), closed since \(closed), reopened on \(on) for customer \(cid)",
      moneyNotices: kept,
      notices: notices + (try books.endDelivery(of: row[Account.account], on: on)))
  }

  private func duplicate(_ existing: Row<Account>, remedy: String) -> RuleError {
    .refuse(
      .duplicate, field: "account",
      found: "\(existing.phrase) at location \(existing[Account.location]), \(existing.openness)",
      expected: "an account number that is not in use", remedy: remedy)
  }

  /// A few of them, for a house with a hundred accounts.
  private func neighbors(of row: Row<Account>, in books: Books) throws(RuleError) -> [String] {
    try books.rows(Account.newestAtLocation, location)
      .filter { $0[Account.account] != row[Account.account] && $0.days.isOpen(on: on) }
      .map { "location \(location) also has \($0.phrase), \($0.openness)" }
  }
}

extension Row<Account> {
  /// `open since 2026-01-01`, or `closed as of 2026-03-01`.
  var openness: String {
    if let closed = self[Account.closedOn] {
      "closed as of \(closed)"
    } else {
      "open since \(self[Account.openedOn])"
    }
  }
}
