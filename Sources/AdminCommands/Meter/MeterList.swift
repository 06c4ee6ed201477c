import Accounts
import ArgumentParser
import Reports

/// `meter list`
struct MeterList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List meters and the services they are in",
    discussion: HelpText.discussion("", examples: ["meter list --account 2000001"]))

  @OptionGroup var accountWord: AccountArgument
  @Option(help: "only meters in a service (yes) or not in a service (no)")
  var installed: YesNo?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .meters(
      accounts: try accountWord.filter(on: store),
      isInstalled: installed?.isYes, asOf: context.day(on: store),
      dialect: store.dialect)
  }
}
