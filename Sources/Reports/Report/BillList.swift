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

    package init() {}
  }

  /// Bills with what is paid and open of them as of a day, the latest first.
  package static func bills(
    _ filter: BillFilter = BillFilter(), asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    let ledger = Ledger(asOf: day, of: filter.account, dialect: dialect).bills
    var conditions: [Condition] = []
    if let route = filter.route { conditions.append(Condition("l.route = ?", [route.datum])) }
    if filter.isUnpaid { conditions.append(Condition("b.open > 0")) }
    if let day = filter.dueBefore { conditions.append(Condition("b.due_on < ?", [day.datum])) }
    if let day = filter.from { conditions.append(Condition("b.billed_on >= ?", [day.datum])) }
    if let day = filter.to { conditions.append(Condition("b.billed_on <= ?", [day.datum])) }
    return Report(
      "bill list",
      columns: [
        Column("bill", "b.bill"), Column("account", "b.account"),
        Column("on", "b.billed_on", title: "Date", .date),
        Column("due", "b.due_on", .date), Column("total", "b.total", .money),
        Column("paid", "b.paid", .money), Column("open", "b.open", .money),
        Column("last-posted", "b.last_posted", .date),
        Column("location", "a.location"), Column("address", "l.address"),
        Column("route", "l.route"),
      ],
      from: """
        \(ledger.sql) b JOIN account a ON a.account = b.account \
        JOIN location l ON l.location = a.location
        """, sourceArguments: ledger.arguments, where: conditions,
      orderBy: ["b.billed_on DESC", "b.bill"])
  }
}
