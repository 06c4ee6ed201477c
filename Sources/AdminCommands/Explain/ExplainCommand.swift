import Accounts
import ArgumentParser
import Reports

/// `explain`
struct ExplainCommand: ShowCommand {
  static let help = CommandHelp(
    "explain", abstract: "Explain why a portal user cannot sign in, and how to fix it",
    discussion: HelpText.discussion(
      "Looks at the status, the lockout policy, sign-in attempts, identities and tokens.",
      examples: ["explain damon.kirby13@example.net"]))

  @Argument(help: "the user's e-mail address") var email: String

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .explanation(of: try TypedValue.value(email, "email"), on: store)
  }
}
