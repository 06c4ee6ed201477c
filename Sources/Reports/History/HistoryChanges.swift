import Accounts

/// Changes in the journal to a record and to what belongs, or belonged, to it.
extension HistoryEvent {
  /// The command that shows a change, without the number.
  static let changeShow = "ubadmin change show"

  static func changes(of kind: HistoryKind, _ dialect: any Dialect) -> HistoryEvent {
    let lines = Self.lines(of: kind, dialect) + JournalLines.removedNotes(of: kind, dialect)
    let found = lines.map(\.sql).joined(separator: " UNION ")
    return HistoryEvent(
      event: "change", moment: .at("c.at"), what: "'\(changeShow) ' || c.change",
      source: "change c WHERE c.change IN (\(found))", operatorName: "c.operator",
      written: JournalLines.number(ofChange: "c.change"), number: "c.change",
      marks: lines.flatMap(\.marks))
  }

  private static func lines(of kind: HistoryKind, _ dialect: any Dialect) -> [JournalLines] {
    switch kind {
    case .account: ofAccount(dialect)
    case .customer: ofCustomer(dialect)
    case .meter:
      [
        .rows("meter", "?"), .owned("meter_install", by: "meter = ?", dialect), .readsOfMeter,
        .removed("meter_install", JournalCell(name: "meter").was(dialect)),
      ]
    case .service:
      ofServices("s.account = ? AND s.code = ?", dialect)
        + [
          JournalLines.before(
            "service",
            "\(JournalCell.account.was(dialect)) AND \(JournalCell(name: "code").was(dialect))")
        ]
    case .user: ofUser(dialect)
    case .location: linesOfLocation(dialect)
    case .bill: [.rows("bill", "?"), .owned("payment", by: "bill = ?", dialect)]
    case .payment:
      [
        .rows("payment", "?", [.text]),
        .owned("eft_entry", key: "entry", by: "payment = ?", dialect),
      ]
    }
  }

  private static func ofAccount(_ dialect: any Dialect) -> [JournalLines] {
    let test = "account = ?"
    let lines: [[JournalLines]] = [
      [
        .rows("account", "?"), .rows("bill", "SELECT bill FROM bill WHERE account = ?"),
        .owned("account_customer", by: test, dialect),
        .owned("delivery_preference", by: test, dialect),
        .owned("delivery_event", by: test, dialect),
        .owned("eft_enrollment", key: "enrollment", by: test, dialect),
        .owned("link", by: test, dialect), .owned("payment", by: test, dialect),
      ],
      ofRequests(test, dialect), ofServices("s.account = ?", dialect),
      JournalLines.former(
        .account,
        [
          "account_customer", "service", "bill", "payment", "delivery_preference",
          "delivery_event", "eft_enrollment", "link", "request",
        ], dialect),
    ]
    return lines.flatMap(\.self)
  }

  private static func ofCustomer(_ dialect: any Dialect) -> [JournalLines] {
    let test = "cid = ?"
    let lines: [JournalLines] = [
      .rows("customer", "?"), .owned("account_customer", by: test, dialect),
      .owned("link", by: test, dialect),
      .owned("eft_enrollment", key: "enrollment", by: test, dialect),
    ]
    return lines
      + JournalLines.former(.cid, ["account_customer", "link", "eft_enrollment"], dialect)
  }

  private static func ofUser(_ dialect: any Dialect) -> [JournalLines] {
    let test = "portal_user = ?"
    var removed = JournalLines.removed("link", "g.before LIKE '%\"portal_user\":' || ? || ',%'")
    removed.marks = [.text]
    return [userLines, JournalLines.owned("link", by: test, dialect), removed]
      + ofRequests(test, dialect)
  }

  private static func ofRequests(_ test: String, _ dialect: any Dialect) -> [JournalLines] {
    [
      .owned("request", by: test, dialect),
      .rows(
        "request_message",
        "SELECT \(dialect.key("m.request_message")) FROM request_message m "
          + "WHERE m.request IN (SELECT request FROM request WHERE \(test))"),
    ]
  }

  private static func ofServices(_ test: String, _ dialect: any Dialect) -> [JournalLines] {
    let service = dialect.key("s.service")
    let others: [JournalLines] = [
      .removed(
        "meter_install", "g.before LIKE '%\"service\":' || \(service) || ',%' AND \(test)",
        also: "service s CROSS JOIN "),
      .removed(
        "suspension", "g.row_key LIKE \(service) || '\t%' AND \(test)",
        also: "service s CROSS JOIN "),
      .readsOfServices(test, dialect),
    ]
    return ownedByServices(test, dialect) + others
  }

  /// Services `s`, and their suspensions and installs that are on record.
  static func ownedByServices(_ test: String, _ dialect: any Dialect) -> [JournalLines] {
    let joined = "JOIN service s ON s.service ="
    return [
      .rows("service", "SELECT \(dialect.key("s.service")) FROM service s WHERE \(test)"),
      .rows(
        "suspension",
        "SELECT \(suspension(dialect)) FROM suspension u \(joined) u.service WHERE \(test)"),
      .rows(
        "meter_install",
        "SELECT \(dialect.key("i.meter_install")) FROM meter_install i \(joined) i.service "
          + "WHERE \(test)"),
    ]
  }
}
