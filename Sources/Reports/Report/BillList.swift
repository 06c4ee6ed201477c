package import Accounts

extension Report {
  /// What narrows a list of bills.
  package struct BillFilter: Sendable {
    package var account: AccountNumber?
    package var route: String?
    package var isUnpaid = false
    package var dueBefore: CivilDate?
    package var from: CivilDate?
    package var to: CivilDate?
    /// Whose shares of the bills.
    package var debtors = Ledger.Debtors.all

    package init() {}
  }

  /// Bills with what is paid and open of them as of a day, the latest first.
  package static func bills(
    _ filter: BillFilter = BillFilter(), asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    let report = bills(filter, nil, asOf: day, dialect)
    // What is open is known only when it is worked out, and a route is the location's.
    guard !filter.isUnpaid, filter.route == nil, filter.dueBefore == nil,
      case .all = filter.debtors
    else { return report }
    return report.shortened { count in
      bills(filter, filter.firstBills(count, asOf: day, dialect), asOf: day, dialect)
    }
  }

  /// - Parameter among: a query for the only bills that count.
  private static func bills(
    _ filter: BillFilter, _ among: (sql: String, arguments: [Datum])?, asOf day: CivilDate,
    _ dialect: any Dialect
  ) -> Report {
    let ledger = Ledger(
      asOf: day, of: filter.account, filter.debtors, among: among, dialect: dialect
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
  /// The latest of the bills.
  fileprivate func firstBills(
    _ count: Int, asOf day: CivilDate, _ dialect: any Dialect
  ) -> (sql: String, arguments: [Datum]) {
    let mark = dialect.dateMark
    var sql = """
      SELECT n.bill FROM bill n WHERE n.billed_on <= \(mark) AND EXISTS \
      (SELECT 1 FROM bill_share h WHERE h.bill = n.bill)
      """
    var arguments = [day.datum]
    if let account { (sql, arguments) = (sql + " AND n.account = ?", arguments + [account.datum]) }
    if let from { (sql, arguments) = (sql + " AND n.billed_on >= ?", arguments + [from.datum]) }
    if let to { (sql, arguments) = (sql + " AND n.billed_on <= ?", arguments + [to.datum]) }
    return (sql + " ORDER BY n.billed_on DESC, n.bill LIMIT \(count)", arguments)
  }
}
