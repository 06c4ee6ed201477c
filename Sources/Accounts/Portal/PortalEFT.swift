import Engines
package import Ledger
import Rules
package import Values

/// A citizen signs an account up for automatic payments.
package struct PortalEFT: Operation {
  package static let name = OperationName("portal", "eft")
  package static let summary = "Sign an account up for automatic payments, as a citizen does"
  package static let discussion = """
    For an account that the user is linked to, while the linked customer is responsible for \
    it. The rules \
    are those of `eft enroll`: the bank is asked with a prenote first, and where two persons are \
    needed (setting eft.two-persons) an operator confirms it. Standard input holds the bank \
    account's number and the session token, a line each, where no files are named.
    """
  package static let examples = [
    "portal eft 2000007 --routing 021000021 --bank-account-file number.txt "
      + "--session-file session.txt"
  ]
  package static let fields = EnrollEFT.fields + [PortalLink.session.info]
  let enrollment: EnrollEFT
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    enrollment = try EnrollEFT(input)
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(Stop) -> Effect {
    try books.requireSight(of: enrollment.account, by: books.signedIn(session))
    return try enrollment.apply(to: books)
  }
}

/// A citizen ends an account's automatic payments.
package struct PortalEndEFT: Operation {
  package static let name = OperationName("portal", "end-eft")
  package static let summary = "End an account's automatic payments, as a citizen does"
  package static let discussion = "A draft that went to the bank already is not called back."
  package static let examples = ["portal end-eft 2000007 --session-file session.txt"]
  package static let fields = [EFTFields.account.info, PortalLink.session.info]
  let account: AccountNumber
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(EFTFields.account)
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(Stop) -> Effect {
    try books.requireSight(of: account, by: books.signedIn(session))
    return try CancelEFT(account, because: "by the citizen").apply(to: books)
  }
}

extension Books {
  /// The user is linked to the account by a customer who is responsible for it today.
  func requireSight(of account: AccountNumber, by user: Row<User>) throws(Stop) {
    let users = try usersToTell(of: account)
    guard users.contains(where: { $0[User.id] == user[User.id] }) else {
      throw .refuse(
        .notFound, field: "account", found: "no link to account \(account)",
        expected: "an account that the user is linked to and answers for today",
        mend: "link it with `portal link`; see `portal show`")
    }
  }
}
