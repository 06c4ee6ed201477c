package import Accounts

extension Report {
  /// Meter reads, by meter and day; those that no longer count only when asked for.
  package static func reads(
    meter: String? = nil, from: CivilDate? = nil, to: CivilDate? = nil, kind: ReadKind? = nil,
    withSuperseded: Bool = false
  ) -> Report {
    var conditions: [Condition] = []
    if let meter { conditions.append(Condition("r.meter = ?", [meter.datum])) }
    if let from { conditions.append(Condition("r.read_on >= ?", [from.datum])) }
    if let to { conditions.append(Condition("r.read_on <= ?", [to.datum])) }
    if let kind { conditions.append(Condition("r.kind = ?", [kind.datum])) }
    if !withSuperseded { conditions.append(Condition("r.state = 'current'")) }
    return Report(
      "read list",
      columns: [
        Column("meter", "r.meter"), Column("on", "r.read_on", .date),
        Column("number", "r.number", .integer), Column("reading", "r.reading", .quantity),
        Column("consumption", "r.consumption", .quantity),
        Column("from", "r.from_on", .date), Column("unit", "m.unit"),
        Column("kind", "r.kind"), Column("reason", "r.reason"), Column("source", "r.source"),
        Column("state", "r.state"),
      ], from: "read r JOIN meter m ON m.meter = r.meter", where: conditions,
      orderBy: ["r.meter", "r.read_on", "r.number"])
  }
}
