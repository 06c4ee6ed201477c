import Accounts

/// Payments received.
enum PaymentTotals: Question {
  static let name = "payments"
  static let group = QuestionGroup.money
  static let about = "Payments of the period, summed by day, month or method"
  static let formula = """
    Payments count on the day they were posted. Payments reversed by the day in --as-of \
    (default: today) are in separate columns and not in amount.
    """
  static let parameters: [QuestionParameter] = [
    .from, .to, .account, .route, .cycle,
    QuestionParameter(
      "by", .list(["day", "month", "method"]), "groups to sum by (day): day, month, method"),
  ]
  static let examples = [
    "report payments --by method --from 2026-10-01 --to 2026-10-31",
    "report payments --by day,method --csv",
  ]
  static func report(_ asked: Asked) -> Report {
    let keys = (asked.lists["by"] ?? ["day"]).map { key($0, asked.dialect) }
    func sum(_ value: String, reversed: Bool) -> String {
      """
      CAST(SUM(CASE WHEN p.reversed_on <= \(asked.sql(asked.day)) \
      THEN \(reversed ? value : "0") ELSE \(reversed ? "0" : value) END) AS BIGINT)
      """
    }
    return Report(
      name,
      columns: keys + [
        .init("payments", sum("1", reversed: false), .integer),
        .init("amount", sum("p.amount", reversed: false), .money),
        .init("reversed", sum("1", reversed: true), .integer),
        .init("reversed-amount", sum("p.amount", reversed: true), .money),
      ],
      from: """
        payment p JOIN account a ON a.account = p.account \
        JOIN location l ON l.location = a.location
        """, where: [asked.isInPeriod("p.posted_on")] + asked.places, groupBy: keys.map(\.sql),
      orderBy: keys.map(\.sql))
  }

  private static func key(_ group: String, _ dialect: any Dialect) -> Report.Column {
    switch group {
    case "month": .init("month", dialect.month("p.posted_on"))
    case "method": .init("method", of: Payment.method, "p")
    default: .init("on", of: Payment.postedOn, "p")
    }
  }
}

/// Credits that are not applied to a bill yet.
enum Credits: Question {
  static let name = "credits"
  static let group = QuestionGroup.money
  static let about = "Customer credits not applied to any bill, including former customers"
  static let formula = """
    One row for each customer of each account. credit is what the customer paid or was credited up to the \
    day and has not been applied; balance is what the same customer owes, less that credit.
    """
  static let parameters: [QuestionParameter] = [.account, .route, .cycle]
  static let examples = ["report credits", "report credits --as-of 2026-10-31 --csv"]
  static func report(_ asked: Asked) -> Report {
    let ledger = Ledger(asOf: asked.day, dialect: asked.dialect).customers
    return Report(
      name,
      columns: [
        .init("account", of: Account.account, "a"),
        .init("cid", of: Customer.cid, "c", title: "CID"), .init("name", of: Customer.name, "c"),
        .init("address", of: Location.address, "l"),
        .init("credit", "g.credit", .money),
        .init("balance", "g.balance", .money),
        .init("last-posted", "g.last_posted", .date), .init("closed-on", of: Account.closedOn, "a"),
      ],
      from: """
        \(ledger.sql) g JOIN account a ON a.account = g.account \
        JOIN location l ON l.location = a.location LEFT JOIN customer c ON c.cid = g.cid
        """, sourceArguments: ledger.arguments,
      where: [Report.Condition("g.credit > 0")] + asked.places,
      orderBy: ["a.account", "coalesce(g.cid, '')"])
  }
}

/// The winter averages by which sewer is billed.
enum WinterAverage: Question {
  static let name = "winter-average"
  static let group = QuestionGroup.money
  static let about = "Average winter-quarter usage of each account, for sewer charges"
  static let formula = """
    Usage of the periods that end in December of the year before --year, and in January and February of \
    --year (default: the last complete winter). \(DistinctDays.help) per-month is usage divided by \
    days, times 365 and divided by 12, rounded to the thousandth, half away from zero. Estimated \
    periods are included; estimated-reads shows how many.
    """
  static let parameters: [QuestionParameter] = [
    QuestionParameter("year", .number(1901...2999), "year in which the winter ends"),
    .account, .route, .cycle, .service, .serviceClass,
  ]
  static let examples = ["report winter-average --service WATER --year 2026 --csv"]

