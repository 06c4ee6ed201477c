package import Accounts

extension Report {
  /// What customers owe, by how long it is past due; a row for each customer of each account. Money
  /// without a bill is credit and ages nothing.
  /// - Parameters:
  ///   - formerOnly: only customers who do not hold the account any more.
  ///   - over: only rows with something past due for more days than these.
  package static func agedBalances(
    account: AccountNumber? = nil, cid: CustomerID? = nil, formerOnly: Bool = false,
    over days: Int? = nil, asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    let ledger = Ledger(
      asOf: day, of: account, cid.map { .customer($0) } ?? .all, dialect: dialect
    ).shares
    func aged(_ name: String, from first: Int?, to last: Int?, title: String) -> Column {
      // A bill is past due on the day after its due date.
      var tests: [String] = []
      if let first { tests.append("s.due_on <= '\(day.adding(days: -first))'") }
      if let last { tests.append("s.due_on >= '\(day.adding(days: -last))'") }
      return Column(
        name,
        "CAST(SUM(CASE WHEN \(tests.joined(separator: " AND ")) THEN s.open ELSE 0 END) AS BIGINT)",
        title: title, .money)
    }
    let mark = dialect.dateMark
    let isFormer = """
      NOT EXISTS (SELECT 1 FROM account_customer x WHERE x.account = s.account AND x.cid = s.cid \
      AND x.from_on <= \(mark) AND (x.to_on IS NULL OR x.to_on > \(mark)))
      """
    var conditions = [Condition("s.open > 0")]
    if formerOnly { conditions.append(Condition(isFormer, [day.datum, day.datum])) }
    if let days {
      conditions.append(Condition("s.due_on < \(mark)", [day.adding(days: -days).datum]))
    }
    return Report(
      "aged-balances",
      columns: [
        Column("account", of: BillShare.account, "s"),
        Column("cid", of: BillShare.cid, "s", title: "CID"),
        Column("name", "MIN(c.name)"),
        Column("owed", "CAST(SUM(s.open) AS BIGINT)", .money),
        aged("not-due", from: nil, to: 0, title: "Not past due"),
        aged("days-1-30", from: 1, to: 30, title: "1-30 days"),
        aged("days-31-60", from: 31, to: 60, title: "31-60 days"),
        aged("days-61-90", from: 61, to: 90, title: "61-90 days"),
        aged("days-over-90", from: 91, to: nil, title: "Over 90 days"),
        Column("oldest-due", "MIN(s.due_on)", title: "Oldest due", .date),
      ], from: "\(ledger.sql) s LEFT JOIN customer c ON c.cid = s.cid",
      sourceArguments: ledger.arguments, where: conditions, groupBy: ["s.account", "s.cid"],
      orderBy: ["s.account", "s.cid"])
  }
}
