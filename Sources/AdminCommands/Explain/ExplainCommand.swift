import Accounts
import ArgumentParser
import Reports

/// `explain`
struct ExplainCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a user of the portal cannot sign in, and what helps",
    discussion: HelpText.discussion(
      "From the status, the lockout policy, the attempts, the ways to sign in and the links in mails.",
      examples: ["explain damon.kirby13@example.net"]))

  @Argument(help: ArgumentHelp("the user's e-mail address", valueName: "email")) var id: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func page(on store: Store) throws -> Page {
    try .explanation(of: try Words.value(id, "email"), on: store)
  }
}
