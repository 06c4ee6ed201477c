package import Accounts

extension Report {
  /// Meter reads, by meter and day; those that no longer count only when asked for.
  package static func reads(
    meters: [String] = [], from: CivilDate? = nil, to: CivilDate? = nil, kind: ReadKind? = nil,
    withSuperseded: Bool = false
  ) -> Report {
    var conditions: [Condition] = []
    conditions += Condition.among(meters, "r.meter")
    if let from { conditions.append(Condition("r.read_on >= ?", [from.datum])) }
    if let to { conditions.append(Condition("r.read_on <= ?", [to.datum])) }
    if let kind { conditions.append(Condition("r.kind = ?", [kind.datum])) }
    if !withSuperseded {
      conditions.append(Condition("r.state = \(ReadState.current.sql)"))
    }
    return Report(
      "read list",
      columns: [
        Column("meter", of: Read.meter, "r"), Column("on", of: Read.readOn, "r"),
        Column("number", of: Read.number, "r"), Column("reading", of: Read.reading, "r"),
        Column("consumption", of: Read.consumption, "r"),
        Column("from", of: Read.fromOn, "r"), Column("unit", of: Meter.unit, "m"),
        Column("kind", of: Read.kind, "r"), Column("reason", of: Read.reason, "r"),
        Column("source", of: Read.source, "r"),
        Column("state", of: Read.state, "r"),
      ], from: "read r JOIN meter m ON m.meter = r.meter", where: conditions,
      orderBy: ["r.meter", "r.read_on", "r.number"])
  }
}

extension Report {
  /// The last read of each meter that an account's services have on a day.
  static func lastReads(of account: AccountNumber, asOf day: CivilDate) -> Report {
    let current = ReadState.current.sql
    let until = "l.meter = r.meter AND l.state = \(current) AND l.read_on <= ?"
    return Report(
      "last reads",
      columns: [
        Column("meter", of: Read.meter, "r"), Column("service", of: ServiceType.name, "t"),
        Column("on", of: Read.readOn, "r"), Column("reading", of: Read.reading, "r"),
        Column("consumption", of: Read.consumption, "r"), Column("kind", of: Read.kind, "r"),
        Column("reason", of: Read.reason, "r"),
      ],
      from: """
        service s JOIN service_type t ON t.code = s.code \
        JOIN meter_install i ON i.service = s.service JOIN read r ON r.meter = i.meter
        """,
      where: [
        Condition("s.account = ?", [account.datum]),
        Condition(
          DayInterval.sql(contains: "?", of: "i"), [day.datum, day.datum]),
        Condition(
          "r.state = \(current) "
            + "AND r.read_on = (SELECT max(l.read_on) FROM read l WHERE \(until))",
          [day.datum]),
        Condition(
          "r.number = (SELECT max(l.number) FROM read l WHERE \(until) AND l.read_on = r.read_on)",
          [day.datum]),
      ], orderBy: ["r.meter"])
  }
}
