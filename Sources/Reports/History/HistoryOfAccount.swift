import Accounts

/// Events of an account's bill delivery, automatic payments and requests.
extension HistoryEvent {
  /// Bill delivery by a preference `d`, in words.
  static let deliveryWay = """
    CASE d.method WHEN \(DeliveryMethod.both.sql) THEN 'mail and e-mail' \
    WHEN \(DeliveryMethod.email.sql) THEN 'e-mail' ELSE d.method END
    """

  static func delivery(_ dialect: any Dialect) -> [HistoryEvent] {
    func event(_ day: String, of table: String, _ what: String) -> HistoryEvent {
      HistoryEvent(
        event: "delivery", moment: .on("d.\(day)"), what: what,
        source: "\(table) d WHERE d.account = ?",
        written: JournalLines.line(of: day, in: table, dialect.key("d.\(table)")),
        number: "d.\(table)")
    }
    return [
      event("from_on", of: "delivery_preference", "'bills by ' || \(deliveryWay)"),
      event("event_on", of: "delivery_event", "d.kind || coalesce(' ' || d.code, '')"),
    ]
  }

  /// Updates of rows, described by the cells of their lines `r` in the journal.
  /// - Parameter words: SQL for the description; NULL for an update that is no such event.
  static func updates(
    _ event: String, of table: String, _ alias: String, _ key: String, where test: String,
    words: String, what: String, number: String
  ) -> HistoryEvent {
    HistoryEvent(
      event: event, moment: .at("c.at"), what: what,
      source: """
        \(table) \(alias) JOIN change_row r ON r.row_key = \(key) \
        JOIN change c ON c.change = r.change WHERE \(test) AND r.table_name = '\(table)' \
        AND r.action = 'update' AND \(words) IS NOT NULL
        """, operatorName: "c.operator", written: JournalLines.number("r"), number: number)
  }

  /// - Parameter name: SQL that names the enrollment.
  static func eft(
    _ test: String, _ dialect: any Dialect, _ name: String = "', account ending ' || e.last_four"
  ) -> [HistoryEvent] {
    let key = dialect.key("e.enrollment")
    func line(_ column: String) -> String {
      JournalLines.line(of: column, in: "eft_enrollment", key)
    }
    return [
      HistoryEvent(
        event: "eft", moment: .on("e.entered_on"), what: "'enrolled' || \(name)",
        source: "eft_enrollment e WHERE \(test)", operatorName: "e.entered_by",
        written: line("entered_on"), number: "e.enrollment"),
      HistoryEvent(
        event: "eft", moment: .on("e.ends_on"), what: "'cancelled' || \(name)",
        source: "eft_enrollment e WHERE \(test)", written: line("ends_on"),
        number: "e.enrollment"),
      updates(
        "eft", of: "eft_enrollment", "e", key, where: test,
        words: stateWords(cancelledIn: line("ends_on")),
        what: "\(stateWords(cancelledIn: line("ends_on"))) || \(name)", number: "e.enrollment"),
    ]
  }

  /// The new state of an enrollment in words; NULL for a cancellation that has its own event.
  /// - Parameter line: the line of the journal that wrote the enrollment's current end date.
  private static func stateWords(cancelledIn line: String) -> String {
    let state = EFTEnrollment.state
    return """
      CASE WHEN \(state.isJournaled(.cancelled, in: "r.after")) \
      THEN CASE WHEN \(JournalLines.number("r")) <> \(line) THEN 'cancelled' END \
      WHEN \(state.isJournaled(.cancelled, in: "r.before")) THEN 'no longer cancelled' \
      WHEN \(state.isJournaled(.onHold, in: "r.after")) THEN 'put on hold' \
      WHEN \(state.isJournaled(.onHold, in: "r.before")) THEN 'released' \
      WHEN r.after LIKE '%"confirmed_by":"%' THEN 'confirmed' END
      """
  }

  /// Entries for the bank.
  static let drafts = entries(
    by: "eft_enrollment e ON e.enrollment = d.enrollment", where: "e.account = ?")

  /// - Parameter owner: the joined table that has the owner of the entries.
  static func entries(by owner: String, where test: String) -> [HistoryEvent] {
    [
      HistoryEvent(
        event: "eft", moment: .on("f.effective_on"), what: "d.kind || ' in file ' || d.file",
        source: """
          eft_entry d JOIN eft_file f ON f.file = d.file JOIN \(owner) WHERE \(test)
          """, amount: "d.amount", number: "d.entry"),
      HistoryEvent(
        event: "eft", moment: .on("d.returned_on"), what: "d.kind || ' returned: ' || d.code",
        source: "eft_entry d JOIN \(owner) WHERE \(test)", amount: "d.amount",
        number: "d.entry"),
    ]
  }

  static func requests(_ test: String, _ dialect: any Dialect) -> [HistoryEvent] {
    let key = dialect.key("q.request")
    let assignee = JournalCell(name: "assignee")
    let status = Request.status
    let words = """
      CASE WHEN \(status.isJournaled(.closed, in: "r.after")) THEN ' is closed' \
      WHEN \(status.isJournaled(.closed, in: "r.before")) THEN ' is open again' \
      WHEN \(status.isJournaled(.open, in: "r.after")) THEN ' is no longer assigned' \
      WHEN \(assignee.isIn("r.after", dialect)) \
      THEN ' is assigned to ' || \(assignee.value(of: "r.after", dialect)) END
      """
    return [
      HistoryEvent(
        event: "request", moment: .on("q.received_on"),
        what: "'request ' || q.request || ': ' || q.subject", source: "request q WHERE \(test)",
        written: JournalLines.line(of: "received_on", in: "request", key), number: "q.request"),
      HistoryEvent(
        event: "request", moment: .at("m.at"), what: "'request ' || q.request || ' is answered'",
        source: """
          request q JOIN request_message m ON m.request = q.request WHERE \(test) \
          AND m.sender = \(RequestSender.staff.sql)
          """, operatorName: "m.operator",
        written: JournalLines.line(
          of: "at", in: "request_message", dialect.key("m.request_message")),
        number: "q.request"),
      updates(
        "request", of: "request", "q", key, where: test, words: words,
        what: "'request ' || q.request || \(words)", number: "q.request"),
    ]
  }
}
