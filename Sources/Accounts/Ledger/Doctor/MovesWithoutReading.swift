import Values

/// Meters that passed from one service to another without a reading.
extension Diagnosis {
  /// Of the last year: nobody remembers an older reading. The use since the last read before the move,
  /// or up to the first one after it, is in no consumption.
  static func moveWithoutReading(_ day: CivilDate) -> Diagnosis {
    let read =
      "r.meter = i.meter AND r.read_on = i.from_on AND r.state = \(ReadState.current.sql) "
      + "AND r.reason <> \(ReadReason.control.sql) AND r.reading IS NOT NULL"
    let opening = "r.reason IN \([ReadReason.initial, .reconnect].sql)"
    let left = "SELECT 1 FROM meter_install p WHERE p.meter = i.meter AND p.to_on = i.from_on"
    func used(_ service: String, _ edge: String) -> String {
      "SELECT 1 FROM consumption c WHERE c.service = \(service) AND c.meter = i.meter "
        + "AND c.\(edge) = i.from_on"
    }
    return Diagnosis(
      """
      SELECT i.meter, i.from_on, s.account, \
      (SELECT MAX(r.reading) FROM read r WHERE \(read)), \
      CASE WHEN EXISTS (\(left)) AND NOT EXISTS (SELECT 1 FROM read r WHERE \(read) \
      AND NOT (\(opening))) THEN \(ReadReason.final.sql) ELSE \(ReadReason.initial.sql) END \
      FROM meter_install i JOIN service s ON s.service = i.service \
      WHERE i.from_on > ? AND i.from_on <= ? AND s.cancelled_on IS NULL \
      AND EXISTS (SELECT 1 FROM meter_install e WHERE e.meter = i.meter AND e.to_on <= i.from_on) \
      AND (NOT EXISTS (SELECT 1 FROM read r WHERE \(read) AND (\(opening) OR NOT EXISTS (\(left)))) \
      AND NOT EXISTS (\(used("i.service", "from_on"))) \
      OR EXISTS (\(left)) AND NOT EXISTS (SELECT 1 FROM read r WHERE \(read) AND NOT (\(opening))) \
      AND NOT EXISTS (SELECT 1 FROM meter_install o WHERE o.meter = i.meter \
      AND o.to_on = i.from_on AND EXISTS (\(used("o.service", "to_on"))))) \
      ORDER BY i.meter, i.from_on
      """, [day.adding(months: -12).datum, day.datum]
    ) { row in
      let (meter, on, account, reason) = (row.word(0), row.word(1), row.word(2), row.word(4))
      let reading = row.isNull(3) ? "READING" : Quantity(units: row.integer(3)).description
      return (
        "meter \(meter)",
        "moved to account \(account) on \(on) without "
          + "\(reason == ReadReason.final.rawValue ? "a final" : "an initial") read; "
          + "usage around that day is not counted",
        .command("read add", meter, options: ["on": on, "reason": reason, "reading": reading])
      )
    }
  }
}
