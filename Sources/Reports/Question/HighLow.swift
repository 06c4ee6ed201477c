import Accounts

/// Usage far above or below what it is compared with.
enum HighLow: ExceptionRule {
  static let name = "high-low"
  static let about =
    "Usage far above or below the previous period, last year or the average"
  static let formula = """
    percent is usage divided by compared, times 100, rounded to a whole number, half away from zero. \
    compared is what the meter would have used in the days of the period at its daily usage in the \
    previous period (--compare previous), in the period that ends nearest to a year earlier \
    (last-year), or in the --periods (12) periods before (average), with or without their highest and \
    lowest usage: the sum of usage divided by the sum of days, times the days of the period, as Tyler \
    Munis estimates reads. band is the limit that was crossed: force-high or force-low (check before \
    billing), or warn-high or warn-low. Usage of less than --minimum in the meter's unit in both \
    periods, and usage with nothing to compare to, is skipped. Usage after no usage at all is \
    force-high, with an empty percent. The limits are the settings with the same names (`setting \
    list`), unless given here.
    """
  static let limits = [
    QuestionParameter(
      "compare", .choice(Comparison.allCases.map(\.rawValue)),
      "comparison for the usage", orElse: Comparison.previous.rawValue),
    QuestionParameter("periods", .number(1...120), "number of periods in the average (12)"),
    QuestionParameter(
      "extremes", .choice(["with", "without"]),
      "average with or without the highest and lowest usage", orElse: "with"),
    limit("warn-high", "above this, usage is high"), limit("warn-low", "below this, usage is low"),
    limit("force-high", "above this, usage must be checked"),
    limit("force-low", "below this, usage must be checked"),
    QuestionParameter(
      "minimum", .number(0...1_000_000_000),
      "minimum usage in the meter's unit (setting high-low.minimum)"),
  ]

  private static func limit(_ name: String, _ what: String) -> QuestionParameter {
    QuestionParameter(name, .number(0...100_000), "percent \(what) (setting high-low.\(name))")
  }

  static func fault(_ asked: Asked) -> (found: String, remedy: String)? {
    let limits = ["force-low", "warn-low", "warn-high", "force-high"].compactMap { name in
      asked.numbers[name].map { (name, $0) }
    }
    for ((lower, low), (upper, high)) in zip(limits, limits.dropFirst()) where low > high {
      return (
        "--\(lower) \(low) is above --\(upper) \(high)",
        "needed: force-low, warn-low, warn-high and force-high in ascending order"
      )
    }
    return nil
  }

  /// What usage is compared with.
  private enum Comparison: String, CaseIterable {
    case previous
    case lastYear = "last-year"
    case average
  }

  static func findings(_ asked: Asked) -> Findings {
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

/// The limits of usage as a percent of what it is compared with, and the minimum usage in thousandths.
struct HighLowLimits: Sendable {
  private let warnHigh, warnLow, forceHigh, forceLow, minimum: Int64

  init(_ asked: Asked) {
    warnHigh = asked.number("warn-high", orElse: .highLowWarnHigh)
    warnLow = asked.number("warn-low", orElse: .highLowWarnLow)
    forceHigh = asked.number("force-high", orElse: .highLowForceHigh)
    forceLow = asked.number("force-low", orElse: .highLowForceLow)
    minimum = asked.number("minimum", orElse: .highLowMinimum) * 1000
  }

  /// The rows whose usage is outside the limits, with percent and band. They are materialized because the engines
  /// would recalculate the comparison wherever it is used.
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
