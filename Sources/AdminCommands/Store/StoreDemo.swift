import Accounts
import ArgumentParser

/// `store demo`
struct StoreDemo: AdminCommand {
  static let uses: OptionUse = .questions
  static let reach: CommandReach = [.store, .files, .changes]
  static let help = CommandHelp(
    "demo", abstract: "Create a store with a sample city, for trying things out",
    discussion: HelpText.discussion(
      "The same options create the same store, byte for byte. All people and places are fictitious.",
      examples: ["store demo city.db", "store demo big.db --accounts 100000 --years 10 --seed 7"]))
  static let leastRole = Role.admin
  static let standsAlone = true

  @Argument(help: ArgumentHelp("location of the store; same as --store", valueName: "url"))
  var url: String?
  @Option(help: "number of accounts") var accounts = 500
  @Option(help: "years of history") var years = 3
  @Option(help: "random seed") var seed: UInt64 = 1
  @Option(
    help: ArgumentHelp(
      "last day of the history; default: \(DemoCity.standardLastDay)", valueName: "date"),
    transform: TypedValue.option)
  var until: TypedDay?

  func run(in context: CommandContext) throws -> ExitStatus {
    let location =
      if let url { try StoreLocation(url) } else { try context.storeLocation }
    try context.session.checkMayMakeStore(location)
    let made = try context.agreedFolders(for: location, isNamed: context.namesStore(url))
    let lastDay =
      until?.day(today: DemoCity.today(context.session.clock)) ?? DemoCity.standardLastDay
    let city = try DemoCity(accounts: accounts, years: years, seed: seed, lastDay: lastDay)
    var progress = ProgressLine(
      session: context.session, total: accounts, isShown: !context.options.quiet)
    defer { progress.clear() }
    try context.session.interruptible {
      try Store.createDemo(location, city, clock: context.session.clock) { done in
        try SignalInbox.check()
        progress.update(done, "accounts")
      }
    }
    progress.clear()
    if let made { context.say(made) }
    if !context.options.quiet {
      context.say(
        "\(location): \(Int64(accounts).counted("account")), "
          + "\(Int64(years).counted("year")) up to \(lastDay)")
      context.sayHowToUse(location)
    }
    return .done
  }
}
