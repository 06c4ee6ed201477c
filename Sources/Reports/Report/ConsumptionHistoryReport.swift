package import Accounts

extension Report {
  /// Periods of consumption, by service and day, as each was measured.
  static func periods(_ filter: ConsumptionFilter) -> Report { periods(filter, with: []) }

  /// The same with the reading, the average per day, and the period of a year before.
  package static func consumptionHistory(
    _ filter: ConsumptionFilter, dialect: any Dialect
  ) -> Report {
    func yearBefore(_ value: String) -> String {
      let period = YearBefore.sql(of: Findings.period, where: isSameOrReplaced, dialect: dialect)
      return "(SELECT \(value) FROM (\(period)) b)"
    }
    return periods(
      filter,
      with: [
        Column("reading", Read.reading, sql: reading),
        .averagePerDay(AveragePerDay.sql("c.quantity", "c.days")),
        Column("last-year", yearBefore("b.quantity"), .quantity),
        Column(
          "last-year-per-day", yearBefore(AveragePerDay.sql("b.quantity", "b.days")),
          title: "Last year/day", .quantity),
      ])
  }

  private static func periods(_ filter: ConsumptionFilter, with others: [Column]) -> Report {
    Report(
      "consumption-history",
      columns: [
        Column("account", of: Service.account, "s"), Column("code", of: Service.code, "s"),
        Column("meter", of: Consumption.meter, "c"),
        Column("from", of: Consumption.fromOn, "c"), Column("to", of: Consumption.toOn, "c"),
        Column("days", of: Consumption.days, "c").measured(in: "days"),
        Column("quantity", of: Consumption.quantity, "c"),
        Column("unit", of: Consumption.unit, "c"),
        Column("estimated", of: Consumption.isEstimated, "c"),
      ] + others, from: "service s JOIN consumption c ON c.service = s.service",
      where: filter.conditions(), orderBy: ["s.service", "c.to_on", "c.meter"])
  }

  /// Of the read that ends the period.
  private static let reading =
    "(SELECT r.reading FROM read r WHERE \(MeterReads.ends("r")))"

  /// A period `q` of the same meter, or of one that was removed before the period began.
  private static let isSameOrReplaced = """
    q.unit = c.unit AND (q.meter = c.meter OR NOT EXISTS (SELECT 1 FROM meter_install j \
    WHERE j.service = c.service AND j.meter = q.meter \
    AND \(DayInterval.sql(isOpenOn: "c.from_on", of: "j"))))
    """
}
