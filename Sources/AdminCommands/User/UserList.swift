import Accounts
import ArgumentParser
import Reports

/// `user list`
struct UserList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List users of the portal",
    discussion: HelpText.discussion(
      "",
      examples: [
        "user list --locked", "user list --unlinked --status active --csv",
        "user list --never-signed-in --since 2026-01-01",
      ]))

  @Option(help: "only users of this status") var status: UserStatus?
  @Flag(help: "only users who are locked out, and whose lock has not run out") var locked = false
  @Flag(help: "only users without a link to any account") var unlinked = false
  @Flag(help: "only users who have never signed in") var neverSignedIn = false
  @Option(help: "only users who sign in so") var provider: IdentityProvider?
  @Option(
    help: ArgumentHelp("registered at this moment or later", valueName: "time"),
    transform: TypedValue.option)
  var since: TypedTime?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    var filter = UserFilter(
      status: locked ? .lockedOut : status, isUnlinked: unlinked,
      hasNeverSignedIn: neverSignedIn, provider: provider,
      since: try TypedValue.moment(since, "--since", on: store))
    if locked { filter.keepLocked(by: store.settings, at: store.now) }
    return .users(filter)
  }

  func validate() throws {
    if locked, let status, status != .lockedOut {
      throw ValidationError("--locked and --status \(status.rawValue) exclude each other")
    }
  }
}

/// `user sessions`
struct UserSessions: ListCommand {
  static let help = CommandHelp(
    "sessions", abstract: "List a user's sessions in the portal, the latest first",
    discussion: HelpText.discussion(
      "", examples: ["user sessions fern.locke11@example.org", "user sessions --all"]))

  @Argument(help: "the user's e-mail address; all users where absent") var email: String?
  @Flag(help: "sessions that have ended too") var all = false

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let user: EmailAddress? = try email.map { try TypedValue.value($0, "email") }
    if let user { try store.requireUser(user) }
    return .sessions(user, openAt: all ? nil : store.now)
  }
}

/// `user show`
struct UserShow: ShowCommand {
  static let help = CommandHelp(
    "show", abstract: "Show a user, how they sign in and what they see",
    discussion: HelpText.discussion("", examples: ["user show fern.locke11@example.org"]))

  @Argument(help: "the user's e-mail address") var email: String

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .user(try TypedValue.value(email, "email"), on: store)
  }
}
