package import Engines
package import Values

/// What a transferred balance has paid of a bill: the same amount is owed on another account, as a bill of that
/// account.
package struct TransferredPart: Equatable {
  package let bill: BillNumber
  package let amount: Money
  /// The bill on the other account.
  package let transfer: BillNumber
  package let account: AccountNumber

  /// SQL: what transfers that still stand have paid (`a`), with their bills here (`o`) and there (`t`).
  package static let source = """
    payment_application a JOIN bill o ON o.bill = a.credit_bill AND a.to_on IS NULL \
    AND o.bill LIKE 'T%\(Bill.transferEnding)' \
    JOIN bill t ON t.bill = substr(o.bill, 1, length(o.bill) - \(Bill.transferEnding.count)) \
    AND (t.cid = o.cid OR t.total = -o.total) AND t.voided_on IS NULL
    """
  /// SQL: that a bill is one of the two of a transferred balance. In an older store they have no customer.
  package static func isTransfer(_ bill: String) -> String {
    """
    (\(bill).cid IS NOT NULL OR \(bill).bill LIKE 'T%\(Bill.transferEnding)' AND \(bill).total < 0 \
    OR EXISTS (SELECT 1 FROM bill g WHERE g.bill = \(bill).bill || '\(Bill.transferEnding)' \
    AND g.total = -\(bill).total))
    """
  }
  package static let columns = "a.bill, CAST(SUM(a.amount) AS BIGINT), t.bill, t.account"
  package static let grouped = "GROUP BY a.bill, t.bill, t.account ORDER BY a.bill, t.bill"

  /// - Parameter row: of `columns`.
  package init(_ row: any BorrowedRow) {
    bill = BillNumber(row.datum(0))
    amount = Money(units: row.integer(1))
    transfer = BillNumber(row.datum(2))
    account = AccountNumber(row.datum(3))
  }

  package var phrase: String { "\(amount) of bill \(bill) \(whereOwed)" }

  /// The same after the bill's own phrase: `80.00 of which was transferred …`.
  package var clause: String { "\(amount) of which \(whereOwed)" }

  private var whereOwed: String {
    "was transferred to account \(account) as bill \(transfer) and is still owed there"
  }

  package var remedy: String { "to take the transfer back, run " + Self.voiding(transfer) }

  /// The command that takes a transfer back.
  package static func voiding(_ transfer: BillNumber) -> String {
    "\(run: "bill void", transfer, options: ["reason": "REASON", "accept": "unusual"])"
  }
}
