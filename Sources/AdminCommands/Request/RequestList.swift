import Accounts
import ArgumentParser
import Reports

/// `request list`
struct RequestList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List requests that are not closed, oldest first",
    discussion: HelpText.discussion(
      """
      Age is in days, up to the day the request was closed, or else up to today or the day in --as-of. As of an \
      earlier day, these are the requests received by then and not closed by then, with their status today.
      """,
      examples: [
        "request list", "request list --unassigned --older-than 3",
        "request list --status closed --csv",
      ]))

  @Option(help: "only requests with this status") var status: RequestStatus?
  @Option(help: ArgumentHelp("only requests assigned to this operator", valueName: "operator"))
  var assignee: String?
  @Flag(help: "only requests without an assignee") var unassigned = false
  @Option(
    help: ArgumentHelp("only requests from this address", valueName: "email"),
    transform: TypedValue.option)
  var email: EmailAddress?
  @OptionGroup var accountWord: AccountArgument
  @Option(
    help: ArgumentHelp("only requests received more than this many days ago", valueName: "days"))
  var olderThan: Int?
  @Flag(help: "include closed requests") var all = false

  func report(on store: Store, in context: CommandContext) throws -> Report {
    var filter = Report.RequestFilter()
    filter.status = status
    filter.isClosedShown = all
    filter.assignee = try store.filter(
      staff: assignee, "assignee", in: "request", Request.assignee.name,
      caller: context.identity.operatorName)
    filter.isUnassigned = unassigned
    filter.email = try store.filter(address: email, "email")
    filter.accounts = try accountWord.filter(on: store)
    filter.olderThan = olderThan
    let day = context.day(on: store)
    return .requests(
      filter, asOf: day, isEarlierDay: day < store.today, dialect: store.dialect)
  }

  func validate() throws {
    if unassigned, assignee != nil {
      throw ValidationError("--unassigned and --assignee cannot be used together")
    }
    if let olderThan, !(0...36_500).contains(olderThan) {
      throw ValidationError("--older-than: found \(olderThan), expected 0 to 36500 days")
    }
  }
}
