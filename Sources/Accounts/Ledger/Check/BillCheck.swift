import Engines
import Values

/// The rules of bills and payments, over the whole store.
extension Store {
  func checkBills(_ tell: (Finding) throws -> Void) throws {
    try connection.each(Self.wrongTotals, []) { row in
      let bill = String(decoding: row.text(0), as: UTF8.self)
      try tell(
        Finding(
          rule: .billTotal, severity: .error, record: "bill \(bill)",
          what: "its total is \(Money(units: row.integer(1))), its lines give "
            + "\(Money(units: row.integer(2)))", remedy: "see `bill show \(word: bill)`"))
      return true
    }
    try connection.each(Self.strayPayments, []) { row in
      let bill = String(decoding: row.text(1), as: UTF8.self)
      try tell(
        Finding(
          rule: .paymentAccount, severity: .error, record: "payment \(row.integer(0))",
          what: "it is for bill \(bill), which belongs to another account",
          remedy: "see \(run: "payment list", options: ["bill": bill])"))
      return true
    }
  }

  private static let wrongTotals = Statement(
    """
    SELECT b.bill, b.total, CAST(coalesce(SUM(l.amount), 0) AS BIGINT) FROM bill b \
    LEFT JOIN bill_line l ON l.bill = b.bill GROUP BY b.bill, b.total \
    HAVING b.total <> coalesce(SUM(l.amount), 0) ORDER BY b.bill
    """)
  private static let strayPayments = Statement(
    """
    SELECT p.payment, p.bill FROM payment p JOIN bill b ON b.bill = p.bill \
    WHERE b.account <> p.account ORDER BY p.payment
    """)
}
