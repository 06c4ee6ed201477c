import Accounts

/// A rule that finds consumption, meters or reads that need review.
package protocol ExceptionRule: Sendable {
  static var name: String { get }
  static var about: String { get }
  static var formula: String { get }
  /// Its own options, besides the period and the place.
  static var limits: [QuestionParameter] { get }
  /// Whether the first day of the period counts, not just the last.
  static var usesFrom: Bool { get }
  static func findings(_ asked: Asked) -> Findings
  /// Findings of other rows.
  static func further(_ asked: Asked) -> [Findings]
  /// What is wrong with the values of its own options, and the remedy; nil if nothing is wrong.
  static func fault(_ asked: Asked) -> (found: String, remedy: String)?
}

extension ExceptionRule {
  package static var limits: [QuestionParameter] { [] }
  package static var usesFrom: Bool { true }
  package static func further(_ asked: Asked) -> [Findings] { [] }
  package static func fault(_ asked: Asked) -> (found: String, remedy: String)? { nil }
}

/// The findings of a rule as SQL: one row each.
package struct Findings: Sendable {
  /// FROM and JOINs, with aliases `a` (account), `l` (location), `s` (service) and others.
  let source: String
  let conditions: [String]
  var meter = "c.meter"
  var from = "c.from_on"
  var to = "c.to_on"
  var days = "c.days"
  /// Thousandths.
  var use = "c.quantity"
  var unit = "c.unit"
  /// What the usage is compared with, in thousandths; for counts, the count.
  var compared = "CAST(NULL AS BIGINT)"
  /// What `compared` is, as SQL; nil if it is usage in the unit.
  var comparedUnit: String?
  /// Usage as a percent of `compared`.
  var percent = "CAST(NULL AS BIGINT)"
  /// Narrows the rows if conditions are not enough: takes SQL for the rows, and returns SQL for the findings with the
  /// same columns.
  var refined: (@Sendable (String) -> String)?
  /// The command that shows more, as SQL text.
  var command = CommandSQL.line("read list --meter", "c.meter")

  /// A row of consumption with its service, account and location.
  static let consumption = """
    consumption c JOIN service s ON s.service = c.service JOIN account a ON a.account = s.account \
    JOIN location l ON l.location = a.location
    """

  /// An installed meter with its service, account and location.
  static let installed = """
    meter_install i JOIN service s ON s.service = i.service JOIN account a ON a.account = s.account \
    JOIN location l ON l.location = a.location JOIN meter m ON m.meter = i.meter
    """

  /// The period of `c`, to be estimated.
  static let period = UsageEstimate.Period(
    services: "(c.service)", meter: "c.meter", from: "c.from_on", to: "c.to_on", days: "c.days")

  /// Help for the column `compared-unit`.
  static let comparedUnitHelp = """
    compared-unit says what compared is: usage in that unit of measure, periods, a multiplier or a reading.
    """

  /// The days from the last read of an installed meter to a day, regardless of the customer.
  /// - Parameter known: the day up to which earlier periods count.
  static func sinceLastRead(
    _ last: String, knownOn known: String? = nil, to day: CivilDate, _ asked: Asked
  ) -> UsageEstimate.Period {
    UsageEstimate.Period(
      services: MeterAtPlace.services, meter: "i.meter", from: known ?? last, to: asked.typed(day),
      days: asked.dialect.days(last, asked.typed(day)))
  }

  /// The previous period of the same meter, as `p`, regardless of the customer.
  static let before = """
     JOIN consumption p ON \(LastPeriods.isOfMeter("p")) AND p.to_on = c.from_on
    """

  fileprivate func sql(_ rule: String, _ places: [Report.Condition]) -> String {
    let all = (conditions + places.map(\.sql)).map { "(\($0))" }.joined(separator: " AND ")
    let found = """
      SELECT '\(rule)' AS rule, a.account AS account, l.route AS route, s.code AS code, \
      \(meter) AS meter, \(from) AS from_on, \(to) AS to_on, \(days) AS days, \(use) AS quantity, \
      \(unit) AS unit, \(compared) AS compared, \(comparedUnit ?? unit) AS compared_unit, \(percent) AS percent, \
      CAST(NULL AS TEXT) AS band, \(command) AS command, s.service AS service \
      FROM \(source) WHERE \(all)
      """
    return refined?(found) ?? found
  }

  /// The columns of rows `k`, some of them recalculated.
  static func columns(_ recalculated: [String: String]) -> String {
    names.map { name in recalculated[name].map { "\($0) AS \(name)" } ?? "k.\(name)" }
      .joined(separator: ", ")
  }

  private static let names = [
    "rule", "account", "route", "code", "meter", "from_on", "to_on", "days", "quantity", "unit",
    "compared", "compared_unit", "percent", "band", "command", "service",
  ]
}

