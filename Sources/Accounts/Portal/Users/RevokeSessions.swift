package import Ledger
package import Values

/// Ends a user's open sessions.
package struct RevokeSessions: Operation {
  package static let name = OperationName("user", "revoke")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let fields = [UserFields.email.info, UserFields.reason.info]
  let email: EmailAddress

  package init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let count = try books.endSessions(of: try books.user(email))
    guard count > 0 else { return Effect("user \(email) has no open session: unchanged") }
    return Effect("\(count) session\(count == 1 ? "" : "s") of user \(email) ended")
  }
}
