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
      case .location: location(dialect)
      case .bill: bill(dialect)
      case .payment: payment(dialect)
      }
    return own + [notes(kind), changes(of: kind, dialect)]
  }

  private static func notes(_ kind: HistoryKind) -> HistoryEvent {
    HistoryEvent(
      event: "note", moment: .at("n.at"), what: "n.text",
      source: "note n WHERE n.kind = \(kind.record.sql) AND n.record_key = ?",
      operatorName: "n.operator", number: "n.note", marks: [.text])
  }

  private static func account(_ dialect: any Dialect) -> [HistoryEvent] {
    let test = "s.account = ?"
    let events: [[HistoryEvent]] = [
      opening, moves("h.account = ?", "'customer ' || h.cid", dialect), services(test, dialect),
      installs(test, "'meter ' || i.meter", dialect), [reads(test, dialect), use(test)],
      bills, payments(dialect), delivery(dialect), eft("e.account = ?", dialect), drafts,
      requests("q.account = ?", dialect), links("k.account = ?", "'customer ' || k.cid", dialect),
    ]
    return events.flatMap(\.self)
  }

  private static var opening: [HistoryEvent] {
    [("opened_on", "'opened at ' || a.location"), ("closed_on", "'closed'")].map { day, what in
      HistoryEvent(
        event: "account", moment: .on("a.\(day)"), what: what,
        source: "account a WHERE a.account = ?",
        written: JournalLines.line(of: day, in: "account", "a.account"))
    }
  }

  private static var bills: [HistoryEvent] {
    [
      ("billed_on", "'bill ' || b.bill"), ("voided_on", "'bill ' || b.bill || ' is void'"),
    ].map { day, what in
      HistoryEvent(
        event: "bill", moment: .on("b.\(day)"), what: what, source: "bill b WHERE b.account = ?",
        amount: "b.total", written: JournalLines.line(of: day, in: "bill", "b.bill"))
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
        written: JournalLines.line(of: day, in: "payment", dialect.key("p.payment")),
        number: "p.payment")
    }
  }

  private static func customer(_ dialect: any Dialect) -> [HistoryEvent] {
    moves("h.cid = ?", "'account ' || h.account", dialect)
      + links("k.cid = ?", "'account ' || k.account", dialect)
      + eft("e.cid = ?", dialect, "' for account ' || e.account")
  }

  private static func user(_ dialect: any Dialect) -> [HistoryEvent] {
    let days = [("registered_at", "'registered'"), ("activated_at", "'activated'")]
    let own = days.map { time, what in
      HistoryEvent(
        event: "user", moment: .at("u.\(time)"), what: what,
        source: "portal_user u WHERE u.portal_user = ?",
        written: JournalLines.line(of: time, in: "portal_user", dialect.key("u.portal_user")))
    }
    return own + [
      userStatus,
      HistoryEvent(
        event: "sign-in", moment: .at("s.at"), what: "s.outcome || ' by ' || s.provider",
        source: "sign_in_attempt s WHERE s.portal_user = ?", number: "s.sign_in_attempt"),
      HistoryEvent(
        event: "mail", moment: .at("m.posted_at"), what: "m.kind || ', ' || m.status",
        source: "outbox_message m WHERE m.portal_user = ?", number: "m.outbox_message"),
    ] + requests("q.portal_user = ?", dialect)
      + links("k.portal_user = ?", "'account ' || k.account", dialect)
  }

  private static func meter(_ dialect: any Dialect) -> [HistoryEvent] {
    installs("i.meter = ?", "'account ' || s.account", dialect) + [
      HistoryEvent(
        event: "read", moment: .on("r.read_on"), what: read, source: "read r WHERE r.meter = ?",
        quantity: "r.reading", written: readLine(dialect), number: "r.number")
    ]
  }

  private static func service(_ dialect: any Dialect) -> [HistoryEvent] {
    let test = "s.account = ? AND s.code = ?"
    return services(test, dialect) + installs(test, "'meter ' || i.meter", dialect)
      + [reads(test, dialect), use(test)]
  }
}
