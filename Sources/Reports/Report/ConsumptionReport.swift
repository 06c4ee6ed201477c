package import Accounts

/// What consumption is summed by.
package enum ConsumptionGroup: String, Choice {
  package static let valueName = "group"
  case account, meter, location, route, cycle, service, month, year
}

extension Report {
  /// Consumption summed by one or more groups, each unit by itself.
  package static func consumption(
    by groups: [ConsumptionGroup], _ filter: ConsumptionFilter, dialect: any Dialect
  ) -> Report {
    let keys = groups.map { Group($0, dialect) }
    var source = "consumption c JOIN service s ON s.service = c.service"
    if keys.contains(where: \.needsLocation) {
      source +=
        " JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location"
    }
    if groups.contains(.service) { source += " JOIN service_type t ON t.code = s.code" }
    let expressions = keys.flatMap { $0.columns.map(\.sql) } + ["c.unit"]
    return Report(
      "consumption",
      columns: keys.flatMap(\.columns) + [
        Column("quantity", AveragePerDay.quantity, .quantity),
        Column("unit", of: Consumption.unit, "c"),
        Column("days", AveragePerDay.days, .integer), .averagePerDay(AveragePerDay.sql),
        Column("reads", "COUNT(*)", .integer),
        Column(
          "estimated-reads", "CAST(SUM(CASE WHEN c.estimated THEN 1 ELSE 0 END) AS BIGINT)",
          title: "Estimated", .integer),
      ], from: source, where: filter.conditions(), groupBy: expressions, orderBy: expressions)
  }

  /// A group's columns and what they need.
  private struct Group {
    let columns: [Column]
    let needsLocation: Bool

    init(_ group: ConsumptionGroup, _ dialect: any Dialect) {
      switch group {
      case .account: columns = [Column("account", of: Service.account, "s")]
      case .meter: columns = [Column("meter", of: Consumption.meter, "c")]
      case .location:
        columns = [
          Column("location", of: Location.location, "l"),
          Column("address", of: Location.address, "l"),
        ]
      case .route: columns = [Column("route", of: Location.route, "l")]
      case .cycle: columns = [Column("cycle", of: Location.cycle, "l")]
      case .service:
        columns = [
          Column("code", of: Service.code, "s"), Column("service", of: ServiceType.name, "t"),
        ]
      case .month: columns = [Column("month", dialect.month("c.to_on"))]
      case .year: columns = [Column("year", dialect.year("c.to_on"))]
      }
      needsLocation = [.location, .route, .cycle].contains(group)
    }
  }
}
