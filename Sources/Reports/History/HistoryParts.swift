import Accounts

/// Events that several kinds of records have.
extension HistoryEvent {
  static func moves(_ test: String, _ name: String, _ dialect: any Dialect) -> [HistoryEvent] {
    [("from_on", "in"), ("to_on", "out")].map { day, way in
      HistoryEvent(
        event: "move", moment: .on("h.\(day)"), what: "\(name) || ' \(way), ' || h.role",
        source: "account_customer h WHERE \(test)",
        written: JournalLines.line(
          of: day, in: "account_customer", dialect.key("h.account_customer")),
        number: "h.account_customer")
    }
  }

  static func links(_ test: String, _ name: String, _ dialect: any Dialect) -> [HistoryEvent] {
    [("linked_on", "linked"), ("removed_on", "unlinked")].map { day, way in
      HistoryEvent(
        event: "link", moment: .on("k.\(day)"), what: "\(name) || ' \(way)'",
        source: "link k WHERE \(test)",
        written: JournalLines.line(of: day, in: "link", dialect.key("k.link")), number: "k.link")
    }
  }

  static func services(
    _ test: String, _ dialect: any Dialect, name: String = "t.name"
  ) -> [HistoryEvent] {
    let source = "service s JOIN service_type t ON t.code = s.code"
    let days = [
      ("start_on", "\(name) || ' starts' || coalesce(': ' || s.start_reason, '')"),
      ("stop_on", "\(name) || ' stops' || coalesce(': ' || s.stop_reason, '')"),
    ]
    let suspensions = [
      ("from_on", "\(name) || ' is suspended' || coalesce(': ' || u.reason, '')"),
      ("to_on", "\(name) || ' is resumed'"),
    ]
    let services = days.map { day, what in
      HistoryEvent(
        event: "service", moment: .on("s.\(day)"), what: what, source: "\(source) WHERE \(test)",
        written: JournalLines.line(of: day, in: "service", dialect.key("s.service")),
        number: "s.service")
    }
    let suspended = suspensions.map { day, what in
      HistoryEvent(
        event: "service", moment: .on("u.\(day)"), what: what,
        source: "\(source) JOIN suspension u ON u.service = s.service WHERE \(test)",
        written: JournalLines.line(of: day, in: "suspension", suspension(dialect)),
        number: "s.service")
    }
    return services + suspended
  }

  /// The key of a suspension in the journal.
  static func suspension(_ dialect: any Dialect) -> String {
    Suspension.table.journalKey(of: "u", dialect)
  }

  static func installs(_ test: String, _ name: String, _ dialect: any Dialect) -> [HistoryEvent] {
    [("from_on", "installed"), ("to_on", "removed")].map { day, way in
      HistoryEvent(
        event: "meter", moment: .on("i.\(day)"), what: "\(name) || ': meter \(way)'",
        source: "meter_install i JOIN service s ON s.service = i.service WHERE \(test)",
        written: JournalLines.line(
          of: day, in: "meter_install", dialect.key("i.meter_install")),
        number: "i.meter_install")
    }
  }

  /// Reads of the days on which a meter was in a service, each once.
  static func reads(_ test: String, _ dialect: any Dialect) -> HistoryEvent {
    let installs = "FROM meter_install i JOIN service s ON s.service = i.service WHERE \(test)"
    return HistoryEvent(
      event: "read", moment: .on("r.read_on"), what: "'meter ' || r.meter || ', ' || \(read)",
      source: """
        read r WHERE r.meter IN (SELECT i.meter \(installs)) AND EXISTS (SELECT 1 \(installs) \
        AND i.meter = r.meter AND i.from_on <= r.read_on \
        AND (i.to_on IS NULL OR i.to_on >= r.read_on))
        """, quantity: "r.reading", written: readLine(dialect), number: "r.number",
      marks: [.own, .own])
  }

  /// The line that added a read.
  static func readLine(_ dialect: any Dialect) -> String {
    JournalLines.line(of: "read_on", in: "read", Read.table.journalKey(of: "r", dialect))
  }

  static let read = """
    r.kind || ', ' || r.reason \
    || CASE WHEN r.state = \(ReadState.current.sql) THEN '' ELSE ', ' || r.state END
    """

  static func use(_ test: String) -> HistoryEvent {
    HistoryEvent(
      event: "use", moment: .on("c.to_on"), what: "'meter ' || c.meter || ', ' || c.unit",
      source: "consumption c JOIN service s ON s.service = c.service WHERE \(test)",
      quantity: "c.quantity")
  }
}
