import Accounts

/// Where a meter is, why usage is estimated, and which of its reads do not count.
struct FactsOfMeter {
  let meter: MeterSerial
  let day: CivilDate
  let dialect: any Dialect

  var all: [Fact] { place + [actual, estimated, others] }

  private var today: String { "'\(day)'" }
  /// Older facts are left out.
  private var recently: String { "'\(day.adding(months: -13))'" }

  private var place: [Fact] {
    let held = DayInterval.sql(contains: today, of: "i")
    return [
      Fact(
        what: "'place'", found: "t.name || ' of account ' || s.account",
        source: """
          meter_install i JOIN service s ON s.service = i.service \
          JOIN service_type t ON t.code = s.code WHERE i.meter = ? AND \(held)
          """, arguments: [meter.datum], command: CommandSQL.line("account show", "s.account"),
        day: "i.from_on",
        written: JournalLines.line(
          of: "from_on", in: "meter_install", dialect.key("i.meter_install"))),
      Fact(
        what: "'place'", found: "'it is in no service'",
        source: """
          meter m WHERE m.meter = ? \
          AND NOT EXISTS (SELECT 1 FROM meter_install i WHERE i.meter = m.meter AND \(held))
          """, arguments: [meter.datum], command: CommandSQL.line("meter show", "m.meter")),
    ]
  }

  private var actual: Fact {
    Fact(
      what: "'last actual read'", found: "r.kind || ', ' || r.reason",
      source: """
        read r WHERE r.meter = ? AND \(MeterReads.isRead("r")) AND r.read_on = \
        (SELECT MAX(x.read_on) FROM read x WHERE x.meter = r.meter AND \(MeterReads.isRead("x")))
        """, arguments: [meter.datum], command: CommandSQL.line("read list --meter", "r.meter"),
      day: "r.read_on", quantity: "r.reading", written: HistoryEvent.readLine(dialect),
      number: "r.number")
  }

  private var estimated: Fact {
    let before =
      "SELECT MAX(x.read_on) FROM read x WHERE x.meter = c.meter "
      + "AND x.read_on < c.to_on AND \(MeterReads.isRead("x"))"
    return Fact(
      what: "'use, ' || c.unit",
      found: """
        'estimated from ' || CAST(c.from_on AS TEXT) || ' to ' || CAST(c.to_on AS TEXT) || ': ' \
        || CASE WHEN r.source = 're-estimated' \
        THEN 'a later read replaced the first estimate, and the register is spread evenly over the days' \
        ELSE 'its last read was entered as ' || r.kind END \
        || coalesce('; the actual read before it is of ' || CAST((\(before)) AS TEXT), '')
        """,
      source: """
        consumption c JOIN read r ON \(MeterReads.ends("r")) \
        WHERE c.service IN (SELECT i.service FROM meter_install i WHERE i.meter = ?) \
        AND c.to_on > \(recently) AND c.meter = ? AND c.estimated
        """, arguments: [meter.datum, meter.datum],
      command: CommandSQL.line("read add", "c.meter")
        + " || ' --on ' || CAST(c.to_on AS TEXT) || ' --reading READING'", day: "c.to_on",
      quantity: "c.quantity", written: HistoryEvent.readLine(dialect), number: "r.number")
  }

  /// Superseded or void.
  private var others: Fact {
    Fact(
      what: "'read'", found: "r.state || ': ' || r.kind || ', ' || r.reason",
      source: """
        read r WHERE r.meter = ? AND r.state <> \(ReadState.current.sql) \
        AND r.read_on > \(recently)
        """, arguments: [meter.datum], command: CommandSQL.line("history meter", "r.meter"),
      day: "r.read_on", quantity: "r.reading",
      written: JournalLines.line(
        of: "state", in: "read", Read.table.journalKey(of: "r", dialect)), number: "r.number")
  }
}
