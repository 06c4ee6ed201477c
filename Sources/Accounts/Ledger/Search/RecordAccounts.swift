import Engines
import Values

/// What belongs to a record today.
extension Store {
  /// The accounts of a customer who is responsible for them, of a user who is linked to them, of the
  /// place of a meter, of a location, and of a bill.
  package func accounts(of kind: RecordKind, _ key: String) throws -> [NamedRecord] {
    guard let sql = kind.accounts else { return [] }
    let days = kind == .bill ? [] : [today.datum, today.datum]
    return try strings(sql, [.text(key)] + days).map { account in
      let customer = kind == .customer ? key : nil
      return NamedRecord(id: account, meaning: try meaning(of: account, .account, for: customer))
    }
  }

  /// The customers who are responsible for an account, or its location.
  package func records(_ kind: RecordKind, of account: String) throws -> [String] {
    switch kind {
    case .customer:
      return try strings(
        """
        SELECT DISTINCT cid FROM account_customer \
        WHERE account = ? AND \(RecordKind.holds("from_on", "to_on")) ORDER BY cid
        """, [.text(account), today.datum, today.datum])
    case .location:
      return try strings("SELECT location FROM account WHERE account = ?", [.text(account)])
    case .meter: return try meters(of: [account])
    default: return []
    }
  }

  /// The meters that are in services of the accounts.
  package func meters(of accounts: [String]) throws -> [String] {
    try accounts.flatMap { account in
      try strings(
        """
        SELECT DISTINCT i.meter FROM meter_install i JOIN service s ON s.service = i.service \
        WHERE s.account = ? AND \(RecordKind.holds("i.from_on", "i.to_on")) ORDER BY i.meter
        """, [.text(account), today.datum, today.datum])
    }
  }
}

extension RecordKind {
  fileprivate var accounts: String? {
    switch self {
    case .customer:
      """
      SELECT DISTINCT account FROM account_customer \
      WHERE cid = ? AND \(Self.holds("from_on", "to_on")) ORDER BY account
      """
    case .user:
      """
      SELECT DISTINCT k.account FROM link k JOIN portal_user u ON u.portal_user = k.portal_user \
      WHERE u.email = ? AND \(Self.holds("k.linked_on", "k.removed_on")) ORDER BY k.account
      """
    case .meter:
      """
      SELECT DISTINCT s.account FROM meter_install i JOIN service s ON s.service = i.service \
      WHERE i.meter = ? AND \(Self.holds("i.from_on", "i.to_on")) ORDER BY s.account
      """
    case .location:
      """
      SELECT account FROM account \
      WHERE location = ? AND \(Self.holds("opened_on", "closed_on")) ORDER BY account
      """
    case .bill: "SELECT account FROM bill WHERE bill = ?"
    default: nil
    }
  }

  /// On a day that is given twice.
  fileprivate static func holds(_ first: String, _ end: String) -> String {
    "\(first) <= ? AND (\(end) IS NULL OR \(end) > ?)"
  }
}
