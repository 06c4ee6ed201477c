import Accounts
import ArgumentParser
import Reports

/// The options that narrow a list of changes, or of those that are bulk runs.
struct ChangeFilterOptions: ParsableArguments {
  @Option(help: "only changes by this operator") var `operator`: String?
  @Option(
    help: ArgumentHelp("only changes since this day or time", valueName: "time"),
    transform: TypedValue.option)
  var since: TypedTime?
  @Option(
    help: ArgumentHelp("only changes up to this day or time", valueName: "time"),
    transform: TypedValue.option)
  var until: TypedTime?
  @Option(help: "only changes to rows of this table") var table: String?
  @Option(help: "only changes to the row with this key; requires --table") var key: String?

  func validate() throws {
    if key != nil, table == nil { throw ValidationError("--key requires --table") }
  }

  func filter(on store: Store, in context: CommandContext) throws -> ChangeFilter {
    if let table, Table.named(table) == nil {
      throw Rejection(
        .notFound, field: "table", found: "no table \(table)",
        expected: "one of " + Table.names.joined(separator: ", "),
        remedy: "`ubadmin query --tables` lists them")
    }
    var filter = ChangeFilter()
    filter.operatorName = try store.filter(
      staff: `operator`, "operator", in: "change", "operator",
      caller: context.identity.operatorName)
    filter.since = try TypedValue.moment(since, "--since", on: store)
    filter.until = try last(on: store)
    if let first = filter.since, let last = filter.until, last < first {
      throw ValidationError("--until is before --since")
    }
    filter.table = table
    filter.key = try store.filter(key: key, of: table)
    return filter
  }

  /// A day given to --until includes all of that day.
  private func last(on store: Store) throws -> Timestamp? {
    guard case .day(let typed)? = until else {
      return try TypedValue.moment(until, "--until", on: store)
    }
    return store.settings.zone.end(of: typed.day(today: store.today))
  }
}
