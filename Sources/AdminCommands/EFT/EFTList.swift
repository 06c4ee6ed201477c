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
      --prenote unsent lists enrollments whose prenote goes out with the next `ubadmin eft export`, \
      waiting those that the bank may still return, and due those whose waiting period is over.

      --corrections lists enrollments for which the bank has requested a manual correction (C04, C08 \
      to C13, or bank details that had changed since), until the next entry goes out; `ubadmin eft show` \
      shows the code.
      """,
      examples: [
        "eft list --corrections", "eft list --status entered", "eft list --bank 021000021 --csv",
      ]))

  @Option(help: "only enrollments with this status") var status: EFTState?
  /// The older name of `--status`.
  @Option(help: .hidden) var state: EFTState?
  @OptionGroup var accountWord: AccountArgument
  @Option(help: ArgumentHelp("only this routing number", valueName: "routing")) var bank: String?
  @Option(help: "only enrollments whose prenote is at this step") var prenote: PrenoteStep?
  @Flag(help: "only enrollments that need a manual correction requested by the bank")
  var corrections = false

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .enrollments(
      accounts: try accountWord.filter(on: store), state: status ?? state,
      routing: try bank.map { try TypedValue.value($0, "bank") as RoutingNumber }?.text,
      isToBeCorrected: corrections,
      prenote: prenote?.sql(asOf: context.day(on: store), store.settings),
      asOf: context.day(on: store), dialect: store.dialect)
  }
}