/// The report of one rule.
enum ExceptionReport<Rule: ExceptionRule>: Question {
  static var name: String { Rule.name }
  static var group: QuestionGroup { .exceptions }
  static var about: String { Rule.about }
  static var formula: String { Rule.formula + " " + Findings.comparedUnitHelp }
  static var parameters: [QuestionParameter] {
    let days: [QuestionParameter] = Rule.usesFrom ? [.from, .to] : [lastDay]
    return days + [.account, .route, .cycle, .service, .serviceClass] + Rule.limits
  }
  private static var lastDay: QuestionParameter {
    QuestionParameter("to", .day, "day that is checked (today); at most the day of --as-of")
  }
  static var examples: [String] {
    ["report \(name)", "report \(name)\(Rule.usesFrom ? " --from -3m" : "") --route 001 --csv"]
  }
  static func fault(_ asked: Asked) -> (found: String, remedy: String)? {
    Rule.fault(asked)
  }
  static func report(_ asked: Asked) -> Report { .exceptions(name, [Rule.self], asked) }
}

/// `report exceptions`: all rules with their usual limits.
package enum AllExceptions: Question {
  package static let rules: [any ExceptionRule.Type] = [
    HighLow.self, ZeroConsumption.self, InactiveConsumption.self, ConsecutiveEstimates.self,
    MissingReads.self, SameUsage.self, DeadMeter.self, ContinuousFlow.self,
    RolloverAndNegative.self,
    MeterExchanges.self, MultiplierChanged.self,
  ]
  package static let name = "exceptions"
  package static let group = QuestionGroup.exceptions
  package static let about = "All exceptions about meters and reads that need review"
  package static var formula: String {
    "The rules, each of which is also a separate report: "
      + rules.map { $0.name }.joined(separator: ", ") + ". " + Findings.comparedUnitHelp
  }
  package static let parameters: [QuestionParameter] = [
    .from, .to, .account, .route, .cycle, .service, .serviceClass,
  ]
  package static let examples = ["report exceptions --route 001", "report exceptions --csv"]
  package static func report(_ asked: Asked) -> Report { .exceptions(name, rules, asked) }
}

extension Report {
  fileprivate static func exceptions(
    _ name: String, _ rules: [any ExceptionRule.Type], _ asked: Asked
  ) -> Report {
    let places = asked.places
    let arms = rules.flatMap { rule in
      ([rule.findings(asked)] + rule.further(asked)).map { $0.sql(rule.name, places) }
    }
    return Report(
      name,
      columns: [
        Column("rule", "x.rule"), Column("account", of: Account.account, "x"),
        Column("route", of: Location.route, "x"), Column("code", of: Service.code, "x"),
        Column("service", of: ServiceType.name, "t"), Column("meter", of: Consumption.meter, "x"),
        Column("from", of: Consumption.fromOn, "x"), Column("to", of: Consumption.toOn, "x"),
        Column("days", of: Consumption.days, "x").measured(in: "days"),
        Column("quantity", of: Consumption.quantity, "x"),
        Column("unit", of: Consumption.unit, "x"),
        Column("compared", "x.compared", title: "Compared with", .quantity)
          .measured(in: "see compared-unit"),
        Column(
          "compared-unit", "CASE WHEN x.compared IS NOT NULL THEN x.compared_unit END",
          title: "Compared in"),
        Column("percent", "x.percent", .integer).measured(in: "percent"), Column("band", "x.band"),
        Column("command", "x.command").runnable(),
      ],
      from: "(\(arms.joined(separator: " UNION ALL "))) x JOIN service_type t ON t.code = x.code",
      sourceArguments: arms.flatMap { _ in places.flatMap(\.arguments) },
      orderBy: ["x.account", "x.code", "x.meter", "x.to_on", "x.rule"])
  }
}
