import Accounts

extension HistoryEvent {
  static func all(of kind: HistoryKind, _ dialect: any Dialect) -> [HistoryEvent] {
    let own =
      switch kind {
      case .account: account
      case .customer: customer
      case .user: user
      case .meter: meter
      case .service: service
      }
    let changes =
      switch kind {
      case .service: [serviceChanges(dialect)]
      case .user: userChanges
      case .account, .customer, .meter: [changes(kind)]
      }
    return own + [notes(kind)] + changes
  }

  private static func notes(_ kind: HistoryKind) -> HistoryEvent {
    HistoryEvent(
      event: "note", moment: .at("n.at"), what: "n.text",
      source: "note n WHERE n.kind = '\(kind.record.rawValue)' AND n.record_key = ?",
      operatorName: "n.operator", number: "n.note", isByText: true)
  }

  private static func changes(_ kind: HistoryKind) -> HistoryEvent {
    changes("r.table_name = '\(kind.rawValue)' AND r.row_key = ?", isByText: true)
  }

  private static func serviceChanges(_ dialect: any Dialect) -> HistoryEvent {
    changes(
      """
      r.table_name = 'service' AND r.row_key IN (SELECT \(dialect.key("s.service")) \
      FROM service s WHERE s.account = ? AND s.code = ?)
      """, isByText: false)
  }

  static func changes(_ test: String, isByText: Bool) -> HistoryEvent {
    HistoryEvent(
      event: "change", moment: .at("c.at"), what: "'ubadmin change show ' || c.change",
      source: "change c WHERE c.change IN (SELECT r.change FROM change_row r WHERE \(test))",
      operatorName: "c.operator", number: "c.change", isByText: isByText)
  }

