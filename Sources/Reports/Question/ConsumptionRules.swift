import Accounts

/// A period without usage on a service that is not stopped.
enum ZeroConsumption: ExceptionRule {
  static let name = "zero-consumption"
  static let about = "Periods with no usage on an active service"
  static let formula =
    "The reading equals that of the previous period, or the consumption is 0."
  static func findings(_ asked: Asked) -> Findings {
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

/// Usage while the service is stopped or suspended, or the account is closed.
enum InactiveConsumption: ExceptionRule {
  static let name = "inactive-consumption"
  static let about =
    "Usage while the service is suspended or stopped, or the account is closed"
  static let formula = """
    The whole period is in a suspension, or after the service stopped or the account closed; or a meter's \
    first reading for a new service at the same place is above the last reading of the previous service, so \
    water was used in between. Then from is the day of that last reading, and to the day of the first one.
    """
  static func findings(_ asked: Asked) -> Findings {
    Findings(
      source: Findings.consumption,
      conditions: [
        asked.isInPeriod("c.to_on").sql, "c.quantity > 0",
        "s.stop_on <= c.from_on OR a.closed_on <= c.from_on OR \(ZeroConsumption.isSuspended)",
      ])
  }

  /// A meter that is in no service is not read: its usage then is the difference of two readings.
  static func further(_ asked: Asked) -> [Findings] {
    let isReading = "r.meter = i.meter AND \(MeterReads.isReading("r"))"
    return [
      Findings(
        source: Findings.installed + """
           JOIN read g ON g.meter = i.meter AND g.read_on = i.from_on \
          AND g.state = \(ReadState.current.sql) AND g.reason = \(ReadReason.initial.sql) \
          JOIN read e ON e.meter = i.meter AND e.state = \(ReadState.current.sql) \
          AND e.read_on = (SELECT MAX(r.read_on) FROM read r WHERE \(isReading) \
          AND (r.read_on < g.read_on OR (r.read_on = g.read_on AND r.number < g.number))) \
          AND e.number = (SELECT MAX(r.number) FROM read r WHERE \(isReading) \
          AND r.read_on = e.read_on AND (r.read_on < g.read_on OR r.number < g.number))
          """,
        conditions: [
          asked.isInPeriod("i.from_on").sql, "g.reading > e.reading",
          """
          EXISTS (SELECT 1 FROM \(MeterAtPlace.stays) AND (j.to_on <= e.read_on OR j.to_on < i.from_on) \
          AND j.meter_install <> i.meter_install \
          AND NOT EXISTS (SELECT 1 FROM meter_install o WHERE o.meter = i.meter \
          AND o.meter_install <> i.meter_install AND o.meter_install <> j.meter_install \
          AND o.from_on >= j.to_on AND o.from_on < i.from_on))
          """,
        ], meter: "i.meter", from: "e.read_on", to: "g.read_on",
        days: asked.dialect.days("e.read_on", "g.read_on"),
        use: "(g.reading - e.reading) * m.multiplier / 1000", unit: "m.unit",
        command: CommandSQL.line("read list --meter", "i.meter"))
    ]
  }
}

/// The same usage in two successive periods.
enum SameUsage: ExceptionRule {
  static let name = "same-usage"
  static let about = "Periods with exactly the same usage as the previous period"
  static let formula = """
    Both periods used the same, more than 0; neither is estimated. The customer may have changed in between.
    """
  static func findings(_ asked: Asked) -> Findings {
    Findings(
      source: Findings.consumption + Findings.before,
      conditions: [
        asked.isInPeriod("c.to_on").sql, "c.quantity = p.quantity AND c.quantity > 0",
        "NOT c.estimated AND NOT p.estimated",
      ], compared: "p.quantity", percent: "CAST(100 AS BIGINT)")
  }
}

/// Consecutive estimates.
enum ConsecutiveEstimates: ExceptionRule {
  static let name = "consecutive-estimates"
  static let about = "Meters whose most recent reads were all estimated"
  static let formula = """
    The last --count (2) periods of a meter up to its last one that ends within --from and --to are \
    estimated. compared is the number of consecutive periods up to then, which may be more than --count.
    """
  static let limits = [
    QuestionParameter("count", .number(2...36), "number of consecutive periods (2)")
  ]
  static func findings(_ asked: Asked) -> Findings {
    let count = asked.number("count", orElse: 2)
    return Findings(
      source: Findings.consumption,
      conditions: [
        asked.isInPeriod("c.to_on").sql, "c.estimated", LastPeriods.isLast(asked),
      ], comparedUnit: "'periods'",
      refined: LastPeriods.refined(
        compared: LastPeriods.run(endedBy: "NOT q.estimated"),
        where: [LastPeriods.count(count, where: "q.estimated") + " = \(count)"]),
      command: LastPeriods.history)
  }
}

/// A meter that stopped: no usage in several periods, after usage before.
enum DeadMeter: ExceptionRule {
  static let name = "dead-meter"
  static let about = "Meters that no longer register usage"
  static let formula = """
    No usage in the last --count (3) periods, up to the meter's last one that ends between --from and \
    --to, although there was usage before. compared is the number of consecutive periods up to then, which \
    may be more than --count.
    """
  static let limits = [
    QuestionParameter("count", .number(2...36), "number of consecutive periods (3)")
  ]
  static func findings(_ asked: Asked) -> Findings {
    let count = asked.number("count", orElse: 3)
    return Findings(
      source: Findings.consumption,
      conditions: [
        asked.isInPeriod("c.to_on").sql, "c.quantity = 0 AND NOT c.estimated",
        LastPeriods.isLast(asked),
      ], comparedUnit: "'periods'",
      refined: LastPeriods.refined(
        compared: LastPeriods.run(endedBy: "q.quantity <> 0"),
        where: [
          LastPeriods.count(count, where: "q.quantity = 0") + " = \(count)",
          """
          EXISTS (SELECT 1 FROM consumption e WHERE \(LastPeriods.isOfMeter("e")) \
          AND e.to_on < c.to_on AND e.quantity > 0)
          """,
        ]),
      command: CommandSQL.line("meter show", "c.meter"))
  }
}
