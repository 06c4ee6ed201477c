package import Ledger
package import Values

/// A citizen links an account.
package struct PortalLink: Operation {
  package static let name = OperationName("portal", "link")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users + .links
  package static let fields = [LinkFields.account.info, LinkFields.cid.info, session.info]
  package static let countsGuesses = true
  static let session = Field<PortalToken>.secret("session", "session token")
  package static var sessionField: FieldInfo { session.info }
  let account: AccountNumber
  let cid: CustomerID
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(LinkFields.account)
    cid = try input.require(LinkFields.cid)
    session = try input.require(Self.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let user = try books.signedIn(session)
    let limit = LinkLimit(try books.refusedLinks(of: user), books.settings)
    if let until = limit.end {
      throw .refuse(
        .linkFailed, field: "account", found: "\(limit.count) wrong attempts in 24 hours",
        expected: "fewer than \(books.settings[.linkAttempts])",
        remedy: "try again after \(books.settings.zone.text(until)) with the bill at hand; "
          + "staff: `link add`")
    }
    guard try books.find(Account.self, account) != nil,
      try books.wasResponsible(cid, for: account)
    else {
      try books.record(.linkRefused, user[User.email], user, by: .password)
      return Effect(
        recording: Rejection(
          .linkFailed, field: "account",
          found: "an account number and a customer ID that do not match",
          expected: "both from the same bill", remedy: "look at the bill and try again")
      )
    }
    let links = try books.openLinks(of: user, to: account)
    if links.contains(where: { $0[Link.cid] == cid }) {
      return Effect("account \(account) is unchanged: linked")
    }
    try books.addLink(user, account, cid)
    return Effect("account \(account) linked")
  }
}

/// A citizen ends the link to an account.
package struct PortalUnlink: Operation {
  package static let name = OperationName("portal", "unlink")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].links
  package static let fields = [LinkFields.account.info, PortalLink.session.info]
  let account: AccountNumber
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(LinkFields.account)
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    guard try books.removeLinks(books.signedIn(session), account) else {
      return Effect("account \(account) is unchanged: not linked")
    }
    return Effect("account \(account) is no longer linked")
  }
}
