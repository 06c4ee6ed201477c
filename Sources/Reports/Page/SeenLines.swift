import Accounts

extension PortalVisibility {
  /// The lines of a bill that the user sees, each with the part of its amount that belongs to the shares that the
  /// user sees.
  func lines(of bill: Row<Bill>, asOf day: CivilDate, on store: Store) throws -> Report {
    let number = bill[Bill.bill]
    var cids: Set<CustomerID> = []
    let isSeen = Ledger.isLinked(DayInterval.sql(contains: "z.from_on", of: "x"))
    try store.each(
      sql: """
        SELECT z.cid FROM bill_share z WHERE z.bill = ? AND z.cid IS NOT NULL \
        AND \(DayInterval.sql(isOpenOn: store.dialect.dateMark, of: "z")) AND \(isSeen)
        """, [number.datum, day.datum, user.datum, account.datum]
    ) { row in
      cids.insert(CustomerID(row.datum(0)))
      return true
    }
    let own = try store.books().lines(of: bill, owedBy: cids)
    guard !own.isEmpty else {
      return Page.lines(of: number).narrowed(Report.Condition("1 = 0"))
    }
    let amounts = own.map { "WHEN \($0.number) THEN \($0.amount.datum) " }.joined()
    let numbers = own.map { "\($0.number)" }.joined(separator: ", ")
    return Page.lines(of: number, amount: "CAST(CASE l.number \(amounts)END AS BIGINT)")
      .narrowed(Report.Condition("l.number IN (\(numbers))"))
  }
}
