import Accounts
import ArgumentParser
import Reports

/// `link …`
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Which users see which accounts",
    subcommands: [OperationCommand<AddLink>.self, OperationCommand<RemoveLink>.self, LinkList.self])
}

/// `link list`
struct LinkList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List links between users and accounts, or what lacks one",
    discussion: HelpText.discussion(
      "A link is ended where its customer no longer answers for the account.",
      examples: [
        "link list --account 2000007", "link list --accounts-without-user --csv",
        "link list --users-without-account", "link list --ended",
      ]))

  @Option(help: "only links of this user") var email: EmailAddress?
  @Option(help: ArgumentHelp("only links to this account", valueName: "account"))
  var account: String?
  @Flag(help: "only links whose customer no longer answers for the account") var ended = false
  @Flag(help: "links that were removed too") var all = false
  @Flag(help: "accounts that are open and that no user sees") var accountsWithoutUser = false
  @Flag(help: "users who see no account") var usersWithoutAccount = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) throws -> Report {
    let dialect = store.connection.dialect
    if accountsWithoutUser { return .accountsWithoutUser(asOf: day(store), dialect: dialect) }
    if usersWithoutAccount { return .users(UserFilter(isUnlinked: true)) }
    if let email { try store.requireUser(email) }
    return .links(
      email: email, account: account, isEnded: ended, withRemoved: all, asOf: day(store),
      dialect: dialect)
  }

  func validate() throws {
    let lacks = [accountsWithoutUser, usersWithoutAccount].count { $0 }
    if lacks > 1 || (lacks == 1 && (email != nil || account != nil || ended || all)) {
      throw ValidationError(
        "--accounts-without-user and --users-without-account stand alone")
    }
  }
}
