import Accounts
import ArgumentParser

/// `store migrate`
struct StoreMigrate: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring an older store to this program's schema",
    discussion: HelpText.discussion(
      "Each step is a transaction of its own; run again, it goes on where it was stopped.",
      examples: ["store migrate city.db"]))

  @Argument(help: ArgumentHelp("which; the same as --store", valueName: "url"))
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
        made.isEmpty
          ? "the store is at this program's schema already"
          : "migrated: " + made.joined(separator: ", "))
    }
    return .done
  }
}
