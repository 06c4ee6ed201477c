import Accounts
import ArgumentParser
import Reports

/// `eft show`
struct EFTShow: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an account's automatic payments and what became of them",
    discussion: HelpText.discussion(
      """
      The bank account is shown by its last four digits. With --reveal it is shown whole, and that \
      it was is put into the journal, with --reason.
      """,
      examples: ["eft show 2000001", "eft show 2000001 --reveal --reason \"bank inquiry\""]))

  @Argument(help: "account number") var account: String
  @Option(help: ArgumentHelp("why, for the journal", valueName: "text")) var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let store = try session.store(global, global.reveal ? .write : .read, recordsReveal: false)
    if global.reveal {
      try session.require(LeastRole.revealBankAccount, for: "eft show --reveal", on: store)
    }
    let number: AccountNumber = try Words.value(account, "account")
    let reason = try reason.map { try Words.value($0, "reason") as Remark }
    let revealed =
      global.reveal
      ? try store.revealBankAccount(of: number, author: session.author(reason: reason?.text)) : nil
    try session.answer(
      global,
      page: try .eft(number, revealed: revealed, on: store, asOf: global.asOf ?? store.today))
    return .done
  }
}
