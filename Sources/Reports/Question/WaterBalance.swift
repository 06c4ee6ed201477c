package import Accounts

/// The water that was supplied, and where it went.
package enum WaterBalance: Question {
  package static let name = "water-balance"
  package static let group = QuestionGroup.control
  package static let about = "AWWA water balance: supplied water, billed water and losses"
  package static let formula = """
    By AWWA Manual M36: authorized consumption = billed metered + billed unmetered + unbilled metered + \
    unbilled unmetered; water losses = water supplied - authorized consumption; non-revenue water = \
    water supplied - billed consumption. Metered consumption is that of --service in the store, for the \
    periods that end between --from and --to: billed if a bill includes the period, as with report \
    consumption --basis billed, or else unbilled. The other volumes are entered here, in the unit in \
    which usage is recorded, or in that of --unit, to which usage is then converted as in report \
    consumption; --unit is required if usage is recorded in several units. \(Rounded.help)
    """
  package static let parameters: [QuestionParameter] = [
    .from, .to, .service, .serviceClass,
    QuestionParameter(
      "unit", .choice(ConvertedUnit.choices ?? []),
      "unit of all volumes; required if usage is recorded in several units"),
    volume("supplied", "water supplied, e.g. 9000000 or 1234.5; required"),
    volume("billed-unmetered", "billed consumption without a meter (0)"),
    volume("unbilled", "authorized consumption without a meter that is not billed (0)"),
  ]
  package static let examples = [
    "report water-balance --service WATER --from -1y --supplied 9000000 --unbilled 40000",
    "report water-balance --service WATER --supplied 12032.5 --unit CCF",
  ]

  private static func volume(_ name: String, _ help: String) -> QuestionParameter {
    QuestionParameter(name, .quantity(upTo: 9_000_000_000), help)
  }

  package static func fault(_ asked: Asked) -> (found: String, remedy: String)? {
    guard asked.numbers["supplied"] == nil else { return nil }
    return (
      "--supplied is missing",
      "needed: the water supplied in the period, in the unit of --unit, e.g. --supplied 9000000"
    )
  }

  /// Volumes of several units have one sum only in the unit that the supply was typed in.
  package static func fault(
    _ asked: Asked, on store: Store
  ) throws -> (found: String, remedy: String)? {
    let rows = consumption(asked)
    var units: [String] = []
    try store.each(
      sql:
        "SELECT DISTINCT c.unit FROM \(rows.sql) c WHERE \(asked.isInPeriod("c.to_on").sql) ORDER BY 1",
      rows.arguments
    ) { row in
      units.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    guard let unit = asked.convertedUnit else {
      return units.count < 2
        ? nil
        : (
          "--unit is missing, and use is recorded in \(units.joined(separator: " and "))",
          "needed: the unit of --supplied, to which all use is converted; \(remedy(asked, units))"
        )
    }
    return units.first { !unit.converts($0) }.map {
      (
        "--unit: found \(unit.rawValue), but use is recorded in \($0), which cannot be converted to it",
        remedy(asked, units)
      )
    }
  }

  /// How to come to one unit.
  private static func remedy(_ asked: Asked, _ units: [String]) -> String {
    let fitting = ConvertedUnit.allCases.filter { units.allSatisfy($0.converts) }.map(\.rawValue)
    guard fitting.isEmpty else {
      return "use one of these with --unit: \(fitting.joined(separator: ", "))"
    }
    if asked.texts["service"] == nil { return "choose one service type with --service" }
    return units.count == 1
      ? "leave --unit out, and give --supplied in \(units.joined())"
      : "no unit fits all of it; narrow it with --class"
  }

  package static func report(_ asked: Asked) -> Report {
    let supplied = asked.number("supplied", orElse: 0)
    let unmetered = asked.number("billed-unmetered", orElse: 0)
    let unbilled = asked.number("unbilled", orElse: 0)
    let lines: [(String, String)] = [
      ("water supplied", "\(supplied)"), ("billed metered", "b.billed"),
      ("billed unmetered", "\(unmetered)"), ("unbilled metered", "b.unbilled"),
      ("unbilled unmetered", "\(unbilled)"),
      ("authorized consumption", "b.billed + b.unbilled + \(unmetered + unbilled)"),
      ("water losses", "\(supplied) - b.billed - b.unbilled - \(unmetered + unbilled)"),
      ("non-revenue water", "\(supplied) - b.billed - \(unmetered)"),
    ]
    let arms = lines.enumerated().map { place, line in
      """
      SELECT \(place) AS place, '\(line.0)' AS line, b.unit AS unit, CAST(\(line.1) AS BIGINT) AS q \
      FROM metered b
      """
    }
    let metered = metered(asked)
    return Report(
      name,
      columns: [
        .init("line", "x.line"), .init("quantity", "x.q", .quantity),
        .init("unit", of: Consumption.unit, "x"),
        .percent("x.q", of: "\(supplied)", title: "Percent of supplied"),
      ],
      from: "(WITH metered AS (\(metered.sql)) \(arms.joined(separator: " UNION ALL "))) x",
      sourceArguments: metered.arguments, orderBy: ["x.unit", "x.place"])
  }

  /// Use of the periods that end within the days asked, billed and not, in one row, also where there is none.
  private static func metered(_ asked: Asked) -> (sql: String, arguments: [Datum]) {
    let rows = consumption(asked)
    let unit = asked.convertedUnit
    func sum(_ column: String) -> String {
      let shown = unit.map { $0.sql("u.\(column)", recordedIn: "u.unit") } ?? "u.\(column)"
      return "CAST(COALESCE(SUM(\(shown)), 0) AS BIGINT) AS \(column)"
    }
    return (
      """
      SELECT \(unit.map { "'\($0.rawValue)'" } ?? "MIN(u.unit)") AS unit, \(sum("billed")), \
      \(sum("unbilled")) FROM (SELECT c.unit AS unit, \
      CAST(SUM(c.quantity) - SUM(\(ConsumptionBasis.unbilled)) AS BIGINT) AS billed, \
      CAST(SUM(\(ConsumptionBasis.unbilled)) AS BIGINT) AS unbilled \
      FROM \(rows.sql) c WHERE \(asked.isInPeriod("c.to_on").sql) GROUP BY c.unit) u
      """, rows.arguments
    )
  }

  /// What was metered, with the day of the bill.
  private static func consumption(_ asked: Asked) -> (sql: String, arguments: [Datum]) {
    var filter = ConsumptionFilter()
    filter.service = asked.texts["service"]
    filter.serviceClass = asked.texts["class"]
    var form = ConsumptionForm()
    form.longestBill = asked.settings.integer(.billPeriodDays)
    form.billedUpTo = asked.asOf
    return ConsumptionBasis.billed.rows(
      filter, ConsumptionYears(isCompared: false, .billed, day: nil), form, byMonth: false,
      asked.dialect)
  }
}
