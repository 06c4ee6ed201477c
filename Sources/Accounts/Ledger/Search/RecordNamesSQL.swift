/// How records are found by the beginnings of their names, each by an index.
extension RecordKind {
  /// What a search for letters looks at; nil if names say all.
  var searched: [SearchKind]? {
    switch self {
    case .account: [.customer, .account]
    case .customer: [.customer]
    case .location: [.location]
    case .meter, .freeMeter: [.meter]
    case .user, .lockedUser: [.user]
    case .bill, .service, .serviceType, .route, .change, .request, .staff: nil
    }
  }

  /// Whether people stand in what is said of a record.
  var namesPeople: Bool {
    switch self {
    case .bill, .service, .serviceType, .route, .staff: false
    case .account, .customer, .location, .meter, .freeMeter, .user, .lockedUser, .change, .request:
      true
    }
  }

  /// The names of an account's own, the best first.
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
    case .meter:
      """
      SELECT i.meter FROM meter_install i JOIN service s ON s.service = i.service \
      WHERE s.account = ? AND i.to_on IS NULL ORDER BY i.meter
      """
    default: nil
    }
  }

  /// All that begin as the first argument does and end before the second; few have no arguments.
  var keys: String {
    switch self {
    case .account: Self.keys("account", "account", last: ended)
    case .customer: Self.keys("customer", "cid", last: ended)
    case .location: Self.keys("location", "location")
    case .meter, .freeMeter: Self.keys("meter", "meter")
    case .bill: Self.keys("bill", "bill", last: ended)
    case .user, .lockedUser: Self.keys("portal_user", "email", last: ended)
    case .service, .serviceType: "SELECT name FROM service_type ORDER BY name"
    case .staff: "SELECT operator FROM operator ORDER BY operator"
    case .route: "SELECT route FROM location WHERE route >= ? AND route < ?"
    case .change:
      "SELECT CAST(change AS TEXT) FROM change ORDER BY change DESC LIMIT \(NamedRecords.most + 1)"
    case .request:
      """
      SELECT CAST(request AS TEXT) FROM request \
      ORDER BY CASE WHEN status = 'closed' THEN 1 ELSE 0 END, request DESC \
      LIMIT \(NamedRecords.most + 1)
      """
    }
  }

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
        SELECT u.email FROM (SELECT email FROM portal_user WHERE status = 'locked_out' \
        ORDER BY status_since DESC LIMIT \(NamedRecords.most)) AS u \
        WHERE u.email >= ? AND u.email < ? ORDER BY u.email
        """
      ]
    default: []
    }
  }

  /// What is true of records of the past.
  private var ended: String {
    switch self {
    case .account: "closed_on IS NOT NULL"
    case .customer: "merged_into IS NOT NULL"
    case .bill: "voided_on IS NOT NULL"
    case .user, .lockedUser: "status = 'deprovisioned'"
    default: "1 = 0"
    }
  }

  /// One row where the record with this key is of the past.
  var isEnded: String? {
    switch self {
    case .account: "SELECT account FROM account WHERE account = ? AND \(ended)"
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

  private static let person =
    "CASE WHEN c.last_name IS NULL OR c.first_name IS NULL THEN c.name "
    + "ELSE c.last_name || ', ' || c.first_name END"
  private static let place =
    "CASE WHEN l.unit IS NULL THEN l.address ELSE l.address || ' ' || l.unit END"

  /// What is said of one record, in a row of a few cells.
  var meaning: String? {
    switch self {
    case .account:
      """
      SELECT \(Self.person), \(Self.place), \
      CASE WHEN a.closed_on IS NULL THEN NULL ELSE 'closed' END, \
      CASE WHEN x.to_on <= ? THEN 'until ' || CAST(x.to_on AS TEXT) END \
      FROM account a JOIN location l ON l.location = a.location \
      LEFT JOIN account_customer x ON x.account = a.account \
      LEFT JOIN customer c ON c.cid = x.cid WHERE a.account = ? \
      ORDER BY CASE WHEN x.cid = ? THEN 0 ELSE 1 END, \
      CASE WHEN x.from_on <= ? AND (x.to_on IS NULL OR x.to_on > ?) THEN 0 ELSE 1 END, \
      x.from_on DESC LIMIT 1
      """
    case .customer: "SELECT \(Self.person), c.address FROM customer c WHERE c.cid = ?"
    case .location: "SELECT \(Self.place), l.city FROM location l WHERE l.location = ?"
    case .meter, .freeMeter:
      """
      SELECT t.name, s.account, \(Self.place) FROM meter m \
      JOIN service_type t ON t.code = m.code \
      LEFT JOIN meter_install i ON i.meter = m.meter AND i.to_on IS NULL \
      LEFT JOIN service s ON s.service = i.service LEFT JOIN account a ON a.account = s.account \
      LEFT JOIN location l ON l.location = a.location WHERE m.meter = ? LIMIT 1
      """
    case .bill:
      """
      SELECT b.account, 'due ' || CAST(b.due_on AS TEXT), \
      CASE WHEN b.voided_on IS NULL THEN NULL ELSE 'void' END FROM bill b WHERE b.bill = ?
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
    case .serviceType: "SELECT code FROM service_type WHERE name = ?"
    case .change: "SELECT command, operator FROM change WHERE change = ?"
    case .request: "SELECT subject, status FROM request WHERE request = ?"
    case .staff: "SELECT role FROM operator WHERE operator = ?"
    case .route: nil
    }
  }
}
