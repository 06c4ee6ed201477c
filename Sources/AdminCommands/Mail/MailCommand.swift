import Accounts
import ArgumentParser
import Reports

/// `mail …`
struct MailCommand: NounCommand {
  static let name = "mail"
  static let abstract = "Mails to users, and how far they have come"
  static let verbs: [Verb] = [
    Verb(MailList.self), Verb(MailSend.self), Verb(MailTemplateCommand.self),
  ]
}

/// `mail list`
struct MailList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List mails to users, the latest first",
    discussion: HelpText.discussion(
      "What a mail says is not shown: its link lets its reader in.",
      examples: ["mail list --status waiting", "mail list --to helen.barros14@example.net --json"]))

  @Option(help: "only mails with this status") var status: OutboxStatus?
  @Option(help: "only mails of this kind") var kind: LetterKind?
  @Option(
    help: ArgumentHelp("only mails to this address", valueName: "email"), transform: Words.option)
  var to: EmailAddress?

  func report(on store: Store, in context: CommandContext) -> Report {
    .mails(status: status, kind: kind, to: to)
  }
}
