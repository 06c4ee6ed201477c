import Accounts
import ArgumentParser
import Reports

/// `mail …`
struct MailCommand: NounCommand {
  static let name = "mail"
  static let abstract = "E-mail to users, and its status"
  static let verbs: [Verb] = [
    Verb(MailList.self), Verb(MailSend.self), Verb(RetryMail.self), Verb(MailTemplateCommand.self),
  ]
}

extension RetryMail: ShownOperation {
  static let summary = "Send a failed mail again"
  static let discussion = """
    The mail is queued again and goes out with the next `mail send`. A mail with a sign-in link \
    loses its text when it fails; the error message names the command that sends a new one.
    """
  static let examples = [
    "mail list --status failed", "mail list --status failed --fields mail --csv -o failed.csv",
  ]
}

/// `mail list`
struct MailList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List mails to users, newest first",
    discussion: HelpText.discussion(
      "The text of a mail is not shown, because anyone who has its link can use it. A failed mail "
        + "shows the reason, and is sent again with `mail retry`.",
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
