import Accounts
import ArgumentParser
import Reports

/// `eft list`
struct EFTList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List enrollments for automatic payments",
    discussion: HelpText.discussion(
      """
      --corrections lists whose last entry the bank has asked to correct by hand (C04, C08 to C13), until \
      the next one goes out; `ubadmin eft show` has the code.
      """,
      examples: [
        "eft list --corrections", "eft list --state entered", "eft list --bank 021000021 --csv",
      ]))

  @Option(help: "only enrollments with this status") var state: EFTState?
  @OptionGroup var accountWord: AccountArgument
  @Option(help: ArgumentHelp("only this routing number", valueName: "routing")) var bank: String?

  @Flag(help: "only those that are to be corrected by hand, as the bank said")
  var corrections = false

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .enrollments(
      accounts: try accountWord.filter(on: store), state: state,
      routing: try bank.map { try TypedValue.value($0, "bank") as RoutingNumber }?.text,
      isToBeCorrected: corrections, asOf: context.day(on: store), dialect: store.dialect)
  }
}
