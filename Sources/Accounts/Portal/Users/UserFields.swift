import Engines
import Ledger
import Values

/// Fields of the commands on users.
enum UserFields {
  static let email = Field<EmailAddress>.argument("email", "the user's e-mail address")
  static let first = Field<Line>.option("first", required: true, "first name")
  static let last = Field<Line>.option("last", required: true, "last name")
  static let reason = Field<Remark>.option("reason", "reason, for the journal")
}

/// An operation that brings one event about for one user.
protocol UserEventOperation: Operation {
  static var event: UserEvent { get }
  /// What was done, e.g. `locked`.
  static var done: String { get }
  /// The same for a user as the event leaves them.
  static func outcome(_ user: Row<User>) -> String
  var email: EmailAddress { get }
  init(email: EmailAddress)
  /// Further changes that follow from it; answers notices for the operator.
  func follow(_ user: Row<User>, in books: Books) throws(RuleError) -> [String]
}

extension UserEventOperation {
  package static var fields: [FieldInfo] { [UserFields.email.info, UserFields.reason.info] }
  package static var comparesRows: Bool { true }

  package init(_ input: Input) throws(Rejection) {
    self.init(email: try input.require(UserFields.email))
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.user(email)
    guard let after = try books.step(before, Self.event) else {
      return Effect("user \(email) is unchanged: \(before[User.status].rawValue)")
    }
    if let effect = try books.leaveTakenBack(Self.event, before, to: after) { return effect }
    books.update(before, to: after)
    return Effect("user \(email) \(Self.outcome(after))", notices: try follow(after, in: books))
  }

  static func outcome(_ user: Row<User>) -> String { done }

  func follow(_ user: Row<User>, in books: Books) throws(RuleError) -> [String] { [] }
}
