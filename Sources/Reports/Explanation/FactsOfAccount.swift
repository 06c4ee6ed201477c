import Accounts

/// Why an account's services have their status, why its bills go as they do, what its automatic payments wait for,
/// and why its balance is what it is.
struct FactsOfAccount {
  let account: AccountNumber
  let day: CivilDate
  let dialect: any Dialect

  var all: [Fact] { services + [suspension] + delivery + payments + balance }

  /// The day as SQL.
  var today: String { "'\(day)'" }
  /// Older facts are left out.
  var recently: String { "'\(day.adding(months: -12))'" }

  // MARK: Services

  /// The last service of each type, and those that have not ended.
  private var shownServices: String {
    """
    (SELECT s.service, s.account, s.code, s.start_on, s.stop_on, s.cancelled_on, \
    s.start_reason, s.stop_reason, \(ServiceStatus.sql(asOf: today, dialect)) AS status \
    FROM service s WHERE s.account = ? \
    AND (s.cancelled_on IS NULL AND (s.stop_on IS NULL OR s.stop_on > \(today)) \
    OR NOT EXISTS (SELECT 1 FROM service n WHERE n.account = s.account AND n.code = s.code \
    AND n.cancelled_on IS NULL AND n.start_on > s.start_on))) s \
    JOIN service_type t ON t.code = s.code
    """
  }

  private var services: [Fact] {
    let list = CommandSQL.line("service list --account", "s.account")
    let cancel = CommandSQL.line("service cancel", "s.account") + " || ' ' || s.code"
    return [
      service(.active, "start_on", "started", "s.start_reason", list),
      service(.pendingStart, "start_on", "starts later", "s.start_reason", cancel),
      service(
        .pendingStop, "stop_on", "stops later", "s.stop_reason", cancel + " || ' --stop yes'"),
      service(
        .stopped, "stop_on", "no bill covers its last day yet", "s.stop_reason",
        CommandSQL.line("report final-bills-due --account", "s.account")),
      service(
        .finalBilled, "stop_on", "a bill covers its last day", "s.stop_reason",
        CommandSQL.line("bill list", "s.account")),
      service(
        .cancelled, "cancelled_on", "the start was canceled", "s.stop_reason", list),
    ]
  }

  private func service(
    _ status: ServiceStatus, _ column: String, _ words: String, _ reason: String,
    _ command: String
  ) -> Fact {
    Fact(
      what: "t.name", found: "s.status || ': \(words)'" + Self.inParentheses(reason),
      source: "\(shownServices) WHERE s.status = \(status.sql)", arguments: [account.datum],
      command: command, day: "s.\(column)",
      written: JournalLines.line(of: column, in: "service", dialect.key("s.service")),
      number: "s.service")
  }

  /// SQL that appends a reason in parentheses, if there is one.
  private static func inParentheses(_ reason: String) -> String {
    " || coalesce(' (' || \(reason) || ')', '')"
  }

  private var suspension: Fact {
    Fact(
      what: "t.name", found: "s.status || ': turned off'" + Self.inParentheses("u.reason"),
      source: """
        \(shownServices) JOIN suspension u ON u.service = s.service \
        AND \(DayInterval.sql(contains: today, of: "u")) WHERE s.status = \(ServiceStatus.suspended.sql)
        """, arguments: [account.datum],
      command: CommandSQL.line("service resume", "s.account")
        + " || ' ' || s.code || ' --on today'",
      day: "u.from_on",
      written: JournalLines.line(
        of: "from_on", in: "suspension", HistoryEvent.suspension(dialect)), number: "s.service")
  }

  // MARK: Delivery and automatic payments

  private var delivery: [Fact] {
    let held = "d.account = s.account AND \(DayInterval.sql(contains: today, of: "d"))"
    func follows(_ kind: DeliveryEventKind) -> String {
      "EXISTS (SELECT 1 FROM delivery_event v "
        + "WHERE v.delivery_preference = d.delivery_preference AND v.kind = \(kind.sql))"
    }
    let show = CommandSQL.line("delivery show", "s.account")
    return [
      Fact(
        what: "'bill delivery'",
        found: """
          'bills by ' || \(HistoryEvent.deliveryWay) \
          || CASE WHEN \(follows(.reverted)) THEN ': e-mailed bills bounced' \
          WHEN \(follows(.movedOut)) THEN ': the customer who chose another way moved out' ELSE '' END
          """,
        source: "account s JOIN delivery_preference d ON \(held) WHERE s.account = ?",
        arguments: [account.datum],
        command: "CASE WHEN \(follows(.reverted)) THEN "
          + CommandSQL.line("delivery set", "s.account")
          + " || ' email --email ADDRESS' ELSE \(show) END", day: "d.from_on",
        written: JournalLines.line(
          of: "from_on", in: "delivery_preference", dialect.key("d.delivery_preference"))),
      Fact(
        what: "'bill delivery'", found: "'bills by mail: nothing else was chosen'",
        source: """
          account s WHERE s.account = ? \
          AND NOT EXISTS (SELECT 1 FROM delivery_preference d WHERE \(held))
          """, arguments: [account.datum], command: show),
      Fact(
        what: "'bounce'",
        found: "coalesce(v.type || ' ', '') || 'bounce' || coalesce(' ' || v.code, '')",
        source: """
          delivery_event v JOIN account s ON s.account = v.account WHERE v.account = ? \
          AND v.kind = \(DeliveryEventKind.bounce.sql) AND v.event_on > \(recently)
          """, arguments: [account.datum], command: show, day: "v.event_on",
        written: JournalLines.line(
          of: "event_on", in: "delivery_event", dialect.key("v.delivery_event")),
        number: "v.delivery_event"),
    ]
  }

  private var payments: [Fact] {
    let show = CommandSQL.line("eft show", "e.account")
    let state = """
      CASE e.state WHEN \(EFTState.entered.sql) THEN 'it is not confirmed yet' \
      WHEN \(EFTState.prenotePending.sql) THEN CASE WHEN e.prenote_on IS NULL \
      THEN 'the prenote was not sent yet' ELSE 'the bank has the prenote' END \
      WHEN \(EFTState.active.sql) THEN 'bills are drafted' \
      WHEN \(EFTState.cancelled.sql) THEN 'nothing is drafted any more' \
      ELSE 'nothing is drafted' END
      """
    let isEnded = "coalesce(e.ends_on, \(today)) <= \(recently)"
    return [
      Fact(
        what: "'automatic payments'",
        found: "e.state || ': ' || \(state) || coalesce(': ' || e.reason, '')",
        source: "eft_enrollment e WHERE e.account = ? AND NOT (\(isEnded))",
        arguments: [account.datum],
        command: "CASE e.state WHEN \(EFTState.onHold.sql) THEN "
          + CommandSQL.line("eft release", "e.account")
          + " WHEN \(EFTState.entered.sql) THEN " + CommandSQL.line("eft confirm", "e.account")
          + " ELSE \(show) END", day: "e.ends_on",
        written: JournalLines.line(
          of: "state", in: "eft_enrollment", dialect.key("e.enrollment")), number: "e.enrollment"),
      .returned(
        """
        eft_entry d JOIN eft_enrollment e ON e.enrollment = d.enrollment WHERE e.account = ? \
        AND d.returned_on > \(recently)
        """, [account.datum], dialect),
    ]
  }
}
