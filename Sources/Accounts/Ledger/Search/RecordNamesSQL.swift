import Values

/// How records are found by the beginnings of their names, each by an index.
extension RecordKind {
  /// What a search for letters looks at; nil if names say all.
  var searched: [SearchKind]? {
    switch self {
    case .account, .enrolledAccount, .linkedAccount: [.customer, .account]
    case .customer: [.customer]
    case .location: [.location]
    case .meter: [.customer, .account, .meter]
    case .freeMeter: [.meter]
    case .user, .lockedUser: [.user]
    case .bill: [.customer, .account]
    case .payment: [.customer, .account, .payment]
    case .service, .serviceType, .route, .change, .job, .request, .staff, .announcement, .bank,
      .readDay:
      nil
    }
  }

  /// Whether everything shown of a record is about people.
  var namesPeople: Bool {
    switch self {
    case .bill, .payment, .service, .serviceType, .route, .staff, .announcement, .bank, .readDay:
      false
    case .account, .enrolledAccount, .linkedAccount, .customer, .location, .meter, .freeMeter,
      .user,
      .lockedUser, .change, .job, .request:
      true
    }
  }

  /// The names of an account's own, the best first; also of a user's accounts and of a meter's reads.
  var ofAccount: String? {
    switch self {
    case .bill:
      """
      SELECT bill FROM bill WHERE account = ? \
      ORDER BY CASE WHEN voided_on IS NULL THEN 0 ELSE 1 END, due_on DESC, bill DESC \
      LIMIT \(NamedRecords.most + 1)
      """
    case .service:
      """
      SELECT t.name FROM service s JOIN service_type t ON t.code = s.code \
      WHERE s.account = ? AND s.cancelled_on IS NULL GROUP BY t.name \
      ORDER BY min(CASE WHEN s.stop_on IS NULL THEN 0 ELSE 1 END), t.name
      """
    case .payment:
      """
      SELECT CAST(payment AS TEXT) FROM payment WHERE account = ? \
      ORDER BY CASE WHEN \(ended) THEN 1 ELSE 0 END, posted_on DESC, payment.payment DESC \
      LIMIT \(NamedRecords.most + 1)
      """
    case .meter:
      """
      SELECT i.meter FROM meter_install i JOIN service s ON s.service = i.service \
      WHERE s.account = ? AND i.to_on IS NULL ORDER BY i.meter
      """
    case .linkedAccount:
      """
      SELECT k.account FROM link k JOIN portal_user u ON u.portal_user = k.portal_user \
      WHERE u.email = ? AND k.removed_on IS NULL GROUP BY k.account ORDER BY k.account
      """
    case .readDay:
      """
      SELECT CAST(read_on AS TEXT) FROM read WHERE meter = ? AND state = \(ReadState.current.sql) \
      GROUP BY read_on ORDER BY read.read_on DESC LIMIT \(NamedRecords.most + 1)
      """
    default: nil
    }
  }

  /// All that begin as the first argument does and end before the second; few have no arguments.
  var keys: String {
    switch self {
    case .account, .enrolledAccount, .linkedAccount: Self.keys("account", "account", last: ended)
    case .customer: Self.keys("customer", "cid", last: ended)
    case .location: Self.keys("location", "location")
    case .meter, .freeMeter: Self.keys("meter", "meter")
    case .bill: Self.keys("bill", "bill", last: ended)
    case .user, .lockedUser: Self.keys("portal_user", "email", last: ended)
    case .service, .serviceType: "SELECT name FROM service_type ORDER BY name"
    case .staff: "SELECT operator FROM operator ORDER BY operator"
    case .route: "SELECT route FROM location WHERE route >= ? AND route < ?"
    // Without its meter, any day may be one.
    case .readDay:
      "SELECT CAST(read_on AS TEXT) FROM read WHERE 1 = 0 AND meter >= ? AND meter < ?"
    case .change, .request, .payment, .announcement: numbers(in: rawValue)
    case .job:
      """
      SELECT CAST(c.change AS TEXT) FROM change c WHERE c.change >= ? AND c.change <= ? \
      AND \(Job.isOne) ORDER BY c.change DESC LIMIT \(NamedRecords.most + 1)
      """
    // Of the last that were entered, as no index has them; the bank of most comes first.
    case .bank:
      "SELECT routing FROM \(Self.lastEnrollments) GROUP BY routing ORDER BY count(*) DESC, routing"
    }
  }

