import Engines
import Values

/// A few words next to a record's name that tell people which record it is.
extension Store {
  /// - Parameter customer: the one under whose name an account was found.
  func meaning(
    of id: String, _ kind: RecordKind, _ account: String? = nil, for customer: String? = nil,
    withNames: Bool = true
  ) throws -> String {
    guard let sql = kind.meaning(withNames: withNames) else { return "" }
    let arguments: [Datum] =
      switch kind {
      case .account, .enrolledAccount, .linkedAccount:
        [today.datum, .text(id), customer.datum, today.datum, today.datum]
      case .service: [.text(account ?? ""), .text(id)]
      case .readDay: [.text(account ?? ""), (try? CivilDate(id))?.datum ?? .null]
      case .change, .job, .request, .payment, .announcement: [Int64(id)?.datum ?? .null]
      case .meter, .freeMeter: [today.datum, today.datum, .text(id)]
      case .route, .serviceType, .staff, .customer, .location, .bill, .user, .lockedUser, .bank:
        [.text(id)]
      }
    var parts: [String] = []
    try each(sql: sql, arguments) { row in
      parts = (0..<row.count).compactMap { column in
        guard !row.isNull(column) else { return nil }
        guard kind != .payment || column > 0 else { return "$\(Money(units: row.integer(column)))" }
        guard kind != .readDay || column > 0 else {
          return "\(Quantity(units: row.integer(column)))"
        }
        return String(decoding: row.text(column), as: UTF8.self)
      }
      return false
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension RecordKind {
  private static let person =
    "CASE WHEN c.last_name IS NULL OR c.first_name IS NULL THEN c.name "
    + "ELSE c.last_name || ', ' || c.first_name END"
  /// The first of the customers who owe bill `b`.
  private static let debtor =
    "(SELECT h.cid FROM bill_share h WHERE h.bill = b.bill ORDER BY h.number LIMIT 1)"
  /// Whose payment `p` is.
  private static let payer =
    "COALESCE(p.cid, (SELECT x.cid FROM account_customer x WHERE x.account = p.account "
    + "AND \(DayInterval.sql(contains: "p.posted_on", of: "x")) "
    + "ORDER BY x.account_customer LIMIT 1))"
  private static let place =
    "CASE WHEN l.unit IS NULL THEN l.address ELSE l.address || ' ' || l.unit END"

  /// A customer's name, if names are to be shown, by the ID that some SQL finds.
  private static func name(of cid: String, withNames: Bool) -> String {
    withNames ? "(SELECT \(person) FROM customer c WHERE c.cid = \(cid))" : "NULL"
  }

  /// With the customer whose account it is, or was.
  private static let ofAccount = """
    SELECT \(Self.person), \(Self.place), \
    CASE WHEN a.closed_on IS NULL THEN NULL ELSE 'closed' END, \
    CASE WHEN x.to_on <= ? THEN 'until ' || CAST(x.to_on AS TEXT) END \
    FROM account a JOIN location l ON l.location = a.location \
    LEFT JOIN account_customer x ON x.account = a.account \
    LEFT JOIN customer c ON c.cid = x.cid WHERE a.account = ? \
    ORDER BY CASE WHEN x.cid = ? THEN 0 ELSE 1 END, \
    CASE WHEN \(DayInterval.sql(contains: "?", of: "x")) THEN 0 ELSE 1 END, \
    x.from_on DESC LIMIT 1
    """

  /// With the account where it is.
  private static let ofMeter = """
    SELECT t.name, s.account, (SELECT \(Self.person) FROM account_customer x \
    JOIN customer c ON c.cid = x.cid WHERE x.account = a.account \
    AND \(DayInterval.sql(contains: "?", of: "x")) ORDER BY x.account_customer LIMIT 1), \
    \(Self.place) FROM meter m \
    JOIN service_type t ON t.code = m.code \
    LEFT JOIN meter_install i ON i.meter = m.meter AND i.to_on IS NULL \
    LEFT JOIN service s ON s.service = i.service LEFT JOIN account a ON a.account = s.account \
    LEFT JOIN location l ON l.location = a.location WHERE m.meter = ? LIMIT 1
    """

  /// What is said of one record, in a row of a few cells; the first of a payment is its cents, of a read
  /// its thousandths.
  func meaning(withNames: Bool) -> String? {
    switch self {
    case .account, .enrolledAccount, .linkedAccount: Self.ofAccount
    case .customer: "SELECT \(Self.person), c.address FROM customer c WHERE c.cid = ?"
    case .location: "SELECT \(Self.place), l.city FROM location l WHERE l.location = ?"
    case .meter, .freeMeter: Self.ofMeter
    case .bill:
      """
      SELECT b.account, \(Self.name(of: Self.debtor, withNames: withNames)), \
      'due ' || CAST(b.due_on AS TEXT), \
      CASE WHEN b.voided_on IS NULL THEN NULL ELSE 'void' END FROM bill b WHERE b.bill = ?
      """
    case .payment:
      """
      SELECT p.amount, CAST(p.posted_on AS TEXT), p.account, \
      \(Self.name(of: Self.payer, withNames: withNames)), \
      CASE WHEN p.reversed_on IS NULL THEN NULL ELSE 'reversed' END \
      FROM payment p WHERE p.payment = ?
      """
    case .announcement:
      """
      SELECT title, 'from ' || CAST(from_on AS TEXT), \
      CASE WHEN retired_on IS NULL THEN NULL ELSE 'retired' END \
      FROM announcement WHERE announcement = ?
      """
    case .bank:
      """
      SELECT 'last enrollment ' || CAST(entered_on AS TEXT) FROM \(Self.lastEnrollments) \
      WHERE routing = ? ORDER BY enrollment DESC LIMIT 1
      """
    case .user, .lockedUser:
      "SELECT u.first_name || ' ' || u.last_name, u.status FROM portal_user u WHERE u.email = ?"
    case .service:
      """
      SELECT t.code, CASE WHEN s.stop_on IS NULL THEN 'since ' || CAST(s.start_on AS TEXT) \
      ELSE 'stop date ' || CAST(s.stop_on AS TEXT) END, 'meter ' || i.meter \
      FROM service s JOIN service_type t ON t.code = s.code \
      LEFT JOIN meter_install i ON i.service = s.service AND i.to_on IS NULL \
      WHERE s.account = ? AND t.name = ? AND s.cancelled_on IS NULL \
      ORDER BY CASE WHEN s.stop_on IS NULL THEN 0 ELSE 1 END, s.start_on DESC LIMIT 1
      """
    case .readDay:
      """
      SELECT COALESCE(reading, consumption), kind, reason FROM read \
      WHERE meter = ? AND read_on = ? AND state = \(ReadState.current.sql) ORDER BY number LIMIT 1
      """
    case .serviceType: "SELECT code FROM service_type WHERE name = ?"
    case .change, .job: "SELECT command, operator FROM change WHERE change = ?"
    case .request: "SELECT subject, status FROM request WHERE request = ?"
    case .staff: "SELECT role FROM operator WHERE operator = ?"
    case .route: nil
    }
  }
}
