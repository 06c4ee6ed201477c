package import Accounts

extension Report {
  /// Services with status and the last year's consumption, as of a day.
  /// - Parameter isEarlierDay: whether the day is past; what came after it does not count.
  package static func services(
    accounts: [String] = [], code: String? = nil, serviceClass: String? = nil,
    status: ServiceStatus? = nil, asOf day: CivilDate, isEarlierDay: Bool,
    dialect: any Dialect
  ) -> Report {
    let statusSQL = ServiceStatus.sql(asOf: "d.day", foresees: !isEarlierDay, dialect)
    var conditions: [Condition] = []
    conditions += Condition.among(accounts, "s.account")
    if isEarlierDay { conditions.append(Condition(ServiceStatus.known(asOf: "d.day"))) }
    if let code {
      conditions.append(
        Condition("s.code = ? OR t.name = ?", [code.datum, code.uppercased().datum]))
    }
    if let serviceClass { conditions.append(Condition("s.class = ?", [serviceClass.datum])) }
    if let status { conditions.append(Condition("(\(statusSQL)) = ?", [status.datum])) }
    let isOfYear = "c.service = s.service AND c.to_on > d.year_ago AND c.to_on <= d.day"
    let year = "FROM consumption c WHERE \(isOfYear)"
    let days = DistinctDays(["service": "c.service"], dialect: dialect)
      .rows(from: "consumption c", where: [Condition(isOfYear)])
    return Report(
      "service list",
      columns: [
        Column("account", of: Service.account, "s"), Column("code", of: Service.code, "s"),
        Column("service", of: ServiceType.name, "t"),
        Column("start-date", of: Service.startOn, "s"),
        Column("stop-date", of: Service.stopOn, "s"), Column("status", statusSQL),
        Column(
          "meter",
          "(SELECT max(i.meter) FROM meter_install i WHERE i.service = s.service "
            + "AND \(DayInterval.sql(contains: "d.day", of: "i")))"),
        Column(
          "last-12-months", "(SELECT CAST(SUM(c.quantity) AS BIGINT) \(year))",
          title: "Last 12 months", .quantity),
        Column("unit", "(SELECT max(c.unit) \(year))", isUnit: true),
        .averagePerDay("(SELECT \(AveragePerDay.sql) FROM \(days.sql))"),
        Column("class", of: Service.serviceClass, "s"),
      ],
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
}
