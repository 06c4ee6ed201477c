import Accounts

/// Use far above or below what it is compared with.
package enum HighLow: ExceptionRule {
  package static let name = "high-low"
  package static let about = "Use far above or below the period before, last year or the average"
  package static let formula = """
    percent is use divided by compared, times 100, rounded to a whole number, half up. compared is what the meter would have used in the \
    days of the period at its use per day in the period before (--compare previous), in the period that \
    ends nearest to a year earlier (last-year), or in the --periods (12) periods before (average), with \
    or without the highest and the lowest use of these: the sum of use divided by the sum of days, times \
    the days of the period, as Tyler Munis estimates reads. band is the limit that was crossed: \
    force-high or force-low, to be checked before the bill goes out, warn-high or warn-low. Use of less \
    than --minimum in the meter's unit on both sides, and what has nothing to be compared with, is passed over. \
    Use after none at all is force-high, and percent is empty. The limits are the settings of the \
    same names (`setting list`), if not given here.
    """
  package static let limits = [
    QuestionParameter(
      "compare", .choice(Comparison.allCases.map(\.rawValue)),
      "what use is compared with", orElse: Comparison.previous.rawValue),
    QuestionParameter("periods", .number(1...120), "number of periods in the average (12)"),
    QuestionParameter(
      "extremes", .choice(["with", "without"]),
      "average with or without its highest and lowest use", orElse: "with"),
    limit("warn-high", "above which use is high"), limit("warn-low", "below which use is low"),
    limit("force-high", "above which use must be checked"),
    limit("force-low", "below which use must be checked"),
    QuestionParameter(
      "minimum", .number(0...1_000_000_000),
      "least use in the meter's unit (setting high-low.minimum)"),
  ]

  private static func limit(_ name: String, _ what: String) -> QuestionParameter {
    QuestionParameter(name, .number(0...100_000), "percent \(what) (setting high-low.\(name))")
  }

  /// What use is compared with.
  private enum Comparison: String, CaseIterable {
    case previous
    case lastYear = "last-year"
    case average
  }

  package static func findings(_ asked: Asked) -> Findings {
    let comparison = asked.texts["compare"].flatMap(Comparison.init) ?? .previous
    let basis: UsageEstimate.Basis =
      switch comparison {
      case .previous: .prior(1)
      case .average: .prior(Int(asked.number("periods", orElse: 12)))
      case .lastYear: .yearBefore
      }
    return Findings(
      source: Findings.consumption,
      conditions: [asked.isInPeriod("c.to_on").sql, "c.days > 0"],
      compared: UsageEstimate.sql(
        of: Findings.period, by: basis,
        dropsExtremes: comparison == .average && asked.texts["extremes"] == "without",
        dialect: asked.dialect), refined: HighLowLimits(asked).crossed)
  }
}

/// How far use may be from what it is compared with, in percent, and the least use in thousandths.
package struct HighLowLimits: Sendable {
  private let warnHigh, warnLow, forceHigh, forceLow, minimum: Int64

  init(_ asked: Asked) {
    warnHigh = asked.number("warn-high", orElse: .highLowWarnHigh)
    warnLow = asked.number("warn-low", orElse: .highLowWarnLow)
    forceHigh = asked.number("force-high", orElse: .highLowForceHigh)
    forceLow = asked.number("force-low", orElse: .highLowForceLow)
    minimum = asked.number("minimum", orElse: .highLowMinimum) * 1000
  }

  /// The rows whose use is outside the limits, with percent and band. Each is compared once: the engines
  /// would work the comparison out anew wherever it is named.
  func crossed(in rows: String) -> String {
    let percent = "k.quantity * 100"
    let band = """
      CASE WHEN \(percent) > \(forceHigh) * k.compared THEN 'force-high' \
      WHEN \(percent) > \(warnHigh) * k.compared THEN 'warn-high' \
      WHEN \(percent) < \(forceLow) * k.compared THEN 'force-low' ELSE 'warn-low' END
      """
    let columns = Findings.columns([
      "percent": Rounded.percent("k.quantity", of: "k.compared"), "band": band,
    ])
    return """
      SELECT * FROM (WITH k AS MATERIALIZED (\(rows)) SELECT \(columns) \
      FROM k WHERE k.compared >= 0 \
      AND (k.quantity >= \(minimum) OR k.compared >= \(minimum)) \
      AND (\(percent) > \(min(warnHigh, forceHigh)) * k.compared \
      OR \(percent) < \(max(warnLow, forceLow)) * k.compared)) b
      """
  }
}
