package import Accounts

extension Report {
  /// What waits for a clerk: a row for each kind, with the command that opens it.
  package static func today(asOf day: CivilDate, dialect: any Dialect) -> Report {
    let arms = Waiting.all(day).enumerated().map { place, waiting in
      """
      SELECT \(place) AS place, '\(waiting.what)' AS waiting, COUNT(*) AS items, \
      MIN(\(waiting.day)) AS first_on, 'ubadmin \(waiting.command)' AS command \
      FROM \(waiting.source)
      """
    }
    return Report(
      "today",
      columns: [
        Column("waiting", "w.waiting"), Column("items", "w.items", .integer),
        Column("since", "w.first_on", title: "Since or on", .date),
        Column("command", "w.command", isWhole: true),
      ], from: "(\(arms.joined(separator: " UNION ALL "))) w",
      where: [Condition("w.items > 0")], orderBy: ["w.place"])
  }
}

extension Store {
  /// How many of each kind wait for a clerk, without those of which there is none.
  package func waiting(asOf day: CivilDate) throws -> [(what: String, items: Int64)] {
    try Waiting.all(day).compactMap { waiting in
      var items: Int64 = 0
      try each(sql: "SELECT COUNT(*) FROM \(waiting.source)") { row in
        items = row.integer(0)
        return false
      }
      return items > 0 ? (waiting.what, items) : nil
    }
  }
}

/// Something that waits for a clerk.
private struct Waiting {
  let what: String
  /// A day of it, of which the earliest is shown.
  var day = "CAST(NULL AS DATE)"
  /// FROM and WHERE.
  let source: String
  let command: String

  static func all(_ day: CivilDate) -> [Waiting] {
    let week = day.adding(days: 7)
    return [
      Waiting(
        what: "requests without an assignee", day: "received_on",
        source: "request WHERE status = 'open'", command: "request list --status open"),
      Waiting(
        what: "requests in hand", day: "received_on",
        source: "request WHERE status = 'assigned'", command: "request list --status assigned"),
      Waiting(
        what: "starts in the next seven days", day: "start_on",
        source:
          "service WHERE cancelled_on IS NULL AND start_on > '\(day)' AND start_on <= '\(week)'",
        command: "report pending"),
      Waiting(
        what: "stops in the next seven days", day: "stop_on",
        source:
          "service WHERE cancelled_on IS NULL AND final_billed_on IS NULL "
          + "AND stop_on > '\(day)' AND stop_on <= '\(week)'",
        command: "report pending"),
      Waiting(
        what: "stopped services without a final bill", day: "stop_on",
        source:
          "service WHERE cancelled_on IS NULL AND stop_on <= '\(day)' AND final_billed_on IS NULL",
        command: "report final-bills-due"),
      Waiting(
        what: "users locked out", source: "portal_user WHERE status = 'locked_out'",
        command: "report locked-users"),
      Waiting(
        what: "bills by e-mail that came back", day: "e.event_on",
        source: """
          delivery_event e JOIN delivery_preference p \
          ON p.delivery_preference = e.delivery_preference \
          WHERE e.kind = 'bounce' AND p.to_on IS NULL AND p.method <> 'mail'
          """, command: "delivery list --bounced"),
      Waiting(
        what: "mails that failed", source: "outbox_message WHERE status = 'failed'",
        command: "mail list --status failed"),
      Waiting(
        what: "mails to send", source: "outbox_message WHERE status = 'waiting'",
        command: "mail send --dry-run"),
      Waiting(
        what: "enrollments to confirm", day: "entered_on",
        source: "eft_enrollment WHERE state = 'entered'", command: "eft list --state entered"),
      Waiting(
        what: "prenotes under way", day: "prenote_on",
        source: "eft_enrollment WHERE state = 'prenote_pending'",
        command: "eft list --state prenote_pending"),
      Waiting(
        what: "enrollments that the bank returned",
        source: "eft_enrollment WHERE state = 'returned'", command: "eft list --state returned"),
    ]
  }
}