  /// The year in which the last complete winter before a day ended.
  private static func lastWinter(_ day: CivilDate) -> Int64 {
    let (year, month, _) = day.parts
    return Int64(month > 2 ? year : year - 1)
  }

  static func fault(_ asked: Asked) -> (found: String, remedy: String)? {
    let last = lastWinter(asked.day)
    guard let year = asked.numbers["year"], year > last else { return nil }
    return (
      "--year: found \(year), whose winter is not over by \(asked.day), expected \(last) or earlier",
      "for the last winter, leave out --year"
    )
  }

  static func report(_ asked: Asked) -> Report {
    let last = Int(asked.number("year", orElse: lastWinter(asked.day)))
    let first = CivilDate(year: last - 1, month: 12, day: 1) ?? asked.day
    let end = CivilDate(year: last, month: 3, day: 1) ?? asked.day
    let conditions = [
      Report.Condition("c.to_on >= \(asked.sql(first)) AND c.to_on < \(asked.sql(end))")
    ]
    let rows = DistinctDays(
      ["account": "a.account", "code": "s.code", "unit": "c.unit"], dialect: asked.dialect
    ).rows(from: Findings.consumption, where: conditions + asked.places)
    return Report(
      name,
      columns: [
        .init("account", of: Account.account, "c"), .init("code", of: Service.code, "c"),
        .init("quantity", AveragePerDay.quantity, .quantity),
        .init("unit", of: Consumption.unit, "c"),
        .init("days", AveragePerDay.days, .integer).measured(in: "days"),
        .init("reads", "COUNT(*)", .integer),
        .init(
          "estimated-reads", CountSQL.rows(where: "c.estimated"), title: "Estimated", .integer),
        .averagePerDay(AveragePerDay.sql),
        .init(
          "per-month",
          Rounded.quotient("\(AveragePerDay.quantity) * 365", "12 * \(AveragePerDay.days)"),
          title: "Average/month", .quantity),
      ], from: rows.sql, sourceArguments: rows.arguments,
      groupBy: ["c.account", "c.code", "c.unit"], orderBy: ["c.account", "c.code", "c.unit"])
  }
}

/// The distribution of monthly usage over blocks.
enum BillFrequency: Question {
  static let name = "bill-frequency"
  static let group = QuestionGroup.money
  static let about = "Bill frequency: periods and usage by usage block, for rate studies"
  static let formula = """
    The usage of an account and service type for periods that end in one month, added up over several \
    meters, falls in the block that begins at a multiple of --block (1000) of the unit and ends before \
    the next. periods counts these months, quantity is the sum of their usage.
    """
  static let parameters: [QuestionParameter] = [
    .from, .to, .route, .cycle, .service, .serviceClass,
    QuestionParameter("block", .number(1...1_000_000_000), "size of a block in the unit (1000)"),
  ]
  static let examples = ["report bill-frequency --service WATER --from -1y --block 2000"]
  static func report(_ asked: Asked) -> Report {
    let block = asked.number("block", orElse: 1000) * 1000
    let first = "c.quantity / \(block) * \(block)"
    let condition = ([asked.isInPeriod("c.to_on")] + asked.places).conjunction
    let month = asked.dialect.month("c.to_on")
    return Report(
      name,
      columns: [
        .init("code", of: Service.code, "c"), .init("unit", of: Consumption.unit, "c"),
        .init("from", first, title: "From", .quantity).place(),
        .init("to", "\(first) + \(block)", title: "Before", .quantity).place(),
        .init("periods", "COUNT(*)", .integer),
        .init("accounts", "COUNT(DISTINCT c.account)", .integer),
        .init("quantity", AveragePerDay.quantity, .quantity),
      ],
      from: """
        (SELECT a.account AS account, s.code AS code, c.unit AS unit, \
        CAST(SUM(c.quantity) AS BIGINT) AS quantity FROM \(Findings.consumption) \
        WHERE \(condition.sql) \
        GROUP BY a.account, s.code, c.unit, \(month)) c
        """, sourceArguments: condition.arguments,
      where: [Report.Condition("c.quantity >= 0")], groupBy: ["c.code", "c.unit", first],
      orderBy: ["c.code", "c.unit", first])
  }
}
