import Engines
import Values

extension SearchHit {
  /// What is shown of a record; nil if it is gone.
  init?(
    _ record: SearchRecord, isGuess: Bool, asOf day: CivilDate, from connection: any Connection
  ) throws {
    let kind = record.kind
    var cells: [String?] = []
    try connection.each(
      once: "SELECT \(kind.shown.joined(separator: ", ")) FROM \(kind.source) "
        + "WHERE \(kind.key) = ?", [kind.datum(record.key)]
    ) { row in
      cells = (0..<row.count).map { column in
        row.isNull(column) ? nil : String(decoding: row.text(column), as: UTF8.self)
      }
      return false
    }
    guard cells.count == 7 else { return nil }
    var accounts: [String] = []
    var former: [FormerAccount] = []
    try connection.each(
      once: kind.accounts + " LIMIT \(Self.mostAccounts)", [kind.datum(record.key)]
    ) { row in
      let account = String(decoding: row.text(1), as: UTF8.self)
      let end = CivilDate(iso: String(decoding: row.text(0), as: UTF8.self))
      if let end, end <= day {
        former.append(FormerAccount(account: account, until: end))
      } else {
        accounts.append(account)
      }
      return true
    }
    self.init(
      kind: kind, id: cells[0] ?? "", name: cells[1] ?? "",
      detail: cells[2...4].compactMap { $0 }.joined(separator: ", "), phone: cells[5],
      email: cells[6], accounts: accounts, former: former, isGuess: isGuess)
  }

  private static let mostAccounts = 20
}

extension SearchKind {
  /// SQL for the ID, the name, three details, the telephone and the e-mail.
  fileprivate var shown: [String] {
    switch self {
    case .customer: ["c.cid", "c.name", "c.address", "c.address2", "c.city", "c.phone", "c.email"]
    case .location:
      ["l.location", "l.address", "l.unit", "l.city", "l.postal_code", "NULL", "NULL"]
    case .account: ["a.account", "l.address", "l.unit", "l.city", "NULL", "NULL", "NULL"]
    case .meter: ["m.meter", "m.code", "m.size", "m.mxu", "NULL", "NULL", "NULL"]
    case .bill:
      ["b.bill", "NULL", "CAST(b.billed_on AS TEXT)", "NULL", "NULL", "NULL", "NULL"]
    case .user:
      [
        "u.email", "u.first_name || ' ' || u.last_name", "u.status", "NULL", "NULL", "NULL",
        "u.email",
      ]
    case .payment:
      [
        "CAST(p.payment AS TEXT)", "p.reference", "CAST(p.posted_on AS TEXT)", "p.method", "NULL",
        "NULL", "NULL",
      ]
    case .note:
      [
        "CAST(n.note AS TEXT)",
        """
        n.kind || ' ' || CASE WHEN n.kind = \(NoteKind.user.sql) THEN (SELECT u.email \
        FROM portal_user u WHERE u.portal_user = CAST(n.record_key AS BIGINT)) \
        ELSE n.record_key END
        """,
        "substr(n.text, 1, 200)", "n.operator", "CAST(n.noted_on AS TEXT)", "NULL", "NULL",
      ]
    }
  }

  /// The accounts of the record whose key is the argument, and the first day without each.
  fileprivate var accounts: String {
    switch self {
    case .customer: Self.dated("account", "to_on", "account_customer WHERE cid = ?")
    case .location: Self.dated("account", "closed_on", "account WHERE location = ?")
    case .meter:
      Self.dated(
        "s.account", "i.to_on",
        "meter_install i JOIN service s ON s.service = i.service WHERE i.meter = ?")
    case .account: Self.undated("account FROM account WHERE account = ?")
    case .bill: Self.undated("account FROM bill WHERE bill = ?")
    case .user:
      Self.undated(
        "account FROM link WHERE portal_user = ? AND removed_on IS NULL ORDER BY account")
    case .payment: Self.undated("account FROM payment WHERE payment = ?")
    case .note:
      Self.undated("record_key FROM note WHERE note = ? AND kind = \(NoteKind.account.sql)")
    }
  }

  private static func undated(_ rest: String) -> String {
    "SELECT '\(CivilDate.endOfTime)', \(rest)"
  }

  private static func dated(_ account: String, _ end: String, _ source: String) -> String {
    """
    SELECT CAST(max(coalesce(\(end), '\(CivilDate.endOfTime)')) AS TEXT), \(account) \
    FROM \(source) GROUP BY \(account) ORDER BY 1 DESC, \(account)
    """
  }
}
