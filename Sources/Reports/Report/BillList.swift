package import Accounts

extension Report {
  /// Filters of a list of bills.
  package struct BillFilter: Sendable {
    package var accounts: [AccountNumber] = []
    package var route: String?
    package var isUnpaid = false
    package var dueBefore: CivilDate?
    package var from: CivilDate?
    package var to: CivilDate?
    /// The customers whose shares of the bills count.
    package var debtors = Ledger.Debtors.all

    package init() {}
  }

  /// Bills with what is paid and open of them as of a day, the latest first.
  package static func bills(
    _ filter: BillFilter = BillFilter(), asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    let report = bills(filter, nil, asOf: day, dialect)
    guard case .all = filter.debtors else { return report }
    var columns = [
      "bill": "n.bill", "account": "n.account", "on": "n.billed_on", "due": "n.due_on",
    ]
    // Unpaid bills are found by their shares.
    if !filter.isUnpaid { columns["total"] = "n.total" }
    return report.shortened(
      ShortForm(columns: columns) { count, keys in
        let first = filter.firstBills(count, by: keys, asOf: day, dialect)
        return bills(filter, first, asOf: day, dialect)
      })
  }

  /// - Parameter among: a query for the bills to list; nil for all.
  private static func bills(
    _ filter: BillFilter, _ among: (sql: String, arguments: [Datum])?, asOf day: CivilDate,
    _ dialect: any Dialect
  ) -> Report {
    let ledger = Ledger(
      asOf: day, of: filter.accounts.count == 1 ? filter.accounts[0] : nil, filter.debtors,
      among: among ?? filter.billsOfSeveral, dialect: dialect
    ).bills
    var conditions: [Condition] = []
    if let route = filter.route { conditions.append(Condition("l.route = ?", [route.datum])) }
    if filter.isUnpaid { conditions.append(Condition("b.open > 0")) }
    if let day = filter.dueBefore { conditions.append(Condition("b.due_on < ?", [day.datum])) }
    if let day = filter.from { conditions.append(Condition("b.billed_on >= ?", [day.datum])) }
    if let day = filter.to { conditions.append(Condition("b.billed_on <= ?", [day.datum])) }
    return Report(
      "bill list",
      columns: [
        Column("bill", of: Bill.bill, "b"), Column("account", of: Bill.account, "b"),
        Column("on", of: Bill.billedOn, "b", title: "Date"),
        Column("due", of: Bill.dueOn, "b"), Column("total", of: Bill.total, "b"),
        Column("paid", "b.paid", .money), Column("open", "b.open", .money),
        Column("last-posted", "b.last_posted", .date),
        Column("location", of: Account.location, "a"), Column("address", of: Location.address, "l"),
        Column("route", of: Location.route, "l"),
      ],
      from: """
        \(ledger.sql) b JOIN account a ON a.account = b.account \
        JOIN location l ON l.location = a.location
        """, sourceArguments: ledger.arguments, where: conditions,
      orderBy: ["b.billed_on DESC", "b.bill"])
  }
}

extension Report.BillFilter {
  /// A query for the bills of several accounts, because the ledger takes either one account or bills.
  fileprivate var billsOfSeveral: (sql: String, arguments: [Datum])? {
    accounts.count < 2
      ? nil
      : isOfAccounts("account").map { ("SELECT bill FROM bill WHERE \($0.sql)", $0.arguments) }
  }

  private func isOfAccounts(_ column: String) -> Report.Condition? {
    Report.Condition.among(accounts.map(\.text), column).first
  }

  /// The latest of the bills.
  fileprivate func firstBills(
    _ count: Int, by keys: [ShortForm.Key], asOf day: CivilDate, _ dialect: any Dialect
  ) -> (sql: String, arguments: [Datum]) {
    isUnpaid
      ? firstUnpaid(count, by: keys, asOf: day, dialect)
      : first(
        count, by: keys, asOf: day, before: [day.datum],
        """
        bill n WHERE (n.voided_on IS NULL OR n.voided_on > \(dialect.dateMark)) \
        AND n.billed_on <= \(dialect.dateMark)
        """)
  }

  /// The latest bills with shares that are open both in the end and on this day, and all bills that are paid or
  /// voided after it.
  private func firstUnpaid(
    _ count: Int, by keys: [ShortForm.Key], asOf day: CivilDate, _ dialect: any Dialect
  ) -> (sql: String, arguments: [Datum]) {
    let mark = dialect.dateMark
    let latest = first(
      count, by: keys, asOf: day, before: [day.datum, day.datum], haveShares: true,
      """
      bill_share n WHERE n.open > 0 AND n.amount > \(Ledger.paid(of: "n", on: mark)) \
      AND n.billed_on <= \(mark)
      """)
    return (
      """
      SELECT bill FROM (\(latest.sql)) latest UNION SELECT f.bill FROM payment_application f \
      WHERE f.bill IS NOT NULL AND f.to_on IS NULL AND f.from_on > \(mark) \
      UNION SELECT v.bill FROM bill_share v WHERE v.to_on > \(mark)
      """, latest.arguments + [day.datum, day.datum]
    )
  }

  /// - Parameters:
  ///   - earlier: the arguments of the marks in the rows before that of the day.
  ///   - haveShares: the rows are shares, of which a bill may have several.
  ///   - rows: rows of bills, as `n`, up to the day, which is the last mark.
  private func first(
    _ count: Int, by keys: [ShortForm.Key], asOf day: CivilDate, before earlier: [Datum] = [],
    haveShares: Bool = false, _ rows: String
  ) -> (sql: String, arguments: [Datum]) {
    var sql = "SELECT n.bill FROM " + rows
    var arguments = earlier + [day.datum]
    if let test = isOfAccounts("n.account") {
      (sql, arguments) = (sql + " AND \(test.sql)", arguments + test.arguments)
    }
    if let from { (sql, arguments) = (sql + " AND n.billed_on >= ?", arguments + [from.datum]) }
    if let to { (sql, arguments) = (sql + " AND n.billed_on <= ?", arguments + [to.datum]) }
    if let route {
      sql += """
         AND EXISTS (SELECT 1 FROM account c JOIN location l ON l.location = c.location \
        WHERE c.account = n.account AND l.route = ?)
        """
      arguments.append(route.datum)
    }
    if let dueBefore {
      // A bill is never due before its date, and the rows are read in order of the date.
      sql += " AND n.due_on < ? AND n.billed_on < ?"
      arguments += [dueBefore.datum, dueBefore.datum]
    }
    // Grouping rows that are already unique would keep PostgreSQL from using the index with this order.
    if haveShares {
      sql += " GROUP BY " + (["n.billed_on", "n.bill"] + keys.map(\.sql)).joined(separator: ", ")
    }
    let order = keys.map(\.term) + ["n.billed_on DESC", "n.bill"]
    return (sql + " ORDER BY " + order.joined(separator: ", ") + " LIMIT \(count)", arguments)
  }
}
