import Accounts

/// The water that was supplied, and where it went.
package enum WaterBalance: Question {
  package static let name = "water-balance"
  package static let group = QuestionGroup.control
  package static let about = "AWWA water balance: supplied water, billed water and losses"
  package static let formula = """
    By AWWA Manual M36: authorized consumption = billed metered + billed unmetered + unbilled metered + \
    unbilled unmetered; water losses = water supplied - authorized consumption; non-revenue water = \
    water supplied - billed consumption. Metered consumption is that of --service in the store, for the \
    periods that end within --from and --to: billed where a bill took the period in, as with report \
    consumption --basis billed, else unbilled. The other volumes are typed in, in the same unit. \
    \(Rounded.help)
    """
  package static let parameters: [QuestionParameter] = [
    .from, .to, .service, .serviceClass,
    volume("supplied", "water supplied, in the store's unit; always needed"),
    volume("billed-unmetered", "billed consumption without a meter (0)"),
    volume("unbilled", "authorized consumption without a meter that is not billed (0)"),
  ]
  package static let examples = [
    "report water-balance --service WATER --from -1y --supplied 9000000 --unbilled 40000"
  ]

  private static func volume(_ name: String, _ help: String) -> QuestionParameter {
    QuestionParameter(name, .number(0...9_000_000_000), help)
  }

  package static func fault(_ asked: Asked) -> (found: String, remedy: String)? {
    guard asked.numbers["supplied"] == nil else { return nil }
    return (
      "--supplied is missing",
      "needed: the water supplied in the period, in the store's unit, e.g. --supplied 9000000"
    )
  }

  package static func report(_ asked: Asked) -> Report {
    let supplied = asked.number("supplied", orElse: 0) * 1000
    let unmetered = asked.number("billed-unmetered", orElse: 0) * 1000
    let unbilled = asked.number("unbilled", orElse: 0) * 1000
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

  /// Use of the periods that end within the days asked, by unit, billed and not.
  private static func metered(_ asked: Asked) -> (sql: String, arguments: [Datum]) {
    var filter = ConsumptionFilter()
    filter.service = asked.texts["service"]
    filter.serviceClass = asked.texts["class"]
    var form = ConsumptionForm()
    form.longestBill = asked.settings.integer(.billPeriodDays)
    let rows = ConsumptionBasis.billed.rows(
      filter, ConsumptionYears(isCompared: false, .billed, day: nil), form, byMonth: false,
      asked.dialect)
    return (
      """
      SELECT c.unit AS unit, \
      CAST(SUM(c.quantity) - SUM(\(ConsumptionBasis.unbilled)) AS BIGINT) AS billed, \
      CAST(SUM(\(ConsumptionBasis.unbilled)) AS BIGINT) AS unbilled \
      FROM \(rows.sql) c WHERE \(asked.isInPeriod("c.to_on").sql) GROUP BY c.unit
      """, rows.arguments
    )
  }
}
