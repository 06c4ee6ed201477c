package import Accounts

extension Report {
  /// Meters and where they are on a day.
  package static func meters(
    account: String? = nil, isInstalled: Bool? = nil, asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    var conditions: [Condition] = []
    if let account { conditions.append(Condition("s.account = ?", [account.datum])) }
    if let isInstalled {
      conditions.append(Condition("i.meter_install IS \(isInstalled ? "NOT " : "")NULL"))
    }
    return Report(
      "meter list",
      columns: [
        Column("meter", "m.meter"), Column("service", "t.name"), Column("unit", "m.unit"),
        Column("dials", "m.dials", .integer), Column("multiplier", "m.multiplier", .quantity),
        Column("size", "m.size"), Column("mxu", "m.mxu", title: "MXU"),
        Column("account", "s.account"),
        Column("installed-on", "i.from_on", title: "Installed", .date),
      ],
      from: """
        (SELECT \(dialect.dateMark) AS day) d CROSS JOIN meter m \
        JOIN service_type t ON t.code = m.code \
        LEFT JOIN meter_install i ON i.meter = m.meter AND i.from_on <= d.day \
        AND (i.to_on IS NULL OR i.to_on > d.day) \
        LEFT JOIN service s ON s.service = i.service
        """, sourceArguments: [day.datum], where: conditions,
      orderBy: ["m.meter", "i.meter_install"])
  }
}
