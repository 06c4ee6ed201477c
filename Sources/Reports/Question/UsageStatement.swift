import Accounts

/// A customer's usage in a year.
enum UsageStatement: Question {
  static let name = "usage-statement"
  static let group = QuestionGroup.money
  static let about = "Usage and bills of each customer's accounts by month"
  static let formula = """
    Usage of the periods that end in the month, by service, for the customer responsible on the last \
    day of the period (the tenant before the owner, so that usage is counted once). A row without a \
    service shows in billed what the customer owed on the month's bills; --service and --class leave \
    these rows out. Without --from, it is the year up to --to. \(DistinctDays.help) \
    \(Report.averagePerDayHelp)
    """
  static let parameters: [QuestionParameter] = [
    QuestionParameter("from", .day, "first day of the period (default: the year up to --to)"), .to,
    QuestionParameter("cid", .customer, "only this customer"), .account, .service, .serviceClass,
  ]
  static let examples = ["report usage-statement --cid 100002"]
  static func report(_ asked: Asked) -> Report {
    var asked = asked
    if asked.days["from"] == nil {
      asked.days["from"] = asked.to.first(ofMonths: 12)
    }
    let showsBills = asked.texts["service"] == nil && asked.texts["class"] == nil
    let arms = [use(asked)] + (showsBills ? [bills(asked)] : [])
    let rows = arms.map(\.sql).joined(separator: " UNION ALL ")
    let cid = asked.texts["cid"].map { [Report.Condition("x.cid = ?", [.text($0)])] } ?? []
    return Report(
      name,
      columns: [
        .init("cid", of: AccountCustomer.cid, "x", title: "CID"),
        .init("account", of: Account.account, "x"), .init("address", of: Location.address, "x"),
        .init("code", of: BillLine.code, "x"), .init("month", "x.month"),
        .init("quantity", "x.quantity", .quantity),
        .init("unit", of: Consumption.unit, "x"),
        .init("days", "x.days", .integer).measured(in: "days"),
        .averagePerDay(AveragePerDay.sql("x.quantity", "x.days")),
        .init("billed", "x.billed", .money),
      ],
      // Without this, PostgreSQL finds who owed each row of the store before it narrows the accounts.
      from: cid.isEmpty ? "(\(rows)) x" : "(WITH x AS MATERIALIZED (\(rows)) SELECT * FROM x) x",
      sourceArguments: arms.flatMap(\.arguments), where: cid,
      orderBy: ["x.cid", "x.account", "x.code", "x.month", "x.unit"])
  }

  private static func use(_ asked: Asked) -> Report.Condition {
    let rows = DistinctDays(
      [
        "cid": "(\(DebtorSQL.cid))", "account": "a.account", "address": "l.address",
        "code": "s.code",
        "month": asked.dialect.month("c.to_on"), "unit": "c.unit",
      ], dialect: asked.dialect
    ).rows(from: Findings.consumption, where: [asked.isInPeriod("c.to_on")] + asked.places)
    return Report.Condition(
      """
      SELECT c.cid, c.account, c.address, c.code, c.month, c.unit, \
      \(AveragePerDay.quantity) AS quantity, \(AveragePerDay.days) AS days, \
      CAST(NULL AS BIGINT) AS billed FROM \(rows.sql) \
      GROUP BY c.cid, c.account, c.address, c.code, c.month, c.unit
      """, rows.arguments)
  }

  private static func bills(_ asked: Asked) -> Report.Condition {
    let month = asked.dialect.month("z.billed_on")
    let condition = ([asked.isInPeriod("z.billed_on")] + asked.places).conjunction
    return Report.Condition(
      """
      SELECT z.cid, z.account, l.address, CAST(NULL AS TEXT), \(month), CAST(NULL AS TEXT), \
      CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(SUM(z.amount) AS BIGINT) \
      FROM bill_share z JOIN account a ON a.account = z.account \
      JOIN location l ON l.location = a.location WHERE \(condition.sql) \
      AND \(DayInterval.sql(isOpenOn: asked.sql(asked.day), of: "z")) \
      GROUP BY z.cid, z.account, l.address, \(month)
      """, condition.arguments)
  }
}
