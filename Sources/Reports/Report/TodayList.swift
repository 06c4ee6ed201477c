package import Accounts

extension Report {
  /// Pending work: one row for each kind, with the command that opens it.
  /// - Parameters:
  ///   - plans: the days on which plans that wait to be applied were made.
  ///   - program: the beginning of the commands.
  package static func today(
    asOf day: CivilDate, plans: [CivilDate], program: String = "ubadmin ", on store: Store
  ) throws -> Report {
    // The doctor checks only the current store.
    let problems = store.past == nil ? try Waiting.problems(on: store, asOf: day) : nil
    let others = [Waiting.plans(plans, store.dialect), problems]
    let waiting = Waiting.all(day, on: store) + others.compactMap(\.self)
    let arms = waiting.enumerated().map { place, waiting in
      """
      SELECT \(place) AS place, '\(waiting.what)' AS waiting, \(waiting.items) AS items, \
      MIN(\(waiting.day)) AS first_on, '\(program)\(waiting.command)' AS command\(waiting.from)
      """
    }
    return Report(
      "today",
      columns: [
        Column("waiting", "w.waiting", isWhole: true), Column("items", "w.items", .integer),
        Column("since", "w.first_on", title: "Date", .date),
        Column("command", "w.command").runnable(),
      ], from: "(\(arms.joined(separator: " UNION ALL "))) w",
      where: [Condition("w.items > 0")], orderBy: ["w.place"])
  }
}

extension Store {
  /// The number of items of each kind that wait for a clerk, without kinds that have none.
  package func waiting(asOf day: CivilDate) throws -> [(what: String, items: Int64)] {
    try Waiting.all(day, on: self).compactMap { waiting in
      var items: Int64 = 0
      try each(sql: "SELECT \(waiting.items)\(waiting.from)") { row in
        items = row.integer(0)
        return false
      }
      return items > 0 ? (waiting.what, items) : nil
    }
  }
}

/// A kind of item that waits for a clerk.
private struct Waiting {
  let what: String
  /// SQL for the day of an item, of which the earliest is shown.
  var day = "CAST(NULL AS DATE)"
  /// FROM and WHERE; nil if `items` is known.
  let source: String?
  let command: String
  var items = "COUNT(*)"
  var from: String { source.map { " FROM " + $0 } ?? "" }

  static func plans(_ days: [CivilDate], _ dialect: any Dialect) -> Waiting? {
    days.min().map { first in
      Waiting(
        what: "plans to apply",
        day: dialect.dateMark.replacing("?", with: "'\(first)'"), source: nil,
        command: "plan list", items: "\(days.count)")
    }
  }

  /// The problems that `store doctor` finds without reading the whole store.
  static func problems(on store: Store, asOf day: CivilDate) throws -> Waiting? {
    var found = 0
    try store.examine(for: Problem.quick, asOf: day) { _ in found += 1 }
    guard found > 0 else { return nil }
    return Waiting(
      what: "problems found", source: nil,
      command: "store doctor --quick" + asOf(day, on: store), items: "\(found)")
  }

  static func all(_ day: CivilDate, on store: Store) -> [Waiting] {
    let week = day.adding(days: 7)
    return [
      Waiting(
        what: "unassigned requests", day: "received_on",
        source: "request WHERE status = \(RequestStatus.open.sql)",
        command: "request list --status \(RequestStatus.open.rawValue)"),
      Waiting(
        what: "assigned requests", day: "received_on",
        source: "request WHERE status = \(RequestStatus.assigned.sql)",
        command: "request list --status \(RequestStatus.assigned.rawValue)"),
      Waiting(
        what: "starts and stops in 7 days", day: "e.event_on",
        source: """
          (\(events("start_on", day, week)) UNION ALL \(stops(day, week, on: store))) e
          """,
        command: "report starts-and-stops --from \(day.adding(days: 1)) --to \(week)"),
      finalBillsDue(day, on: store),
      Waiting(
        what: "users locked out",
        source: "portal_user WHERE status = \(UserStatus.lockedOut.sql) AND NOT "
          + UserLock.isOver("", store.settings, at: store.now),
        command: "user list --locked"),
      Waiting(
        what: "accounts with bounces", day: "b.bounced_on",
        source: Report.bouncedDeliveries(on: store.today),
        command: "delivery list --bounced"),
      Waiting(
        what: "failed mails",
        source: "outbox_message WHERE status = \(OutboxStatus.failed.sql)",
        command: "mail list --status \(OutboxStatus.failed.rawValue)"),
      Waiting(
        what: "mails to send",
        source: "outbox_message WHERE status = \(OutboxStatus.waiting.sql)",
        command: "mail list --status \(OutboxStatus.waiting.rawValue)"),
      enrollments("enrollments to confirm", "entered_on", .entered, on: store),
      prenotes("prenotes to send", "entered_on", .unsent, on: store),
      prenotes("prenotes waiting", "prenote_on", .waiting, on: store),
      prenotes("prenotes past the wait", "prenote_on", .due, on: store),
      enrollments("returned enrollments", "entered_on", .returned, on: store),
      Waiting(
        what: "bank corrections to make", day: "n.returned_on",
        source: """
          \(BankCorrections.entries) AND EXISTS (SELECT 1 FROM eft_enrollment e \
          WHERE e.enrollment = n.enrollment AND e.state <> \(EFTState.cancelled.sql))
          """,
        command: "eft list --corrections"),
    ]
  }

