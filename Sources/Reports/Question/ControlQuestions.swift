import Accounts

/// What was done in a shift.
package enum ShiftChanges: Question {
  package static let name = "changes"
  package static let group = QuestionGroup.control
  package static let about =
    "Changes of the period by day and operator, with the command to undo each"
  package static let formula = """
    The end-of-shift report: one row for each change. undo is empty where the change is undone already.
    """
  package static let parameters: [QuestionParameter] = [
    QuestionParameter("from", .day, "first day of the period (the day of --to)"), .to,
  ]
  package static let examples = ["report changes", "report changes --from yesterday --csv"]
  package static func report(_ asked: Asked) -> Report {
    var asked = asked
    if asked.days["from"] == nil { asked.days["from"] = asked.to }
    let isUndone = "EXISTS (SELECT 1 FROM change z WHERE z.undoes = c.change)"
    return Report(
      name,
      columns: [
        .init("change", "c.change", .integer).numbering(), .init("at", "c.at", .timestamp),
        .init("operator", "c.operator"), .init("rows", "c.row_count", .integer),
        .init("command", "c.command"), .init("reason", "c.reason"),
        .init(
          "undo", "CASE WHEN \(isUndone) THEN NULL ELSE 'ubadmin change undo ' || c.change END"),
      ], from: "change c", where: [asked.isInPeriod(moment: "c.at")], orderBy: ["c.change"])
  }
}

/// The water that was supplied, and where it went.
package enum WaterBalance: Question {
  package static let name = "water-balance"
  package static let group = QuestionGroup.control
  package static let about = "AWWA water balance: supplied water, billed water and losses"
  package static let formula = """
    By AWWA Manual M36: authorized consumption = billed metered + billed unmetered + unbilled; water \
    losses = water supplied - authorized consumption; non-revenue water = water supplied - billed \
    consumption. Billed metered consumption is that of --service in the store, for the periods that end \
    within --from and --to; the other volumes are typed in, in the same unit.
    """
  package static let parameters: [QuestionParameter] = [
    .from, .to, .service, .serviceClass,
    QuestionParameter(
      "supplied", .number(0...9_000_000_000), "water supplied, in the store's unit"),
    QuestionParameter(
      "billed-unmetered", .number(0...9_000_000_000), "billed consumption without a meter (0)"),
    QuestionParameter(
      "unbilled", .number(0...9_000_000_000), "authorized consumption that is not billed (0)"),
  ]
  package static let examples = [
    "report water-balance --service WATER --from -1y --supplied 9000000 --unbilled 40000"
  ]
  package static func report(_ asked: Asked) -> Report {
    let places = asked.places
    let conditions = ([asked.isInPeriod("c.to_on")] + places).map { "(\($0.sql))" }
    let supplied = asked.number("supplied", orElse: 0) * 1000
    let unmetered = asked.number("billed-unmetered", orElse: 0) * 1000
    let unbilled = asked.number("unbilled", orElse: 0) * 1000
    let lines: [(String, String)] = [
      ("water supplied", "\(supplied)"), ("billed metered", "b.q"),
      ("billed unmetered", "\(unmetered)"), ("unbilled authorized", "\(unbilled)"),
      ("authorized consumption", "b.q + \(unmetered + unbilled)"),
      ("water losses", "\(supplied) - b.q - \(unmetered + unbilled)"),
      ("non-revenue water", "\(supplied) - b.q - \(unmetered)"),
    ]
    let arms = lines.enumerated().map { place, line in
      """
      SELECT \(place) AS place, '\(line.0)' AS line, b.unit AS unit, CAST(\(line.1) AS BIGINT) AS q \
      FROM billed b
      """
    }
    return Report(
      name,
      columns: [
        .init("line", "x.line"), .init("quantity", "x.q", .quantity),
        .init("unit", of: Consumption.unit, "x"),
        .init(
          "percent",
          "CASE WHEN \(supplied) = 0 THEN NULL ELSE x.q * 100 / NULLIF(\(supplied), 0) END",
          title: "Percent of supplied", .integer
        ).measured(in: "percent"),
      ],
      from: """
        (WITH billed AS (SELECT c.unit AS unit, CAST(SUM(c.quantity) AS BIGINT) AS q \
        FROM \(Findings.consumption) WHERE \(conditions.joined(separator: " AND ")) GROUP BY c.unit) \
        \(arms.joined(separator: " UNION ALL "))) x
        """, sourceArguments: places.flatMap(\.arguments), orderBy: ["x.unit", "x.place"])
  }
}
