import Accounts

/// The usage of each meter over the years, to find aging meters.
enum MeterEvaluation: Question {
  static let name = "meter-evaluation"
  static let group = QuestionGroup.routes
  static let about =
    "Usage of each meter in the last year, the year before and its first year, with its age"
  static let formula = """
    An aging meter that slows down registers less each year. percent is the daily usage in the twelve \
    months up to the day, divided by that in the twelve months before, times 100, so a meter installed \
    for only part of them is compared by that part. first-12-months begins when the meter was \
    installed at its place, installed-on; trend is the daily usage in the last twelve months as a \
    percent of that in the first. Its usage there counts regardless of the customer. \(Rounded.help)
    """
  static let parameters: [QuestionParameter] = [.route, .cycle, .service, .serviceClass]
  static let examples = ["report meter-evaluation --sort percent --limit 50"]

  static func report(_ asked: Asked) -> Report {
    let rows = rows(asked)
    return Report(
      name,
      columns: [
        .init("meter", of: Meter.meter, "k"), .init("account", of: Account.account, "k"),
        .init("route", of: Location.route, "k"), .init("size", of: Meter.size, "k"),
        .init("installed-on", MeterInstall.fromOn, sql: "k.since", title: "Installed"),
        .init(
          "days", asked.dialect.days("k.since", asked.typed(asked.day)), title: "Days in service",
          .integer
        ).measured(in: "days"),
        .init("last-12-months", "k.now_use", title: "Last 12 months", .quantity),
        .init("year-before", "k.then_use", title: "12 months before", .quantity),
        .init("first-12-months", "k.first_use", title: "First 12 months", .quantity),
        .init("unit", of: Meter.unit, "k"),
        .percent("k.now_use * k.then_days", of: "k.then_use * k.now_days"),
        .percent("k.now_use * k.first_days", of: "k.first_use * k.now_days", as: "trend"),
      ], from: rows.sql, sourceArguments: rows.arguments, orderBy: ["k.meter", "k.meter_install"])
  }

  /// The meters with the sums of usage and days of each span. They are materialized because the engines would
  /// recalculate them wherever they are used.
  private static func rows(_ asked: Asked) -> (sql: String, arguments: [Datum]) {
    let dialect = asked.dialect
    let year = asked.day.adding(months: -12)
    let spans = [
      ("now", asked.sql(year), asked.sql(asked.day)),
      ("then", asked.sql(year.adding(months: -12)), asked.sql(year)),
      ("first", "i.since", dialect.day("i.since", plus: "365")),
    ]
    let sums = spans.flatMap { name, first, last in
      [("quantity", "use"), ("days", "days")].map { column, suffix in
        """
        (SELECT CAST(SUM(c.\(column)) AS BIGINT) FROM consumption c \
        WHERE c.service IN \(MeterAtPlace.services) AND c.meter = i.meter AND c.to_on > \(first) \
        AND c.to_on <= \(last) AND c.to_on <= \(asked.sql(asked.day))) AS \(name)_\(suffix)
        """
      }
    }
    let condition = ([asked.isInstalled] + asked.places).conjunction
    return (
      """
      (WITH n AS MATERIALIZED (SELECT i.meter_install, i.meter, i.from_on, i.to_on, a.location, \
      a.account, l.route, m.size, m.unit, \(MeterAtPlace.since) AS since FROM \(Findings.installed) \
      WHERE \(condition.sql)), \
      k AS MATERIALIZED (SELECT i.*, \(sums.joined(separator: ", ")) \
      FROM n i JOIN account a ON a.account = i.account) SELECT * FROM k) k
      """, condition.arguments
    )
  }
}
