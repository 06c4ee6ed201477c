package import Ledger
package import Values

/// Ends a user's open sessions.
package struct RevokeSessions: Operation {
  package static let name = OperationName("user", "revoke")
  package static let summary = "End a user's open sessions in the portal"
  package static let discussion =
    "Whoever is signed in as the user must sign in again. `user sessions` shows what is open."
  package static let examples = ["user revoke fern.locke11@example.org"]
  package static let fields = [UserFields.email.info, UserFields.reason.info]
  let email: EmailAddress

  package init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email)
  }

  package func apply(to books: Books) throws(Stop) -> Effect {
    let count = try books.endSessions(of: try books.user(email))
    guard count > 0 else { return Effect("user \(email) has no open session: unchanged") }
    return Effect("\(count) session\(count == 1 ? "" : "s") of user \(email) ended")
  }
}
