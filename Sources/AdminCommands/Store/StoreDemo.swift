import Accounts
import ArgumentParser

/// `store demo`
struct StoreDemo: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a store with a sample city to try things on",
    discussion: HelpText.discussion(
      "The same numbers give the same store, byte for byte. All people and places are invented.",
      examples: ["store demo city.db", "store demo big.db --accounts 100000 --years 10 --seed 7"]))

  @Argument(help: ArgumentHelp("where; the same as --store", valueName: "url"))
  var url: String?
  @Option(help: "how many accounts") var accounts = 500
  @Option(help: "how many years of reads") var years = 3
  @Option(help: "what chance begins with") var seed: UInt64 = 1
  @Option(help: ArgumentHelp("the last day of the history", valueName: "date"))
  var until: CivilDate = DemoCity.standardLastDay
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    try global.refuseDryRun()
    let location =
      if let url { try StoreLocation(url) } else { try session.storeLocation(global) }
    let city = try DemoCity(accounts: accounts, years: years, seed: seed, lastDay: until)
    var progress = ProgressLine(session: session, total: accounts, isShown: !global.quiet)
    defer { progress.clear() }
    try session.interruptible {
      try Store.createDemo(location, city, clock: session.clock) { done in
        try SignalInbox.check()
        progress.update(done) { _ in "\(done) of \(accounts) accounts" }
      }
    }
    progress.clear()
    if !global.quiet {
      session.say("\(location): \(accounts) accounts, \(years) years up to \(until)")
    }
    return .done
  }
}
