import Accounts
import ArgumentParser

/// `store migrate`
struct StoreMigrate: AdminCommand {
  static let uses: OptionUse = []
  static let reach: CommandReach = [.store, .files, .changes]
  static let help = CommandHelp(
    "migrate", abstract: "Update an older store to this program's schema",
    discussion: HelpText.discussion(
      """
      Each step is a separate transaction. If it is interrupted, run it again to continue. Indexes that are \
      missing or different are rebuilt; on a server, so are the triggers, functions and views that \
      guard the store. Stopped services that a bill of an older version covers are marked as final billed, \
      in a change of their own.
      """,
      examples: ["store migrate city.db"]))
  static let leastRole = Role.admin
  static let standsAlone = true

  @Argument(help: ArgumentHelp("location of the store; same as --store", valueName: "url"))
  var url: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    let location =
      if let url { try StoreLocation(url) } else { try context.storeLocation }
    try context.authorize(at: location)
    let made = try Store.migrate(location, clock: context.session.clock, wait: try context.wait)
    if !context.options.quiet {
      if !made.indexes.isEmpty {
        context.say("indexes rebuilt: " + made.indexes.joined(separator: ", "))
      } else if made.steps.isEmpty {
        context.say("the store is up to date" + (isServer(location) ? Self.renewed : ""))
      }
      if !made.steps.isEmpty { context.say("migrated: " + made.steps.joined(separator: ", ")) }
    }
    let store = try Store.open(
      location, access: .write, clock: context.session.clock, wait: try context.wait)
    let marked = try store.markFinalBills(by: context.author(reason: nil))
    if marked > 0, !context.options.quiet {
      context.say("\(marked.counted("service")) marked as final billed")
    }
    if let advice = made.advice { context.say(lines: advice) }
    return .done
  }

  /// What is made again on a server in any case.
  private static let renewed = "; its triggers, functions, views and grants were renewed"

  private func isServer(_ location: StoreLocation) -> Bool {
    if case .server = location { true } else { false }
  }
}