  private static let account =
    [
      HistoryEvent(
        event: "account", moment: .on("a.opened_on"), what: "'opened at ' || a.location",
        source: "account a WHERE a.account = ?"),
      HistoryEvent(
        event: "account", moment: .on("a.closed_on"), what: "'closed'",
        source: "account a WHERE a.account = ?"),
    ] + moves("h.account = ?", "'customer ' || h.cid") + services("s.account = ?")
    + installs("s.account = ?", "'meter ' || i.meter") + [
      HistoryEvent(
        event: "use", moment: .on("c.to_on"), what: "'meter ' || c.meter || ', ' || c.unit",
        source: """
          consumption c JOIN service s ON s.service = c.service WHERE s.account = ?
          """, quantity: "c.quantity"),
      HistoryEvent(
        event: "bill", moment: .on("b.billed_on"), what: "'bill ' || b.bill",
        source: "bill b WHERE b.account = ?", amount: "b.total"),
      HistoryEvent(
        event: "bill", moment: .on("b.voided_on"), what: "'bill ' || b.bill || ' is void'",
        source: "bill b WHERE b.account = ?", amount: "b.total"),
      HistoryEvent(
        event: "payment", moment: .on("p.posted_on"),
        what: "p.method || coalesce(' ' || p.reference, '')",
        source: "payment p WHERE p.account = ?", amount: "p.amount", number: "p.payment"),
      HistoryEvent(
        event: "payment", moment: .on("p.reversed_on"),
        what: "'payment ' || p.payment || ' is reversed'",
        source: "payment p WHERE p.account = ?", amount: "p.amount", number: "p.payment"),
      HistoryEvent(
        event: "delivery", moment: .on("d.from_on"), what: "'bills by ' || d.method",
        source: "delivery_preference d WHERE d.account = ?", number: "d.delivery_preference"),
      HistoryEvent(
        event: "delivery", moment: .on("e.event_on"), what: "e.kind || coalesce(' ' || e.code, '')",
        source: "delivery_event e WHERE e.account = ?", number: "e.delivery_event"),
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
        event: "eft", moment: .on("d.returned_on"), what: "d.kind || ' came back: ' || d.code",
        source: """
          eft_entry d JOIN eft_enrollment e ON e.enrollment = d.enrollment WHERE e.account = ?
          """, amount: "d.amount", number: "d.entry"),
      HistoryEvent(
        event: "request", moment: .on("r.received_on"),
        what: "'request ' || r.request || ': ' || r.subject",
        source: "request r WHERE r.account = ?",
        number: "r.request"),
    ] + links("k.account = ?", "'customer ' || k.cid")

  private static let customer =
    moves("h.cid = ?", "'account ' || h.account") + links("k.cid = ?", "'account ' || k.account")
    + [
      HistoryEvent(
        event: "eft", moment: .on("e.entered_on"), what: "'enrolled for account ' || e.account",
        source: "eft_enrollment e WHERE e.cid = ?", operatorName: "e.entered_by",
        number: "e.enrollment")
    ]

  private static let user =
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
    ] + links("k.portal_user = ?", "'account ' || k.account")

  private static let meter =
    installs("i.meter = ?", "'account ' || s.account") + [
      HistoryEvent(
        event: "read", moment: .on("r.read_on"),
        what: "r.kind || ', ' || r.reason || CASE WHEN r.state = 'current' THEN '' "
          + "ELSE ', ' || r.state END",
        source: "read r WHERE r.meter = ?", quantity: "r.reading", number: "r.number")
    ]

  private static let service =
    services("s.account = ? AND s.code = ?")
    + installs("s.account = ? AND s.code = ?", "'meter ' || i.meter") + [
      HistoryEvent(
        event: "use", moment: .on("c.to_on"), what: "'meter ' || c.meter || ', ' || c.unit",
        source: """
          consumption c JOIN service s ON s.service = c.service WHERE s.account = ? AND s.code = ?
          """, quantity: "c.quantity")
    ]

  private static func moves(_ test: String, _ name: String) -> [HistoryEvent] {
    [("h.from_on", "in"), ("h.to_on", "out")].map { day, way in
      HistoryEvent(
        event: "move", moment: .on(day), what: "\(name) || ' \(way), ' || h.role",
        source: "account_customer h WHERE \(test)", number: "h.account_customer")
    }
  }

  private static func links(_ test: String, _ name: String) -> [HistoryEvent] {
    [("k.linked_on", "linked"), ("k.removed_on", "unlinked")].map { day, way in
      HistoryEvent(
        event: "link", moment: .on(day), what: "\(name) || ' \(way)'",
        source: "link k WHERE \(test)",
        number: "k.link")
    }
  }

  private static func services(_ test: String) -> [HistoryEvent] {
    let source = "service s JOIN service_type t ON t.code = s.code"
    return [
      HistoryEvent(
        event: "service", moment: .on("s.start_on"),
        what: "t.name || ' starts' || coalesce(': ' || s.start_reason, '')",
        source: "\(source) WHERE \(test)", number: "s.service"),
      HistoryEvent(
        event: "service", moment: .on("s.stop_on"),
        what: "t.name || ' stops' || coalesce(': ' || s.stop_reason, '')",
        source: "\(source) WHERE \(test)", number: "s.service"),
      HistoryEvent(
        event: "service", moment: .on("u.from_on"),
        what: "t.name || ' is suspended' || coalesce(': ' || u.reason, '')",
        source: "\(source) JOIN suspension u ON u.service = s.service WHERE \(test)",
        number: "s.service"),
      HistoryEvent(
        event: "service", moment: .on("u.to_on"), what: "t.name || ' is resumed'",
        source: "\(source) JOIN suspension u ON u.service = s.service WHERE \(test)",
        number: "s.service"),
    ]
  }

  private static func installs(_ test: String, _ name: String) -> [HistoryEvent] {
    [("i.from_on", "installed"), ("i.to_on", "removed")].map { day, way in
      HistoryEvent(
        event: "meter", moment: .on(day), what: "\(name) || ': meter \(way)'",
        source: "meter_install i JOIN service s ON s.service = i.service WHERE \(test)",
        number: "i.meter_install")
    }
  }
}
