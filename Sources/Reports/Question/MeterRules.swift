import Accounts

/// Meters without a read in the period.
package enum MissingReads: ExceptionRule {
  package static let name = "missing-reads"
  package static let about = "Meters in service that were not read in the period"
  package static let formula = """
    The meter was at its place before the period began and still is, whoever is the customer, its service is not stopped, and no \
    valid read lies in the period. compared is what it has likely used since its last read: the use per \
    day of the last period times the days up to --to.
    """
  package static func findings(_ asked: Asked) -> Findings {
    let read = asked.isInPeriod("r.read_on").sql
    let last = "(SELECT MAX(r.read_on) FROM read r WHERE r.meter = i.meter AND r.state = 'current')"
    return Findings(
      source: Findings.installed,
      conditions: [
        MeterAtPlace.stayed(asked.sql(asked.from.adding(days: -1)), asked.sql(asked.to)).sql,
        "s.cancelled_on IS NULL AND (s.stop_on IS NULL OR s.stop_on > \(asked.sql(asked.to)))",
        """
        NOT EXISTS (SELECT 1 FROM read r WHERE r.meter = i.meter AND r.state = 'current' AND \(read))
        """,
      ], meter: "i.meter", from: last, to: last, days: "CAST(NULL AS BIGINT)",
      use: "CAST(NULL AS BIGINT)", unit: "m.unit",
      compared: UsageEstimate.sql(
        of: Findings.sinceLastRead(last, to: asked.to, asked), by: .prior(1),
        dialect: asked.dialect),
      command: CommandSQL.line("read list --meter", "i.meter"))
  }
}

/// Readings that go back.
package enum RolloverAndNegative: ExceptionRule {
  package static let name = "rollover-and-negative"
  package static let about = "Readings below the one before: a rollover, a swap or an error"
  package static let formula =
    "The reading is below that of the period before, or the consumption is negative."
  package static func findings(_ asked: Asked) -> Findings {
    Findings(
      source: Findings.consumption + """
         LEFT JOIN read r ON r.meter = c.meter AND r.read_on = c.to_on AND r.number = c.read_number \
        LEFT JOIN read b ON b.meter = c.meter AND b.read_on = c.from_on AND b.state = 'current'
        """,
      conditions: [asked.isInPeriod("c.to_on").sql, "c.quantity < 0 OR r.reading < b.reading"],
      compared: "b.reading")
  }
}

/// Meters that took the place of others.
package enum MeterExchanges: ExceptionRule {
  package static let name = "meter-exchanges"
  package static let about = "Meters that were exchanged in the period"
  package static let formula = "A meter was installed on the day on which another left the service."
  package static func findings(_ asked: Asked) -> Findings { .exchanges(asked, and: nil) }
}

/// Exchanges that change the multiplier.
package enum MultiplierChanged: ExceptionRule {
  package static let name = "multiplier-changed"
  package static let about = "Meter exchanges with another multiplier"
  package static let formula = """
    percent is the multiplier of the new meter divided by that of the old one, times 100; compared is \
    the old one. \(Rounded.help)
    """
  package static func findings(_ asked: Asked) -> Findings {
    var found = Findings.exchanges(asked, and: "m.multiplier <> n.multiplier")
    found.compared = "n.multiplier"
    found.percent = Rounded.percent("m.multiplier", of: "n.multiplier")
    return found
  }
}

extension Findings {
  /// Meters `m` of installations `i` that took the place of meters `n`.
  fileprivate static func exchanges(_ asked: Asked, and condition: String?) -> Findings {
    Findings(
      source: installed + """
         JOIN meter_install j ON j.service = i.service AND j.to_on = i.from_on AND j.meter <> i.meter \
        JOIN meter n ON n.meter = j.meter
        """,
      conditions: [asked.isInPeriod("i.from_on").sql] + (condition.map { [$0] } ?? []),
      meter: "i.meter", from: "i.from_on", to: "i.from_on", days: "CAST(NULL AS BIGINT)",
      use: "CAST(NULL AS BIGINT)",
      unit: "m.unit", command: CommandSQL.line("meter show", "i.meter"))
  }
}
