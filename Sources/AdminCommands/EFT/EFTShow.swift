import Accounts
import ArgumentParser
import Reports

/// `eft show`
struct EFTShow: AdminCommand {
  static let uses: OptionUse = .datedPage
  static let help = CommandHelp(
    "show", abstract: "Show an account's automatic payments and their outcome",
    usage: NeededAccount.usage("eft"),
    discussion: HelpText.discussion(
      """
      Only the last four digits of the bank account are shown. With --reveal it is shown in full, and \
      this is recorded in the journal, with --reason.
      """,
      examples: ["eft show 2000016", "eft show 2000016 --reveal --reason \"bank inquiry\""]))

  static let furtherRoles = [(line: "eft show --reveal", role: Role.ofBankAccountReveal)]
  static let looksBack = true
  static let asksForKey = true

  @OptionGroup var account: NeededAccount
  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    guard context.options.at == nil || !context.options.reveal else {
      throw ValidationError(
        "--reveal shows the current bank account, so it cannot be used with --at")
    }
    let store = try context.store(context.options.reveal ? .write : .read, recordsReveal: false)
    if context.options.reveal {
      try context.require(.ofBankAccountReveal, for: "eft show --reveal", on: store)
    }
    let number = try account.number()
    let reason = try reason.map { try TypedValue.value($0, "reason") as Remark }
    let revealed =
      context.options.reveal
      ? try store.revealBankAccount(of: number, author: context.author(reason: reason?.text)) : nil
    try context.answer(
      page: try .eft(number, revealed: revealed, on: store, asOf: context.day(on: store)))
    return .done
  }
}
