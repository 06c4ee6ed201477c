import Accounts
import ArgumentParser
import Reports

/// `meter list`
struct MeterList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List meters and the services they are in",
    discussion: HelpText.discussion("", examples: ["meter list --account 2000001"]))

  @Option(help: ArgumentHelp("only meters of this account", valueName: "account"))
  var account: String?
  @Option(help: "only meters that are (yes) or are not (no) in a service")
  var installed: YesNo?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report {
    .meters(
      account: account, isInstalled: installed?.isYes, asOf: day(store),
      dialect: store.dialect)
  }
}
