package import Accounts

extension Report {
  /// Services with status and the last year's consumption, as of a day. The consumption is empty if it was
  /// measured in several units.
  /// - Parameters:
  ///   - isEarlierDay: whether the day is past; what came after it does not count.
  ///   - seen: what a user of the portal sees of them; nil for everything.
  package static func services(
    accounts: [String] = [], code: String? = nil, serviceClass: String? = nil,
    status: ServiceStatus? = nil, asOf day: CivilDate, isEarlierDay: Bool,
    seen: SeenServices? = nil, dialect: any Dialect
  ) -> Report {
    let statusSQL =
      seen?.status(asOf: day, dialect)
      ?? ServiceStatus.sql(asOf: "d.day", foresees: !isEarlierDay, dialect)
    var conditions: [Condition] = []
    conditions += Condition.among(accounts, "s.account")
    if isEarlierDay { conditions.append(Condition(ServiceStatus.known(asOf: "d.day"))) }
    if let code {
      conditions.append(
        Condition("s.code = ? OR t.name = ?", [code.datum, code.uppercased().datum]))
    }
    if let serviceClass { conditions.append(Condition("s.class = ?", [serviceClass.datum])) }
    if let status { conditions.append(Condition("(\(statusSQL)) = ?", [status.datum])) }
    return Report(
      "service list", columns: columns(statusSQL, seen, dialect),
      from: """
        service s CROSS JOIN \
        (SELECT \(dialect.dateMark) AS day, \(dialect.dateMark) AS year_ago) d \
        JOIN service_type t ON t.code = s.code
        """, sourceArguments: [day.datum, day.adding(months: -12).datum], where: conditions,
      orderBy: [
        "s.account", "CASE WHEN s.stop_on <= d.day OR s.cancelled_on <= d.day THEN 1 ELSE 0 END",
        "s.start_on", "s.service",
      ])
  }

  private static func columns(
    _ status: String, _ seen: SeenServices?, _ dialect: any Dialect
  ) -> [Column] {
    let use = (seen?.use).map { " AND \($0)" } ?? ""
    let stopDate = seen?.stopDate ?? Column("stop-date", of: Service.stopOn, "s")
    let installed = DayInterval.sql(contains: seen?.lastDay ?? "d.day", of: "i")
    let isOfYear = "c.service = s.service AND c.to_on > d.year_ago AND c.to_on <= d.day" + use
    let year = "consumption c WHERE \(isOfYear)"
    let days = DistinctDays(["service": "c.service", "unit": "c.unit"], dialect: dialect)
      .rows(from: "consumption c", where: [Condition(isOfYear)])
    // Sums of several units would be wrong: a meter may be exchanged for one with another unit.
    func ofOneUnit(_ value: String, from rows: String) -> String {
      "(SELECT CASE WHEN MIN(c.unit) = MAX(c.unit) THEN \(value) END FROM \(rows))"
    }
    return [
      Column("account", of: Service.account, "s"), Column("code", of: Service.code, "s"),
      Column("service", of: ServiceType.name, "t"),
      Column("start-date", of: Service.startOn, "s"),
      stopDate, Column("status", status),
      Column(
        "meter",
        "(SELECT max(i.meter) FROM meter_install i WHERE i.service = s.service AND \(installed))"),
      Column(
        "last-12-months", ofOneUnit(AveragePerDay.quantity, from: year),
        title: "Last 12 months", .quantity),
      Column("unit", ofOneUnit("MAX(c.unit)", from: year), isUnit: true),
      .averagePerDay(ofOneUnit(AveragePerDay.sql, from: days.sql)),
      Column("class", of: Service.serviceClass, "s"),
    ]
  }
}
