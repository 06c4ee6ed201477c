import Accounts
import ArgumentParser
import Reports

/// `portal …`: the citizen's side.
struct PortalCommand: NounCommand {
  static let name = "portal"
  static let abstract = "What citizens do in the portal"
  static let verbs: [Verb] = [
    Verb(PortalRegister.self),
    Verb(PortalActivate.self),
    Verb(SignIn.self),
    Verb(PortalSignOut.self),
    Verb(ForgotPassword.self),
    Verb(PortalResetPassword.self),
    Verb(ChangePassword.self),
    Verb(PortalUnlock.self),
    Verb(PortalProfile.self),
    Verb(AddIdentity.self),
    Verb(RemoveIdentity.self),
    Verb(PortalLink.self),
    Verb(PortalEFT.self),
    Verb(PortalEndEFT.self),
    Verb(PortalDelivery.self),
    Verb(PortalContact.self),
    Verb(PortalShow.self),
  ]
}

/// `portal show`
struct PortalShow: AdminCommand {
  static let help = CommandHelp(
    "show", abstract: "Show what a citizen who is signed in sees",
    discussion: HelpText.discussion(
      """
      Without an account: what is announced, and the accounts that the user is linked to. Of an account the user sees the \
      days for which the linked customer answers or answered. The session token comes from a file, \
      standard input or a prompt.
      """,
      examples: [
        "portal show --session-file session.txt", "portal show 2000007 --session-file session.txt",
      ]))
  static let leastRole = Role.clerk

  static let showsOwnData = true

  @Argument(help: "account number") var account: String?
  @Option(
    help: ArgumentHelp("read the session token from a file", valueName: "file"))
  var sessionFile: String?

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(sessionFile, "--session-file")
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let words = try SecretWords.filled(
      [sessionFile.map { Array($0.utf8) }], of: [PortalLink.sessionField], in: context)
    let token: PortalToken = try Words.value(
      String(decoding: words[0] ?? [], as: UTF8.self), "session")
    let store = try context.store(.read)
    let user = try store.signedIn(token)
    let day = context.day(on: store)
    let page: Page =
      if let account {
        try .portalAccount(
          try Words.value(account, "account"), of: user, on: store,
          asOf: day)
      } else {
        try .portal(user, on: store, asOf: day)
      }
    try context.answer(page: page)
    return .done
  }
}
