import Accounts
import ArgumentParser
import Reports

/// What is done with scheduled reports.
enum ScheduleAction: String, Choice, ExpressibleByArgument {
  static let valueName = "action"
  case list, add, remove, run
}

/// `report schedule`
struct ReportScheduleCommand: AdminCommand {
  static let uses: OptionUse = [.list, .trial]
  static let reach: CommandReach = [.store, .files, .changes, .parts]
  static let furtherRoles = [
    (line: "report schedule add", role: AddReportSchedule.leastRole),
    (line: "report schedule remove", role: RemoveReportSchedule.leastRole),
    (line: "report schedule run", role: RunReportSchedule.leastRole),
  ]
  static let standsAlone = true
  static let looksBack = true
  var takesPast: Bool { action == .list }

  @Argument(help: "list, add, remove or run") var action: ScheduleAction = .list
  @Argument(help: "name of the scheduled report") var name: String?
  @Argument(help: "the report with its options, in quotes") var line: String?
  @Option(help: "how often; default: day") var every: SchedulePeriod?
  @Option(
    help: ArgumentHelp(
      "day of the week, 1 is Monday, or of the month; default: 1", valueName: "number"))
  var on: String?
  @Option(help: ArgumentHelp("time of day, in the city's time zone (05:00)", valueName: "time"))
  var atTime: String?
  @Option(help: ArgumentHelp("folder for its files; an absolute path", valueName: "folder"))
  var folder: String?
  @Option(help: ArgumentHelp("e-mail address that it is sent to", valueName: "email")) var mail:
    String?
  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  func validate() throws {
    let isSet = every != nil || on != nil || atTime != nil || folder != nil || mail != nil
    switch action {
    case .add where line == nil:
      throw ValidationError("needed: a name and the report, e.g. use \"report consumption\"")
    case .add where folder == nil && mail == nil:
      throw ValidationError("needed: --folder or --mail")
    case .add where folder != nil && mail != nil:
      throw ValidationError(
        "--folder and --mail are both given; schedule the report twice, under two names")
    case .remove where name == nil: throw ValidationError("NAME is missing")
    case .list where name != nil: throw ValidationError("`list` takes no name")
    case .remove where line != nil, .run where line != nil:
      throw ValidationError("`\(action.rawValue)` takes a name and no report")
    case .list where isSet, .remove where isSet, .run where isSet:
      throw ValidationError("--every, --on, --at-time, --folder and --mail are for `add`")
    default: break
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    try refuseForeign(in: context)
    let reason = try reason.map { try TypedValue.value($0, "reason") as Remark }?.text
    let name = try name.map { try TypedValue.value($0, "name") as ScheduleName }
    switch (action, name) {
    case (.add, let name?):
      let store = try context.store(.write)
      let row = try row(name, on: store, context)
      return try change(AddReportSchedule(row), on: store, reason, context)
    case (.remove, let name?):
      let store = try context.store(.write)
      return try change(RemoveReportSchedule(name), on: store, reason, context)
    case (.run, _):
      return try context.session.keepingConnections {
        try ReportScheduleRun(context, reason: reason).run(only: name)
      }
    default:
      try context.answer(.reportSchedules(), on: try context.store(.read))
      return .done
    }
  }
}

extension ReportScheduleCommand {
  /// Options of a list would be ignored, or hold for no report that is made later.
  private func refuseForeign(in context: CommandContext) throws {
    guard action == .add || action == .remove else { return }
    let name = "report schedule \(action.rawValue)"
    try context.refuseUnused(by: action == .add ? [.trial, .data] : .trial, name)
    guard action == .add else { return }
    for option in TypedLine(context.typed).givenOptions
    where Self.ofOutput.contains(option.name) {
      throw CommandError(
        .usage, "--\(option.name) has no effect on \(name)",
        remedy: "--format, --folder and --mail say what is made and where it goes")
    }
  }

  private static let ofOutput = GlobalOption.namesOfData.subtracting(["format", "csv", "json"])

  fileprivate func change<M: Mutation>(
    _ operation: M, on store: Store, _ reason: String?, _ context: CommandContext
  ) throws -> ExitStatus {
    try context.require(M.leastRole, for: "report schedule \(action.rawValue)", on: store)
    let made = try store.change(
      by: context.author(reason: reason), isDryRun: context.options.dryRun
    ) { .commit(try $0.perform(operation)) }
    context.say(made.value.effect)
    return context.options.dryRun && context.options.detailedExitcode ? .changesPending : .done
  }
}
