import Engines
import Values

/// What a user of the portal sees of the money on an account, in SQL on a responsibility `x` of a linked customer.
extension Ledger {
  /// Whether there is such a responsibility; takes the user and the account where they are not given.
  package static func isLinked(
    _ test: String, user: String = "?", account: String = "?"
  ) -> String {
    """
    EXISTS (SELECT 1 FROM link k JOIN account_customer x ON x.account = k.account \
    AND x.cid = k.cid WHERE k.portal_user = \(user) AND k.account = \(account) \
    AND k.removed_on IS NULL AND \(test))
    """
  }

  /// Money applied to a bill is shown to those who see that share of the bill; credit, to those who see its
  /// customer's money.
  /// - Parameter row: a row of `payment_application`.
  package static func sees(application row: String) -> String {
    """
    CASE WHEN \(row).bill IS NULL THEN \(sees(moneyOf: "\(row).cid", on: "\(row).posted_on")) \
    ELSE \(sees(shareOf: row)) END
    """
  }

  /// The share of a bill that money is applied to goes with its days.
  /// - Parameter row: a row of `payment_application`.
  package static func sees(shareOf row: String) -> String {
    """
    EXISTS (SELECT 1 FROM bill_share z WHERE z.bill = \(row).bill AND z.number = \(row).share \
    AND \(DayInterval.sql(contains: "z.from_on", of: "x")))
    """
  }

  /// The linked customer's own, or of somebody who was responsible together with that customer on the day. A customer
  /// who left may still pay.
  package static func sees(moneyOf cid: String, on day: String) -> String {
    """
    (x.cid = \(cid) OR \(DayInterval.sql(contains: day, of: "x")) \
    AND EXISTS (SELECT 1 FROM account_customer w WHERE w.account = x.account AND w.cid = \(cid) \
    AND \(DayInterval.sql(contains: day, of: "w"))))
    """
  }
}

extension Ledger.Debtors {
  /// Whose payments, as rows `p`, are of these; an older store does not say whose a draft is.
  var isPayer: (sql: String, arguments: [Datum]) {
    switch self {
    case .all: return ("", [])
    case .customer(let cid): return (" AND (p.cid IS NULL OR p.cid = ?)", [cid.datum])
    case .linked(let user, let account):
      let own = "x.account = p.account AND " + Ledger.sees(moneyOf: "p.cid", on: "p.posted_on")
      return (
        " AND (p.cid IS NULL OR \(Ledger.isLinked(own)))", [user.datum, account.datum]
      )
    }
  }
}
