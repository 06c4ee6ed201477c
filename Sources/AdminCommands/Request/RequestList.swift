import Accounts
import ArgumentParser
import Reports

/// `request list`
struct RequestList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List requests that are not closed, the oldest first",
    discussion: HelpText.discussion(
      "The age is in days until today, or the day in --as-of; of a closed request, until then.",
      examples: [
        "request list", "request list --unassigned --older-than 3",
        "request list --status closed --csv",
      ]))

  @Option(help: "only requests that have come so far") var status: RequestStatus?
  @Option(help: ArgumentHelp("only what is assigned to this operator", valueName: "operator"))
  var assignee: String?
  @Flag(help: "only what nobody is assigned to") var unassigned = false
  @Option(help: ArgumentHelp("only requests from this address", valueName: "email"))
  var email: EmailAddress?
  @Option(help: "only requests about this account") var account: String?
  @Option(help: ArgumentHelp("received more than so many days ago", valueName: "days"))
  var olderThan: Int?
  @Flag(help: "closed requests too") var all = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report {
    var filter = Report.RequestFilter()
    filter.status = status
    filter.isClosedShown = all
    filter.assignee = assignee
    filter.isUnassigned = unassigned
    filter.email = email
    filter.account = account
    filter.olderThan = olderThan
    return .requests(filter, asOf: day(store), dialect: store.connection.dialect)
  }

  func validate() throws {
    if unassigned, assignee != nil {
      throw ValidationError("--unassigned and --assignee exclude each other")
    }
    if let olderThan, !(0...36_500).contains(olderThan) {
      throw ValidationError("--older-than: found \(olderThan), expected 0 to 36500 days")
    }
  }
}
