import Accounts

/// What customers owe, by how long it is past due.
enum AgedBalances: Question {
  static let name = "aged-balances"
  static let group = QuestionGroup.money
  static let about = "Balances owed by days past due, including former customers"
  static let formula = """
    One row for each customer of each account who owes something on the day. Credit that is applied to \
    no bill is not counted.
    """
  static let parameters: [QuestionParameter] = [
    .account, .route, .cycle, QuestionParameter("cid", .customer, "only this customer"),
    QuestionParameter("former", .flag, "only former customers of the account"),
    QuestionParameter(
      "over", .number(0...100_000), "only amounts past due for more than this many days"),
  ]
  static let examples = [
    "report aged-balances", "report aged-balances --former --csv",
    "report aged-balances --over 60 --as-of 2026-10-31",
  ]
  static func report(_ asked: Asked) -> Report {
    let (day, dialect) = (asked.day, asked.dialect)
    let ledger = Ledger(
      asOf: day, of: asked.texts["account"].map(AccountNumber.init(trusted:)),
      asked.texts["cid"].map { .customer(CustomerID(trusted: $0)) } ?? .all, dialect: dialect
    ).shares
    func aged(_ name: String, from first: Int?, to last: Int?, title: String) -> Report.Column {
      // A bill is past due on the day after its due date.
      var tests: [String] = []
      if let first { tests.append("s.due_on <= '\(day.adding(days: -first))'") }
      if let last { tests.append("s.due_on >= '\(day.adding(days: -last))'") }
      return Report.Column(
        name,
        "CAST(SUM(CASE WHEN \(tests.joined(separator: " AND ")) THEN s.open ELSE 0 END) AS BIGINT)",
        title: title, .money)
    }
    let mark = dialect.dateMark
    var conditions = [Report.Condition("s.open > 0")]
    if asked.flags.contains("former") {
      conditions.append(
        Report.Condition(isFormer("s", dialect), [day.datum, day.datum]))
    }
    if let days = asked.numbers["over"] {
      conditions.append(
        Report.Condition("s.due_on < \(mark)", [day.adding(days: -Int(days)).datum]))
    }
    // Locations are joined only for `--route` and `--cycle`.
    let isOfPlaces = asked.texts["route"] != nil || asked.texts["cycle"] != nil
    let places =
      isOfPlaces
      ? " JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location" : ""
    return Report(
      name,
      columns: [
        .init("account", of: BillShare.account, "s"),
        .init("cid", of: BillShare.cid, "s", title: "CID"),
        .init("name", "MIN(c.name)"),
        .init("owed", "CAST(SUM(s.open) AS BIGINT)", .money),
        aged("not-due", from: nil, to: 0, title: "Not past due"),
        aged("days-1-30", from: 1, to: 30, title: "1-30 days"),
        aged("days-31-60", from: 31, to: 60, title: "31-60 days"),
        aged("days-61-90", from: 61, to: 90, title: "61-90 days"),
        aged("days-over-90", from: 91, to: nil, title: "Over 90 days"),
        .init("oldest-due", "MIN(s.due_on)", title: "Oldest due", .date),
      ], from: "\(ledger.sql) s LEFT JOIN customer c ON c.cid = s.cid" + places,
      sourceArguments: ledger.arguments, where: conditions + (isOfPlaces ? asked.places : []),
      groupBy: ["s.account", "s.cid"], orderBy: ["s.account", "s.cid"])
  }

  /// Whether the customer of a row is not responsible for its account on the day, which is marked twice.
  static func isFormer(_ row: String, _ dialect: any Dialect) -> String {
    """
    NOT EXISTS (SELECT 1 FROM account_customer x WHERE x.account = \(row).account \
    AND x.cid = \(row).cid AND \(DayInterval.sql(contains: dialect.dateMark, of: "x")))
    """
  }
}
