/// A period without use on a service that is not stopped.
package enum ZeroConsumption: ExceptionRule {
  package static let name = "zero-consumption"
  package static let about = "Periods without use on a service that is on"
  package static let formula = "The reading is that of the period before, or the consumption is 0."
  package static func findings(_ asked: Asked) -> Findings {
    Findings(
      source: Findings.consumption,
      conditions: [
        asked.isInPeriod("c.to_on").sql, "c.quantity = 0 AND c.days > 0",
        "s.stop_on IS NULL OR s.stop_on > c.from_on",
        "NOT \(isSuspended)",
      ])
  }

  fileprivate static let isSuspended = """
    EXISTS (SELECT 1 FROM suspension u WHERE u.service = s.service AND u.from_on <= c.from_on \
    AND (u.to_on IS NULL OR u.to_on >= c.to_on))
    """
}

/// Use while a service is stopped, suspended or its account closed.
package enum InactiveConsumption: ExceptionRule {
  package static let name = "inactive-consumption"
  package static let about = "Use while the service is suspended or stopped, or the account closed"
  package static let formula =
    "The whole period lies in a suspension, or after the service's stop or the account's close."
  package static func findings(_ asked: Asked) -> Findings {
    Findings(
      source: Findings.consumption,
      conditions: [
        asked.isInPeriod("c.to_on").sql, "c.quantity > 0",
        "s.stop_on <= c.from_on OR a.closed_on <= c.from_on OR \(ZeroConsumption.isSuspended)",
      ])
  }
}

/// The same use twice.
package enum SameUsage: ExceptionRule {
  package static let name = "same-usage"
  package static let about = "Periods with exactly the use of the period before"
  package static let formula = "Both periods used the same, more than 0; neither is estimated."
  package static func findings(_ asked: Asked) -> Findings {
    Findings(
      source: Findings.consumption + Findings.before,
      conditions: [
        asked.isInPeriod("c.to_on").sql, "c.quantity = p.quantity AND c.quantity > 0",
        "NOT c.estimated AND NOT p.estimated",
      ], compared: "p.quantity", percent: "CAST(100 AS BIGINT)")
  }
}

/// Estimates that follow one another.
package enum ConsecutiveEstimates: ExceptionRule {
  package static let name = "consecutive-estimates"
  package static let about = "Meters whose last reads were all estimated"
  package static let formula = """
    The last --count (2) periods of a meter up to its last one that ends within --from and --to are \
    estimated. compared is the number of periods.
    """
  package static let limits = [
    QuestionParameter("count", .number(2...36), "number of periods one after the other (2)")
  ]
  package static func findings(_ asked: Asked) -> Findings {
    let count = asked.number("count", orElse: 2)
    return Findings(
      source: Findings.consumption,
      conditions: [
        asked.isInPeriod("c.to_on").sql, "c.estimated", LastPeriods.isLast(asked),
        LastPeriods.count(count, where: "q.estimated") + " = \(count)",
      ], compared: "CAST(\(count * 1000) AS BIGINT)", command: LastPeriods.history)
  }
}

/// A meter that has stopped: no use in several periods, and some before.
package enum DeadMeter: ExceptionRule {
  package static let name = "dead-meter"
  package static let about = "Meters that show no use any more"
  package static let formula = """
    No use in the last --count (3) periods up to the meter's last one that ends within --from and --to, where there was some before. compared is the number \
    of periods.
    """
  package static let limits = [
    QuestionParameter("count", .number(2...36), "number of periods one after the other (3)")
  ]
  package static func findings(_ asked: Asked) -> Findings {
    let count = asked.number("count", orElse: 3)
    return Findings(
      source: Findings.consumption,
      conditions: [
        asked.isInPeriod("c.to_on").sql, "c.quantity = 0 AND NOT c.estimated",
        LastPeriods.isLast(asked),
        LastPeriods.count(count, where: "q.quantity = 0") + " = \(count)",
        """
        EXISTS (SELECT 1 FROM consumption e WHERE e.service = c.service AND e.meter = c.meter \
        AND e.to_on < c.to_on AND e.quantity > 0)
        """,
      ], compared: "CAST(\(count * 1000) AS BIGINT)",
      command: CommandSQL.line("meter show", "c.meter"))
  }
}

/// The last periods of a meter in its service up to the one at hand.
enum LastPeriods {
  /// That no later one ends within the days asked: a meter is found once.
  static func isLast(_ asked: Asked) -> String {
    """
    NOT EXISTS (SELECT 1 FROM consumption n WHERE n.service = c.service AND n.meter = c.meter \
    AND n.to_on > c.to_on AND n.to_on <= \(asked.sql(asked.to)))
    """
  }

  static func count(_ count: Int64, where condition: String) -> String {
    """
    (SELECT COUNT(*) FROM (SELECT z.quantity, z.days, z.estimated FROM consumption z \
    WHERE z.service = c.service AND z.meter = c.meter AND z.to_on <= c.to_on ORDER BY z.to_on DESC LIMIT \(count)) q \
    WHERE \(condition))
    """
  }

  static let history = CommandSQL.line("report consumption-history --account", "a.account")
}
