import Accounts

/// Readings below the previous one.
enum RolloverAndNegative: ExceptionRule {
  static let name = "rollover-and-negative"
  static let about = "Readings below the previous one: a rollover, a swap or an error"
  static let formula = """
    The reading is below that of the previous period, or the consumption is negative. compared is the \
    previous reading; a control read is only a check and is skipped.
    """
  static func findings(_ asked: Asked) -> Findings {
    Findings(
      source: Findings.consumption + """
         LEFT JOIN read r ON \(MeterReads.ends("r")) \
        LEFT JOIN read b ON b.meter = c.meter AND b.read_on = c.from_on \
        AND \(MeterReads.isReading("b")) AND b.number = (SELECT MAX(d.number) FROM read d \
        WHERE d.meter = c.meter AND d.read_on = c.from_on AND \(MeterReads.isReading("d")))
        """,
      conditions: [asked.isInPeriod("c.to_on").sql, "c.quantity < 0 OR r.reading < b.reading"],
      compared: "b.reading", comparedUnit: "'reading'")
  }
}

/// Meters that replaced others.
enum MeterExchanges: ExceptionRule {
  static let name = "meter-exchanges"
  static let about = "Meters exchanged in the period"
  static let formula = """
    A meter was installed on the day another was removed from the service. If several were exchanged in \
    one service on one day, meters with the same multiplier and dials are paired, or else in order.
    """
  static func findings(_ asked: Asked) -> Findings { .exchanges(asked, and: nil) }
}

/// Exchanges that change the multiplier.
enum MultiplierChanged: ExceptionRule {
  static let name = "multiplier-changed"
  static let about = "Meter exchanges that changed the multiplier"
  static let formula = """
    percent is the multiplier of the new meter divided by that of the old one, times 100; compared is \
    the old one. \(Rounded.help)
    """
  static func findings(_ asked: Asked) -> Findings {
    var found = Findings.exchanges(asked, and: "m.multiplier <> n.multiplier")
    found.compared = "n.multiplier"
    found.comparedUnit = "'multiplier'"
    found.percent = Rounded.percent("m.multiplier", of: "n.multiplier")
    return found
  }
}

extension Findings {
  /// Meters `m` of installations `i`, each with the meter `n` that it replaced.
  fileprivate static func exchanges(_ asked: Asked, and condition: String?) -> Findings {
    let meter = "i.meter"
    func place(_ row: String, _ kept: String, on day: String) -> String {
      """
      (SELECT COUNT(*) FROM meter_install q JOIN meter v ON v.meter = q.meter \
      WHERE q.service = i.service AND q.\(day) = i.from_on AND q.meter_install <> \(row).meter_install \
      AND (v.multiplier < \(kept).multiplier OR (v.multiplier = \(kept).multiplier \
      AND (COALESCE(v.dials, 0) < COALESCE(\(kept).dials, 0) \
      OR (COALESCE(v.dials, 0) = COALESCE(\(kept).dials, 0) \
      AND q.meter_install < \(row).meter_install)))))
      """
    }
    return Findings(
      source: installed + """
         JOIN meter_install j ON j.service = i.service AND j.to_on = i.from_on AND j.meter <> i.meter \
        JOIN meter n ON n.meter = j.meter
        """,
      conditions: [
        asked.isInPeriod("i.from_on").sql,
        "\(place("i", "m", on: "from_on")) = \(place("j", "n", on: "to_on"))",
      ] + (condition.map { [$0] } ?? []),
      meter: meter, from: "i.from_on", to: "i.from_on", days: "CAST(NULL AS BIGINT)",
      use: "CAST(NULL AS BIGINT)",
      unit: "m.unit", command: CommandSQL.line("meter show", meter))
  }
}
