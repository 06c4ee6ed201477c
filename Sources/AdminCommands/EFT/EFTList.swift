import Accounts
import ArgumentParser
import Reports

/// `eft list`
struct EFTList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List enrollments for automatic payments",
    discussion: HelpText.discussion(
      "", examples: ["eft list --state entered", "eft list --bank 021000021 --csv"]))

  @Option(help: "only enrollments with this status") var state: EFTState?
  @Option(help: "only this account") var account: String?
  @Option(help: ArgumentHelp("only this routing number", valueName: "routing")) var bank: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report {
    .enrollments(
      account: account, state: state, routing: bank, asOf: day(store),
      dialect: store.dialect)
  }
}
