import Accounts
import ArgumentParser
import Reports

/// `eft show`
struct EFTShow: AdminCommand {
  static let uses: OptionUse = .datedPage
  static let help = CommandHelp(
    "show", abstract: "Show an account's automatic payments and what became of them",
    discussion: HelpText.discussion(
      """
      The bank account is shown by its last four digits. With --reveal it is shown whole, and that \
      it was is put into the journal, with --reason.
      """,
      examples: ["eft show 2000001", "eft show 2000001 --reveal --reason \"bank inquiry\""]))

  static let looksBack = true
  static let asksForKey = true

  @OptionGroup var account: NeededAccount
  @Option(help: ArgumentHelp("why, for the journal", valueName: "text")) var reason: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    guard context.options.at == nil || !context.options.reveal else {
      throw ValidationError("--reveal shows the bank account of now, so it does not go with --at")
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