  /// Its keys are whole numbers, and its table is called as it is itself, but for jobs.
  var isNumbered: Bool { [.change, .job, .request, .payment, .announcement].contains(self) }

  /// The last number that is given.
  var highest: String {
    // A server calls the text by the column's name, too.
    let name = self == .job ? RecordKind.change.rawValue : rawValue
    return "SELECT CAST(\(name) AS TEXT) FROM \(name) ORDER BY \(name).\(name) DESC LIMIT 1"
  }

  /// Of a range, the latest first.
  private func numbers(in table: String) -> String {
    """
    SELECT name FROM (SELECT CAST(\(table) AS TEXT) AS name, \(table) AS number, \
    CASE WHEN \(ended) THEN 1 ELSE 0 END AS place FROM \(table) \
    WHERE \(table) >= ? AND \(table) <= ? ORDER BY \(table) DESC \
    LIMIT \(NamedRecords.most + 1)) AS found ORDER BY place, number DESC
    """
  }

  static let lastEnrollments =
    "(SELECT enrollment, routing, entered_on FROM eft_enrollment ORDER BY enrollment DESC "
    + "LIMIT \(NamedRecords.most)) AS e"

  /// Those that come first, with the same arguments; of many records, some are looked at. New meters,
  /// which are free, mostly have the highest numbers.
  var best: [String] {
    switch self {
    case .freeMeter:
      ["", " DESC"].map { order in
        """
        SELECT m.meter FROM (SELECT meter FROM meter WHERE meter >= ? AND meter < ? \
        ORDER BY meter\(order) LIMIT \(NamedRecords.most / 2)) AS m WHERE NOT EXISTS \
        (SELECT 1 FROM meter_install i WHERE i.meter = m.meter AND i.to_on IS NULL) ORDER BY m.meter
        """
      }
    case .lockedUser:
      [
        """
        SELECT u.email FROM (SELECT email FROM portal_user \
        WHERE status = \(UserStatus.lockedOut.sql) \
        ORDER BY status_since DESC LIMIT \(NamedRecords.most)) AS u \
        WHERE u.email >= ? AND u.email < ? ORDER BY u.email
        """
      ]
    case .enrolledAccount:
      EFTState.allCases.filter { $0 != .cancelled }.map { state in
        """
        SELECT account FROM eft_enrollment WHERE state = \(state.sql) \
        AND account >= ? AND account < ? ORDER BY account LIMIT \(NamedRecords.most / 2)
        """
      }
    default: []
    }
  }

  /// The condition for records of the past.
  private var ended: String {
    switch self {
    case .account, .enrolledAccount, .linkedAccount: "closed_on IS NOT NULL"
    case .customer: "merged_into IS NOT NULL"
    case .bill: "voided_on IS NOT NULL"
    case .payment: "reversed_on IS NOT NULL"
    case .request: "status = \(RequestStatus.closed.sql)"
    case .announcement: "retired_on IS NOT NULL"
    case .user, .lockedUser: "status = \(UserStatus.deprovisioned.sql)"
    default: "1 = 0"
    }
  }

  /// One row where the record with this key is of the past.
  var isEnded: String? {
    switch self {
    // Also the link to an account of the past can be removed.
    case .account, .enrolledAccount: "SELECT account FROM account WHERE account = ? AND \(ended)"
    case .customer: "SELECT cid FROM customer WHERE cid = ? AND \(ended)"
    case .user, .lockedUser: "SELECT email FROM portal_user WHERE email = ? AND \(ended)"
    default: nil
    }
  }

  private static func keys(_ table: String, _ key: String, last: String = "1 = 0") -> String {
    """
    SELECT name FROM (SELECT \(key) AS name, CASE WHEN \(last) THEN 1 ELSE 0 END AS place \
    FROM \(table) WHERE \(key) >= ? AND \(key) < ? ORDER BY \(key) \
    LIMIT \(NamedRecords.most + 1)) AS found ORDER BY place, name
    """
  }
}
