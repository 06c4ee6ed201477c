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

  @Option(help: "only users with this status") var status: UserStatus?
  @Flag(help: "only users who are locked out and whose lockout has not expired") var locked = false
  @Flag(help: "only users without a link to any account") var unlinked = false
  @Flag(help: "only users who have never signed in") var neverSignedIn = false
  @Option(help: "only users with this sign-in method") var provider: IdentityProvider?
  @Option(
    help: ArgumentHelp("only users registered at this time or later", valueName: "time"),
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
      throw ValidationError("--locked and --status \(status.rawValue) cannot be used together")
    }
  }
}

/// `user sessions`
struct UserSessions: ListCommand {
  static let help = CommandHelp(
    "sessions", abstract: "List a user's portal sessions, newest first",
    discussion: HelpText.discussion(
      "", examples: ["user sessions fern.locke11@example.org", "user sessions --all"]))

  @Argument(help: "the user's e-mail address; default: all users") var email: String?
  @Flag(help: "include ended sessions") var all = false

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let user: EmailAddress? = try email.map { try TypedValue.value($0, "email") }
    if let user { try store.requireUser(user) }
    return .sessions(user, openAt: all ? nil : store.now)
  }
}

/// `user show`
struct UserShow: ShowCommand {
  static let help = CommandHelp(
    "show", abstract: "Show a user, their sign-in methods and their accounts",
    discussion: HelpText.discussion("", examples: ["user show fern.locke11@example.org"]))

  @Argument(help: "the user's e-mail address") var email: String

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .user(try TypedValue.value(email, "email"), on: store)
  }
}
