import Accounts
import Reports

extension ReportScheduleCommand {
  /// What is to be kept of a report, checked as far as it can be before it is made.
  func row(
    _ name: ScheduleName, on store: Store, _ context: CommandContext
  ) throws -> Row<ReportSchedule> {
    let every = every ?? .day
    let format = try format(context)
    let report = try ScheduledLine(line ?? "")
    try context.require(report.leastRole, for: report.name, on: store)
    try report.check(on: store, in: context)
    var row = Row<ReportSchedule>()
    row[ReportSchedule.name] = name
    row[ReportSchedule.line] = try TypedValue.value(report.text, "line")
    row[ReportSchedule.format] = Line(trusted: format.rawValue)
    row[ReportSchedule.every] = every
    row[ReportSchedule.onDay] = try day(of: every)
    row[ReportSchedule.minute] = try Self.minute(atTime ?? "05:00")
    row[ReportSchedule.email] = try mail.map { try TypedValue.value($0, "mail") }
    row[ReportSchedule.folder] = try folder.map { folder in
      guard folder.hasPrefix("/") else {
        throw Rejection(
          .malformed, field: "folder", found: folder, expected: "a path that begins with /",
          remedy: "a timer runs in another folder")
      }
      if !context.options.quiet, !FileNames.isFolder(folder) {
        context.say(
          "note: the folder \(folder) does not exist on this machine; the report will fail until it does"
        )
      }
      return try TypedValue.value(folder, "folder")
    }
    return row
  }

  private func format(_ context: CommandContext) throws -> OutputFormat {
    let options = context.options
    let format = options.format ?? (options.json ? .json : .csv)
    guard mail == nil || ![.html, .xlsx].contains(format) else {
      throw Rejection(
        .contradictory, field: "mail", found: format.rawValue,
        expected: "a text format, because the outbox has no attachments",
        remedy: "use --format csv, or --folder")
    }
    return format
  }

  private func day(of every: SchedulePeriod) throws -> Int? {
    guard let days = every.days else {
      guard on == nil else {
        throw Rejection(
          .contradictory, field: "on", found: "a day for a daily report",
          expected: "--every week or month", remedy: "leave --on out")
      }
      return nil
    }
    let typed = on ?? "1"
    guard let on = Int(typed), days.contains(on) else {
      throw Rejection(
        .outOfRange, field: "on", found: typed,
        expected: "a number from \(days.lowerBound) to \(days.upperBound)",
        remedy: every == .week ? "1 is Monday, 7 Sunday" : "31 is the last day of every month")
    }
    return on
  }

  private static func minute(_ text: String) throws -> Int {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let hours = Int(parts[0]),
      let minutes = Int(parts[1]), (0..<24).contains(hours), (0..<60).contains(minutes)
    else {
      throw Rejection(
        .malformed, field: "at-time", found: text, expected: "a time of the day",
        remedy: "e.g. 05:00 or 17:30")
    }
    return hours * 60 + minutes
  }
}
