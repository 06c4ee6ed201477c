/// Ends a user's open sessions.
public struct RevokeSessions: Operation {
  public static let name = OperationName("user", "revoke")
  public static let summary = "End a user's open sessions in the portal"
  public static let discussion =
    "Whoever is signed in as the user must sign in again. `user sessions` shows what is open."
  public static let examples = ["user revoke fern.locke11@example.org"]
  public static let fields = [UserFields.email.info, UserFields.reason.info]
  let email: EmailAddress

  public init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let count = try books.endSessions(of: try books.user(email))
    guard count > 0 else { return Effect("user \(email) has no open session: already so") }
    return Effect("\(count) session\(count == 1 ? "" : "s") of user \(email) ended")
  }
}
