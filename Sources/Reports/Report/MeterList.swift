package import Accounts

extension Report {
  /// Meters and where they are on a day.
  package static func meters(
    accounts: [String] = [], isInstalled: Bool? = nil, asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    var conditions: [Condition] = []
    conditions += Condition.among(accounts, "s.account")
    if let isInstalled {
      conditions.append(Condition("i.meter_install IS \(isInstalled ? "NOT " : "")NULL"))
    }
    return Report(
      "meter list",
      columns: [
        Column("meter", of: Meter.meter, "m"), Column("service", of: ServiceType.name, "t"),
        Column("unit", of: Meter.unit, "m"),
        Column("dials", of: Meter.dials, "m"), Column("multiplier", of: Meter.multiplier, "m"),
        Column("size", of: Meter.size, "m"), Column("mxu", of: Meter.mxu, "m", title: "MXU"),
        Column("account", of: Service.account, "s"),
        Column("installed-on", MeterInstall.fromOn, sql: MeterAtPlace.since, title: "Installed"),
      ],
      from: """
        meter m CROSS JOIN (SELECT \(dialect.dateMark) AS day) d \
        JOIN service_type t ON t.code = m.code \
        LEFT JOIN meter_install i ON i.meter = m.meter \
        AND \(DayInterval.sql(contains: "d.day", of: "i")) \
        LEFT JOIN service s ON s.service = i.service LEFT JOIN account a ON a.account = s.account
        """, sourceArguments: [day.datum], where: conditions,
      orderBy: ["m.meter", "i.meter_install"])
  }
}
