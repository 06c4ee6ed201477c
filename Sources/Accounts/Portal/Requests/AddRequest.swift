package import Ledger
package import Values

/// Adds a citizen's request that came by phone, at the counter or by letter.
package struct AddRequest: Operation {
  package static let name = OperationName("request", "add")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].requests
  package static let fields = [
    email.info, RequestFields.account.info, RequestFields.subject.info, RequestFields.text.info,
  ]

  static let email = Field<EmailAddress>.option("email", "the citizen's e-mail address")

  let email: EmailAddress?
  let account: AccountNumber?
  let subject: Line
  let text: Prose

  package init(_ input: Input) throws(Rejection) {
    email = try input[Self.email]?.signInName
    account = try input[RequestFields.account]
    subject = try input.require(RequestFields.subject)
    text = try input.require(RequestFields.text)
    if email == nil, account == nil {
      throw Rejection(
        .required, field: "email", found: "neither an e-mail address nor an account",
        expected: "one of them, or both", remedy: "add the address or the account")
    }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    if let account { _ = try books.account(account) }
    let user = try email.flatMap { (email) throws(RuleError) in
      try books.rows(User.byEmail, email).first
    }
    return try books.receive(text, subject, from: email, user: user, account: account)
  }
}

/// Sends a citizen's request.
package struct PortalContact: Operation {
  package static let name = OperationName("portal", "contact")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].requests
  package static let fields = [
    RequestFields.account.info, RequestFields.subject.info, RequestFields.text.info,
    PortalLink.session.info,
  ]

  let account: AccountNumber?
  let subject: Line
  let text: Prose
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    account = try input[RequestFields.account]
    subject = try input.require(RequestFields.subject)
    text = try input.require(RequestFields.text)
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let user = try books.signedIn(session)
    if let account,
      try books.openLinks(of: user, to: account).isEmpty
    {
      throw .refuse(
        .notFound, field: "account", found: "no link to account \(account)",
        expected: "an account that the user is linked to", remedy: "link it with `portal link`")
    }
    return try books.receive(
      text, subject, from: user[User.email], user: user, account: account)
  }
}
