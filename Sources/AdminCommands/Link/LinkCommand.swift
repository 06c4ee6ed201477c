import Accounts
import ArgumentParser
import Reports

/// `link …`
struct LinkCommand: NounCommand {
  static let name = "link"
  static let abstract = "Links between portal users and accounts"
  static let verbs: [Verb] = [
    Verb(AddLink.self), Verb(RemoveLink.self), Verb(LinkList.self),
  ]
}

/// `link list`
struct LinkList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List links, or users and accounts without one",
    discussion: HelpText.discussion(
      """
      A link ends when its customer is no longer responsible for the account. --as-of shows the links \
      that existed on that day.
      """,
      examples: [
        "link list --account 2000007", "link list --accounts-without-user --csv",
        "link list --users-without-account", "link list --ended",
      ]))

  @Option(help: "only links of this user", transform: TypedValue.option) var email: EmailAddress?
  @OptionGroup var accountWord: AccountArgument
  @Flag(help: "only links whose customer is no longer responsible for the account") var ended =
    false
  @Flag(help: "include removed links") var all = false
  @Flag(help: "list the open accounts that no user is linked to") var accountsWithoutUser = false
  @Flag(help: "list the users without a linked account") var usersWithoutAccount = false

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let dialect = store.dialect
    if accountsWithoutUser {
      return .accountsWithoutUser(asOf: context.day(on: store), dialect: dialect)
    }
    if usersWithoutAccount {
      guard context.options.asOf == nil else {
        throw ValidationError("--as-of has no effect with --users-without-account")
      }
      return .users(UserFilter(isUnlinked: true))
    }
    if let email { try store.requireUser(email) }
    return .links(
      email: email, accounts: try accountWord.filter(on: store),
      isEnded: ended, withRemoved: all,
      asOf: context.day(on: store),
      dialect: dialect)
  }

  func validate() throws {
    let lacks = [accountsWithoutUser, usersWithoutAccount].count { $0 }
    if lacks > 1 || (lacks == 1 && (email != nil || accountWord.word != nil || ended || all)) {
      throw ValidationError(
        "--accounts-without-user and --users-without-account cannot be used with other filters")
    }
  }
}
