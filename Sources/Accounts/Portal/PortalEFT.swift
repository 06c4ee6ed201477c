import Engines
package import Ledger
import Rules
package import Values

/// A citizen signs an account up for automatic payments.
package struct PortalEFT: Operation {
  package static let name = OperationName("portal", "eft")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].enrollments
  package static let fields = EnrollEFT.detailFields + [PortalLink.session.info]
  let enrollment: EnrollEFT
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    enrollment = try EnrollEFT(input, channel: .web)
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    try books.requireSight(of: enrollment.account, by: books.signedIn(session))
    return try enrollment.enroll(in: books, isAnew: true)
  }
}

/// A citizen ends an account's automatic payments.
package struct PortalEndEFT: Operation {
  package static let name = OperationName("portal", "end-eft")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].enrollments
  package static let fields = [EFTFields.account.info, PortalLink.session.info]
  let account: AccountNumber
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(EFTFields.account)
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let user = try books.signedIn(session)
    try books.requireSight(of: account, by: user)
    // Neither another's bank account nor the reason of a former customer's hold is shown.
    let row = try books.enrollment(of: account)
    guard try books.isOwnerResponsible(in: row, on: books.today), try books.isSeen(row, by: user)
    else {
      throw .rejected(.notEnrolled(account))
    }
    return try CancelEFT(account, because: "by the citizen").apply(to: books)
  }
}

extension Books {
  /// The user is linked to the account by a customer who is responsible for it today, and on the day on which a
  /// change begins.
  func requireSight(
    of account: AccountNumber, by user: Row<User>, on day: CivilDate? = nil
  ) throws(RuleError) {
    func isSeen(on day: CivilDate) throws(RuleError) -> Bool {
      try usersToTell(of: account, event: day).contains { $0[User.id] == user[User.id] }
    }
    guard try isSeen(on: today) else {
      throw .refuse(
        .notFound, field: "account", found: "no link to account \(account)",
        expected: "an account that the user is linked to and responsible for today",
        remedy: "link it with `portal link`; see `portal show`")
    }
    guard let day, day != today, try !isSeen(on: day) else { return }
    throw .refuse(
      .dateOrder, field: "on", found: "\(day)",
      expected: "a day on which the linked customer is responsible for account \(account)",
      remedy: "see the days in `portal show \(word: account)`")
  }
}
