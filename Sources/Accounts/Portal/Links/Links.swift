import Engines
package import Ledger
package import Values

/// Links of users to accounts.
extension Books {
  func openLinks(of user: Row<User>) throws(RuleError) -> [Row<Link>] {
    try rows(Link.ofUser, user[User.id]).filter { $0[Link.removedOn] == nil }
  }

  func openLinks(
    of user: Row<User>, to account: AccountNumber
  ) throws(RuleError) -> [Row<Link>] {
    try rows(Link.ofUserToAccount, user[User.id], account).filter { $0[Link.removedOn] == nil }
  }

  /// When the user's last such link was removed; nil if there was none.
  func removedLink(
    of user: Row<User>, to account: AccountNumber, as cid: CustomerID
  ) throws(RuleError) -> CivilDate? {
    guard repeats.compares else { return nil }
    return try rows(Link.ofUserToAccount, user[User.id], account)
      .last { $0[Link.cid] == cid }?[Link.removedOn]
  }

  /// Whether the customer is or was responsible for the account.
  func wasResponsible(_ cid: CustomerID, for account: AccountNumber) throws(RuleError) -> Bool {
    try !rows(AccountCustomer.everOf, account, cid).isEmpty
  }

  func addLink(_ user: Row<User>, _ account: AccountNumber, _ cid: CustomerID) throws(RuleError) {
    var link = Row<Link>()
    link[Link.id] = try nextID(Link.self)
    link[Link.user] = user[User.id]
    link[Link.account] = account
    link[Link.cid] = cid
    link[Link.linkedOn] = today
    insert(link)
  }

  /// Removes the user's links to an account, or those as one customer; false where there are none.
  func removeLinks(
    _ user: Row<User>, _ account: AccountNumber, _ cid: CustomerID? = nil
  ) throws(RuleError) -> Bool {
    let links = try openLinks(of: user, to: account).filter {
      cid == nil || $0[Link.cid] == cid
    }
    for link in links {
      var after = link
      after[Link.removedOn] = today
      update(link, to: after)
    }
    return !links.isEmpty
  }
}

/// Fields of the commands on links.
enum LinkFields {
  static let account = Field<AccountNumber>.argument(of: Account.account)
  static let cid = Field<CustomerID>.option(
    "cid", required: true, "ID of the responsible customer, as printed on the bill")
}

/// Links a user to an account.
package struct AddLink: Operation {
  package static let name = OperationName("link", "add")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].links
  package static let fields = [
    UserFields.email.info, LinkFields.account.info, LinkFields.cid.info, UserFields.reason.info,
  ]
  let email: EmailAddress
  let account: AccountNumber
  let cid: CustomerID

  package init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email)
    account = try input.require(LinkFields.account)
    cid = try input.require(LinkFields.cid)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    var refusals = Refusals()
    let found = try refusals.check { () throws(RuleError) in try books.user(email) }
    _ = try refusals.check { () throws(RuleError) in try books.account(account) }
    _ = try refusals.check { () throws(RuleError) in try books.customer(cid) }
    try refusals.tell()
    let user = if let found { found } else { try books.user(email) }
    guard user[User.status] != .deprovisioned else {
      throw .refuse(
        .wrongStatus, field: "email", found: "\(email), deprovisioned",
        expected: "a user with a login",
        remedy: "restore the login with `user resend \(word: email)`")
    }
    guard try books.wasResponsible(cid, for: account) else {
      throw .refuse(
        .notFound, field: "cid", found: "customer \(cid), who was never responsible for \(account)",
        expected: "a customer of account \(account)",
        remedy: "check the bill, or see `account show \(word: account)`")
    }
    let links = try books.openLinks(of: user, to: account)
    if links.contains(where: { $0[Link.cid] == cid }) {
      return Effect("user \(email) is unchanged: linked to \(account) as customer \(cid)")
    }
    let removed = try books.removedLink(of: user, to: account, as: cid)
    if let removed, books.repeats.isOfFile {
      return try books.leaveEnded(
        "the link of \(email) to \(account), which was removed on \(removed)", field: "email",
        expected: "a link that was not removed since")
    }
    try books.addLink(user, account, cid)
    return Effect(
      "user \(email) linked to account \(account) as customer \(cid)",
      notices: removed.map { ["the same link was removed on \($0)"] } ?? [])
  }
}

/// Removes a user's link to an account.
package struct RemoveLink: Operation {
  package static let name = OperationName("link", "remove")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].links
  package static let fields = [
    UserFields.email.info, LinkFields.account.info, cid.info, UserFields.reason.info,
  ]
  static let cid = Field<CustomerID>.option(
    "cid", "remove only the link as this customer; default: all links to the account")

  let email: EmailAddress
  let account: AccountNumber
  let cid: CustomerID?

  package init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email)
    account = try input.require(LinkFields.account)
    cid = try input[Self.cid]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    // A typing error would leave the link in force.
    var refusals = Refusals()
    let found = try refusals.check { () throws(RuleError) in try books.user(email) }
    _ = try refusals.check { () throws(RuleError) in try books.account(account) }
    if let cid {
      _ = try refusals.check { () throws(RuleError) in try books.known(Customer.self, cid) }
    }
    try refusals.tell()
    let user = if let found { found } else { try books.user(email) }
    guard try books.removeLinks(user, account, cid) else {
      return Effect("user \(email) is unchanged: not linked to account \(account)")
    }
    return Effect("user \(email) is no longer linked to account \(account)")
  }
}
