import Accounts
import ArgumentParser

/// `store migrate`
struct StoreMigrate: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Update an older store to this program's schema",
    discussion: HelpText.discussion(
      "Each step is a separate transaction. If interrupted, run it again: it continues.",
      examples: ["store migrate city.db"], statuses: .ofWriting))

  @Argument(help: ArgumentHelp("location of the store; same as --store", valueName: "url"))
  var url: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    try global.refuseDryRun()
    let location =
      if let url { try StoreLocation(url) } else { try session.storeLocation(global) }
    try session.authorize(at: location)
    let made = try Store.migrate(location, clock: session.clock, wait: try session.wait(global))
    if !global.quiet {
      session.say(
        made.steps.isEmpty
          ? "the store already has this program's schema"
          : "migrated: " + made.steps.joined(separator: ", "))
    }
    if let advice = made.advice { session.say(lines: advice) }
    return .done
  }
}
