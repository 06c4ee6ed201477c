import Accounts

extension HistoryEvent {
  static func all(of kind: HistoryKind, _ dialect: any Dialect) -> [HistoryEvent] {
    let own =
      switch kind {
      case .account: account(dialect)
      case .customer: customer(dialect)
      case .user: user(dialect)
      case .meter: meter(dialect)
      case .service: service(dialect)
      }
    let changes = kind == .user ? userChanges : [changes(of: kind, dialect)]
    return own + [notes(kind)] + changes
  }

  private static func notes(_ kind: HistoryKind) -> HistoryEvent {
    HistoryEvent(
      event: "note", moment: .at("n.at"), what: "n.text",
      source: "note n WHERE n.kind = \(kind.record.sql) AND n.record_key = ?",
      operatorName: "n.operator", number: "n.note", isByText: true)
  }

  private static func account(_ dialect: any Dialect) -> [HistoryEvent] {
    let test = "s.account = ?"
    let request = HistoryEvent(
      event: "request", moment: .on("r.received_on"),
      what: "'request ' || r.request || ': ' || r.subject",
      source: "request r WHERE r.account = ?", number: "r.request")
    let events: [[HistoryEvent]] = [
      opening, moves("h.account = ?", "'customer ' || h.cid", dialect), services(test, dialect),
      installs(test, "'meter ' || i.meter", dialect), [reads(test), use(test)], bills,
      payments(dialect), delivery(dialect), eft, [request],
      links("k.account = ?", "'customer ' || k.cid", dialect),
    ]
    return events.flatMap(\.self)
  }

  private static var opening: [HistoryEvent] {
    [("opened_on", "'opened at ' || a.location"), ("closed_on", "'closed'")].map { day, what in
      HistoryEvent(
        event: "account", moment: .on("a.\(day)"), what: what,
        source: "account a WHERE a.account = ?",
        operatorName: author(of: day, in: "account", "a.account"))
    }
  }

  private static var bills: [HistoryEvent] {
    [
      ("billed_on", "'bill ' || b.bill"), ("voided_on", "'bill ' || b.bill || ' is void'"),
    ].map { day, what in
      HistoryEvent(
        event: "bill", moment: .on("b.\(day)"), what: what, source: "bill b WHERE b.account = ?",
        amount: "b.total", operatorName: author(of: day, in: "bill", "b.bill"))
    }
  }

  private static func payments(_ dialect: any Dialect) -> [HistoryEvent] {
    [
      ("posted_on", "p.method || coalesce(' ' || p.reference, '')"),
      ("reversed_on", "'payment ' || p.payment || ' is reversed'"),
    ].map { day, what in
      HistoryEvent(
        event: "payment", moment: .on("p.\(day)"), what: what,
        source: "payment p WHERE p.account = ?", amount: "p.amount",
        operatorName: author(of: day, in: "payment", dialect.key("p.payment")),
        number: "p.payment")
    }
  }

  private static func delivery(_ dialect: any Dialect) -> [HistoryEvent] {
    [
      HistoryEvent(
        event: "delivery", moment: .on("d.from_on"), what: "'bills by ' || d.method",
        source: "delivery_preference d WHERE d.account = ?",
        operatorName: author(
          of: "from_on", in: "delivery_preference", dialect.key("d.delivery_preference")),
        number: "d.delivery_preference"),
      HistoryEvent(
        event: "delivery", moment: .on("e.event_on"), what: "e.kind || coalesce(' ' || e.code, '')",
        source: "delivery_event e WHERE e.account = ?", number: "e.delivery_event"),
    ]
  }

  private static let eft = [
    HistoryEvent(
      event: "eft", moment: .on("e.entered_on"),
      what: "'enrolled, account ending ' || e.last_four",
      source: "eft_enrollment e WHERE e.account = ?", operatorName: "e.entered_by",
      number: "e.enrollment"),
    HistoryEvent(
      event: "eft", moment: .on("f.effective_on"), what: "d.kind || ' in file ' || d.file",
      source: """
        eft_entry d JOIN eft_file f ON f.file = d.file \
        JOIN eft_enrollment e ON e.enrollment = d.enrollment WHERE e.account = ?
        """, amount: "d.amount", number: "d.entry"),
    HistoryEvent(
      event: "eft", moment: .on("d.returned_on"), what: "d.kind || ' returned: ' || d.code",
      source: """
        eft_entry d JOIN eft_enrollment e ON e.enrollment = d.enrollment WHERE e.account = ?
        """, amount: "d.amount", number: "d.entry"),
  ]

  private static func customer(_ dialect: any Dialect) -> [HistoryEvent] {
    moves("h.cid = ?", "'account ' || h.account", dialect)
      + links("k.cid = ?", "'account ' || k.account", dialect)
      + [
        HistoryEvent(
          event: "eft", moment: .on("e.entered_on"), what: "'enrolled for account ' || e.account",
          source: "eft_enrollment e WHERE e.cid = ?", operatorName: "e.entered_by",
          number: "e.enrollment")
      ]
  }

  private static func user(_ dialect: any Dialect) -> [HistoryEvent] {
    [
      HistoryEvent(
        event: "user", moment: .at("u.registered_at"), what: "'registered'",
        source: "portal_user u WHERE u.portal_user = ?"),
      HistoryEvent(
        event: "user", moment: .at("u.activated_at"), what: "'activated'",
        source: "portal_user u WHERE u.portal_user = ?"),
      HistoryEvent(
        event: "sign-in", moment: .at("s.at"), what: "s.outcome || ' by ' || s.provider",
        source: "sign_in_attempt s WHERE s.portal_user = ?", number: "s.sign_in_attempt"),
      HistoryEvent(
        event: "mail", moment: .at("m.posted_at"), what: "m.kind || ', ' || m.status",
        source: "outbox_message m WHERE m.portal_user = ?", number: "m.outbox_message"),
      HistoryEvent(
        event: "request", moment: .on("r.received_on"),
        what: "'request ' || r.request || ': ' || r.subject",
        source: "request r WHERE r.portal_user = ?", number: "r.request"),
    ] + links("k.portal_user = ?", "'account ' || k.account", dialect)
  }

  private static func meter(_ dialect: any Dialect) -> [HistoryEvent] {
    installs("i.meter = ?", "'account ' || s.account", dialect) + [
      HistoryEvent(
        event: "read", moment: .on("r.read_on"), what: read, source: "read r WHERE r.meter = ?",
        quantity: "r.reading", number: "r.number")
    ]
  }

  private static func service(_ dialect: any Dialect) -> [HistoryEvent] {
    let test = "s.account = ? AND s.code = ?"
    return services(test, dialect) + installs(test, "'meter ' || i.meter", dialect)
      + [reads(test), use(test)]
  }
}
