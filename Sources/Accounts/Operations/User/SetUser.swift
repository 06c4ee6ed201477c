/// Corrects a user's name or e-mail address.
public struct SetUser: Operation {
  public static let name = OperationName("user", "set")
  public static let summary = "Change a user's name or e-mail address"
  public static let discussion = """
    A new address counts when the user has followed the link in the mail to it; until then the \
    user signs in with the old one.
    """
  public static let examples = [
    "user set fern.locke11@example.org --last Lockwood",
    "user set fern.locke11@example.org --new-email fern@example.com",
  ]
  public static let fields = [
    UserFields.email.info, first.info, last.info, newEmail.info, UserFields.reason.info,
  ]

  static let first = Field<Line>.option("first", "first name")
  static let last = Field<Line>.option("last", "last name")
  static let newEmail = Field<EmailAddress>.option("new-email", "the address to sign in with")

  let email: EmailAddress
  let first: Line?
  let last: Line?
  let newEmail: EmailAddress?
  let secret = PortalSecret()

  public init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email)
    first = try input[Self.first]
    last = try input[Self.last]
    newEmail = try input[Self.newEmail]?.signInName
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let before = try books.user(email)
    var after = before
    if let first { after[User.firstName] = first }
    if let last { after[User.lastName] = last }
    var notices: [String] = []
    if let newEmail, newEmail != before[User.email], newEmail != before[User.newEmail] {
      try books.requireFree(newEmail, field: "new-email")
      if before[User.status] == .staged {
        // No mail has gone to the old address yet.
        after[User.email] = newEmail
      } else {
        after[User.newEmail] = newEmail
        notices = ["\(newEmail) counts when the user has confirmed it by the mail sent there"]
      }
    }
    guard books.update(before, to: after) else { return Effect("user \(email) is already so") }
    if after[User.newEmail] != before[User.newEmail] {
      try books.mail(secret, .email, to: after, at: newEmail)
    }
    return Effect("user \(email) changed", notices: notices)
  }
}
