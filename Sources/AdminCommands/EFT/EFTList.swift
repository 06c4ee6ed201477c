import Accounts
import ArgumentParser
import Reports

/// `eft list`
struct EFTList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List enrollments for automatic payments",
    discussion: HelpText.discussion(
      "", examples: ["eft list --state entered", "eft list --bank 021000021 --csv"]))

  @Option(help: "only enrollments with this status") var state: EFTState?
  @OptionGroup var accountWord: AccountArgument
  @Option(help: ArgumentHelp("only this routing number", valueName: "routing")) var bank: String?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .enrollments(
      account: try accountWord.filter(on: store)?.text, state: state,
      routing: try bank.map { try TypedValue.value($0, "bank") as RoutingNumber }?.text,
      asOf: context.day(on: store),
      dialect: store.dialect)
  }
}