  /// Services are marked with their final bills as of today. For another day or an earlier state, bills are searched.
  private static func finalBillsDue(_ day: CivilDate, on store: Store) -> Waiting {
    let stopped = "service s WHERE cancelled_on IS NULL AND stop_on <= '\(day)'"
    let command = "report final-bills-due" + asOf(day, on: store)
    let (open, later) = ("final_billed_on IS NULL", "final_billed_on > '\(day)'")
    guard isNow(day, on: store) else {
      return Waiting(
        what: "final bills due", day: "stop_on",
        source: "\(stopped) AND (\(open) OR \(later)) "
          + "AND NOT \(FinalBill.sql(asOf: "'\(day)'", store.dialect))",
        command: command)
    }
    // Each of the two is counted in an index of its own.
    func both(_ value: String, _ all: String) -> String {
      let parts = [open, later].map { "SELECT \(value) AS part FROM \(stopped) AND \($0)" }
      return "(SELECT \(all)(part) FROM (\(parts.joined(separator: " UNION ALL "))) p)"
    }
    return Waiting(
      what: "final bills due", day: both("MIN(stop_on)", "MIN"), source: nil, command: command,
      items: "CAST(\(both("COUNT(*)", "SUM")) AS BIGINT)")
  }

  private static func isNow(_ day: CivilDate, on store: Store) -> Bool {
    day == store.today && store.past == nil
  }

  /// The option that a command needs to show another day than today.
  private static func asOf(_ day: CivilDate, on store: Store) -> String {
    day == store.today ? "" : " --as-of \(day)"
  }

  private static func enrollments(
    _ what: String, _ day: String, _ state: EFTState, on store: Store
  ) -> Waiting {
    Waiting(
      what: what, day: day,
      source:
        "eft_enrollment e WHERE e.state = \(state.sql) AND \(inForce(on: store.today))",
      command: "eft list --status \(state.rawValue)")
  }

  private static func prenotes(
    _ what: String, _ day: String, _ step: PrenoteStep, on store: Store
  ) -> Waiting {
    Waiting(
      what: what, day: day,
      source: "eft_enrollment e WHERE \(step.sql(asOf: store.today, store.settings)) "
        + "AND \(inForce(on: store.today))", command: "eft list --prenote \(step.rawValue)")
  }

  private static func inForce(on day: CivilDate) -> String {
    "e.entered_on <= '\(day)' AND (e.ends_on IS NULL OR e.ends_on > '\(day)')"
  }

  /// Start or stop dates of services after a day, up to and including another.
  private static func events(_ column: String, _ day: CivilDate, _ last: CivilDate) -> String {
    "SELECT \(column) AS event_on FROM service "
      + "WHERE cancelled_on IS NULL AND \(column) > '\(day)' AND \(column) <= '\(last)'"
  }

  private static func stops(_ day: CivilDate, _ last: CivilDate, on store: Store) -> String {
    let stops = events("stop_on", day, last)
    guard isNow(day, on: store) else { return stops }
    // Each part has an index. A final bill is never dated before the last day of its service.
    return "\(stops) AND final_billed_on IS NULL "
      + "UNION ALL \(stops) AND final_billed_on >= '\(day)'"
  }
}
