import Engines
import Values

/// Bills of transferred balances, and bills whose balance was transferred: if one goes without the other,
/// money is owed twice or by nobody, so the undo asks.
extension Undo {
  /// Bills that go, of which a balance is owed on another account since. Looked for before any row changes.
  func transferredBills() throws -> [String] {
    try connection.all(Self.transferredSQL, [.integer(change)]) { row in
      let part = TransferredPart(row)
      return "\(part.phrase); \(part.remedy)"
    }
  }

  /// A transfer of the same change goes, too.
  private static let transferredSQL = Statement(
    """
    SELECT \(TransferredPart.columns) FROM change_row l CROSS JOIN \(TransferredPart.source) \
    WHERE l.change = ? AND l.table_name = 'bill' AND l.action = 'insert' AND a.bill = l.row_key \
    AND NOT EXISTS (SELECT 1 FROM change_row m WHERE m.change = l.change \
    AND m.table_name = 'bill' AND m.row_key = o.bill AND m.action = 'insert') \
    \(TransferredPart.grouped)
    """)

  /// Transferred balances that stay on an account for whose customer nothing else would be there.
  func abandonedTransfers() throws -> [String] {
    try connection.all(Self.abandonedSQL, [.integer(change)]) { row in
      let (bill, account) = (BillNumber(row.datum(0)), AccountNumber(row.datum(1)))
      return
        "customer \(CustomerID(row.datum(2))) is no longer responsible for account \(account), but owes bill "
        + "\(bill) there, a transferred balance; to take the transfer back first, run "
        + TransferredPart.voiding(bill)
    }
  }

  /// Another responsibility of the customer keeps the bill, and a transfer of the same change goes, too.
  private static let abandonedSQL = Statement(
    """
    SELECT b.bill, b.account, b.cid FROM change_row l \
    JOIN account_customer k ON CAST(k.account_customer AS TEXT) = l.row_key \
    JOIN bill b ON b.account = k.account AND b.cid = k.cid AND b.voided_on IS NULL AND b.total > 0 \
    WHERE l.change = ? AND l.table_name = 'account_customer' AND l.action = 'insert' \
    AND NOT EXISTS (SELECT 1 FROM account_customer x WHERE x.account = k.account AND x.cid = k.cid \
    AND x.account_customer <> k.account_customer) \
    AND NOT EXISTS (SELECT 1 FROM change_row m WHERE m.change = l.change \
    AND m.table_name = 'bill' AND m.row_key = b.bill AND m.action = 'insert') ORDER BY b.bill
    """)

  /// Transferred balances that go although they were paid where they are owed now.
  func paidTransfers() throws -> [String] {
    try connection.all(Self.paidSQL, [.integer(change)]) { row in
      let (bill, amount) = (BillNumber(row.datum(0)), Money(units: row.integer(1)))
      let (account, old) = (AccountNumber(row.datum(2)), AccountNumber(row.datum(3)))
      return
        "\(amount) was paid of bill \(bill) and becomes credit on account \(account), while account "
        + "\(old) owes the balance again"
    }
  }

  /// Payments of the same change go, too.
  private static let paidSQL = Statement(
    """
    SELECT t.bill, CAST(SUM(a.amount) AS BIGINT), t.account, o.account FROM change_row l \
    JOIN bill t ON t.bill = l.row_key \
    JOIN bill o ON o.bill = l.row_key || '\(Bill.transferEnding)' AND (o.cid = t.cid OR o.total = -t.total) \
    JOIN payment_application a ON a.bill = t.bill AND a.to_on IS NULL \
    WHERE l.change = ? AND l.table_name = 'bill' AND l.action = 'insert' \
    AND NOT EXISTS (SELECT 1 FROM change_row m WHERE m.change = l.change \
    AND m.table_name = 'payment' AND m.row_key = CAST(a.payment AS TEXT) AND m.action = 'insert') \
    GROUP BY t.bill, t.account, o.account ORDER BY t.bill
    """)
}
