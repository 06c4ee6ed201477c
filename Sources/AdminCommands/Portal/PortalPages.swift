import Accounts
import ArgumentParser
import Reports

/// The session of a command that shows what a citizen who is signed in sees.
struct SessionFile: ParsableArguments {
  @Option(
    help: ArgumentHelp("read the session token from a file", valueName: "file"))
  var sessionFile: String?

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(sessionFile, "--session-file")
    return files
  }

  func user(in context: CommandContext) throws -> (user: Row<User>, store: Store) {
    let words = try SecretWords.filled(
      [sessionFile.map { Array($0.utf8) }], of: [PortalLink.sessionField], in: context)
    let token: PortalToken = try TypedValue.value(
      String(decoding: words[0] ?? [], as: UTF8.self), "session")
    let store = try context.store(.read)
    return (try store.signedIn(token), store)
  }
}

/// `portal show`
struct PortalShow: AdminCommand {
  static let uses: OptionUse = .datedPage
  static let reach: CommandReach = [.store, .input, .checks]
  static let help = CommandHelp(
    "show", abstract: "Show what a signed-in citizen sees",
    discussion: HelpText.discussion(
      """
      Without an account: announcements, the accounts that the user is linked to, requests, and \
      how to reach the city. For an account, the user sees the \
      days for which the linked customer is or was responsible, and of each payment the part that \
      pays the customer's bills or is the customer's credit. The session token comes from a file, \
      standard input or a prompt.
      """,
      examples: [
        "portal show --session-file session.txt", "portal show 2000007 --session-file session.txt",
      ]))
  static let leastRole = Role.clerk
  static let showsOwnData = true

  @OptionGroup var accountWord: AccountArgument
  @OptionGroup var session: SessionFile

  var files: CommandFiles { session.files }

  func run(in context: CommandContext) throws -> ExitStatus {
    let (user, store) = try session.user(in: context)
    let day = context.day(on: store)
    let page: Page =
      if let word = accountWord.word {
        try .portalAccount(try TypedValue.value(word, "account"), of: user, on: store, asOf: day)
      } else {
        try .portal(user, on: store, asOf: day)
      }
    try context.answer(page: page)
    return .done
  }
}

/// `portal bill`
struct PortalBill: AdminCommand {
  static let uses: OptionUse = .datedPage
  static let reach: CommandReach = [.store, .input, .checks]
  static let help = CommandHelp(
    "bill", abstract: "Show a bill as a signed-in citizen sees it",
    discussion: HelpText.discussion(
      """
      Shows the bill's totals, its lines, the user's own payments, and how to pay (settings city.phone, \
      city.web-site, city.hours). For a bill that was split when a customer moved, the user sees \
      what the linked customer owes, in all and of each line. Staff: `bill show`.
      """, examples: ["portal bill 8000001 --session-file session.txt"]))
  static let leastRole = Role.clerk
  static let showsOwnData = true

  @Argument(help: "bill number") var bill: String
  @OptionGroup var session: SessionFile

  var files: CommandFiles { session.files }

  func run(in context: CommandContext) throws -> ExitStatus {
    let number: BillNumber = try TypedValue.value(bill, "bill")
    let (user, store) = try session.user(in: context)
    try context.answer(
      page: try .portalBill(number, of: user, on: store, asOf: context.day(on: store)))
    return .done
  }
}

/// `portal request`
struct PortalRequest: AdminCommand {
  static let uses: OptionUse = .page
  static let reach: CommandReach = [.store, .input, .checks]
  static let help = CommandHelp(
    "request", abstract: "Show one of a citizen's own requests and its messages",
    discussion: HelpText.discussion(
      "Answer with `portal reply`. Staff: `request show`.",
      examples: ["portal request 1 --session-file session.txt"]))
  static let leastRole = Role.clerk
  static let showsOwnData = true

  @Argument(help: "request number") var request: String
  @OptionGroup var session: SessionFile

  var files: CommandFiles { session.files }

  func run(in context: CommandContext) throws -> ExitStatus {
    let number: WholeNumber = try TypedValue.value(request, "request")
    let (user, store) = try session.user(in: context)
    try context.answer(page: try .portalRequest(number.value, of: user, on: store))
    return .done
  }
}

/// `portal welcome`
struct PortalWelcome: ShowCommand {
  static let uses: OptionUse = .datedPage
  static let help = CommandHelp(
    "welcome", abstract: "Show the sign-in page",
    discussion: HelpText.discussion(
      """
      Shows announcements for everyone, where to sign in and register, and how to reach the city \
      (settings city.phone, city.web-site, city.hours).
      """, examples: ["portal welcome"]))

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .welcome(on: store, asOf: context.day(on: store))
  }
}
