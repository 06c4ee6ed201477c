package import Ledger
package import Values

/// Changes the responsible customers of an account, or corrects its location.
package struct SetAccount: Operation {
  package static let name = OperationName("account", "set")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].accounts + .payers
  package static let fields = [
    AccountFields.account.info, cid.info, AccountFields.role.info, on.info, until.info,
    location.info,
  ]

  static let cid = Field<CustomerID>.option("cid", "customer ID")
  static let on = Field<CivilDate>.option(
    "on", "first day of the customer's responsibility")
  static let until = Field<CivilDate>.option(
    "until", "first day after the customer's responsibility")
  static let location = Field<LocationID>.option(
    "location", "correct service location ID, if the account was opened at the wrong one")

  let account: AccountNumber
  let responsibility: ResponsibilityChange?
  let location: LocationID?

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(AccountFields.account)
    location = try input[Self.location]
    let cid = try input[Self.cid]
    let role = try input[AccountFields.role]
    let on = try input[Self.on]
    let until = try input[Self.until]
    guard let cid else {
      guard role == nil, on == nil, until == nil, location != nil else {
        throw Rejection(
          .required, field: "cid", found: "nothing", expected: "a customer ID",
          remedy: "needed: the responsible customer")
      }
      responsibility = nil
      return
    }
    guard let first = on ?? until else {
      throw Rejection(
        .required, field: "on", found: "nothing", expected: "a date",
        remedy: "use \(field: "on") for the first day of the responsibility, "
          + "or \(field: "until") for its end")
    }
    if let until, let on, until <= on {
      throw Rejection(
        .dateOrder, field: "until", found: "\(until), with a first day of \(on)",
        expected: "a day after \(on)", remedy: "")
    }
    guard on == nil || role != nil else {
      throw Rejection(
        .required, field: "role", found: "nothing", expected: "owner, tenant or payer",
        remedy: "needed: the customer's role on the account")
    }
    responsibility = ResponsibilityChange(
      cid: cid, role: role, from: on == nil ? nil : first, until: until)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.account(account)
    var messages: [String] = []
    var (kept, notices) = ([String](), [String]())
    if let location, location != before[Account.location] {
      _ = try books.location(location)
      var after = before
      after[Account.location] = location
      books.update(before, to: after)
      messages.append("location \(before[Account.location]) corrected to \(location)")
    }
    if let responsibility {
      let payers = try KeptPayers(of: account, since: responsibility.firstDay, in: books)
      let change = try responsibility.apply(to: before, in: books)
      if let message = change.message { messages.append(message) }
      notices = change.notices
      kept = try payers.keep(in: books)
      if change.message != nil, let until = responsibility.until {
        notices += try books.endEFT(
          of: account, only: [responsibility.cid], on: until, reason: "responsibility ended")
        notices += try books.keptDelivery(of: account, after: until)
      }
    }
    guard !messages.isEmpty else { return Effect("\(before.phrase) is unchanged") }
    return Effect(
      "\(before.phrase): " + messages.joined(separator: "; "), moneyNotices: kept, notices: notices)
  }
}
