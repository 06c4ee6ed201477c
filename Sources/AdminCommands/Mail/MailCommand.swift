import Accounts
import ArgumentParser
import Reports

/// `mail …`
struct MailCommand: NounCommand {
  static let name = "mail"
  static let abstract = "Mails to users, and how far they have come"
  static let verbs: [Verb] = [
    Verb(MailList.self), Verb(MailSend.self), Verb(RetryMail.self), Verb(MailTemplateCommand.self),
  ]
}

extension RetryMail: ShownOperation {
  static let summary = "Send a mail that has failed once more"
  static let discussion = """
    The mail waits again, and goes out with the next `mail send`. A mail whose link lets its reader in \
    was emptied when it failed: the refusal names the command that posts a new one.
    """
  static let examples = [
    "mail list --status failed", "mail list --status failed --fields mail --csv -o failed.csv",
  ]
}

/// `mail list`
struct MailList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List mails to users, the latest first",
    discussion: HelpText.discussion(
      "What a mail says is not shown: its link lets its reader in. What has failed says why, and is sent "
        + "again with `mail retry`.",
      examples: ["mail list --status waiting", "mail list --to helen.barros14@example.net --json"]))

  @Option(help: "only mails with this status") var status: OutboxStatus?
  @Option(help: "only mails of this kind") var kind: LetterKind?
  @Option(
    help: ArgumentHelp("only mails to this address", valueName: "email"),
    transform: TypedValue.option)
  var to: EmailAddress?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .mails(status: status, kind: kind, to: try store.filter(address: to, "to"))
  }
}
