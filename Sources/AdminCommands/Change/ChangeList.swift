import Accounts
import ArgumentParser
import Reports

/// `change list`
struct ChangeList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List changes, newest first",
    discussion: HelpText.discussion(
      "", examples: ["change list --limit 20", "change list --table customer --key 100001"]))

  @Option(help: "only changes by this operator") var `operator`: String?
  @Option(
    help: ArgumentHelp("only changes since this day or time", valueName: "time"),
    transform: TypedValue.option)
  var since: TypedTime?
  @Option(help: "only changes to rows of this table") var table: String?
  @Option(help: "only changes to the row with this key; requires --table") var key: String?

  func validate() throws {
    if key != nil, table == nil { throw ValidationError("--key requires --table") }
  }

  func report(on store: Store, in context: CommandContext) throws -> Report {
    if let table, Table.named(table) == nil {
      throw Rejection(
        .notFound, field: "table", found: "no table \(table)",
        expected: "one of " + Table.names.joined(separator: ", "), remedy: "use one of these tables"
      )
    }
    return .changes(
      operatorName: try store.filter(
        staff: `operator`, "operator", in: "change", "operator",
        caller: context.identity.operatorName),
      since: try TypedValue.moment(since, "--since", on: store), table: table,
      key: try store.filter(key: key, of: table))
  }
}
