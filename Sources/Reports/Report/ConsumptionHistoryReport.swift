package import Accounts

/// What narrows a report on consumption. Periods count by the day on which they end.
package struct ConsumptionFilter: Sendable {
  package var account: String?
  package var meter: String?
  /// Code or name of the service type.
  package var service: String?
  package var route: String?
  package var from: CivilDate?
  /// Included.
  package var to: CivilDate?

  package init() {}

  func conditions() -> [Report.Condition] {
    var conditions: [Report.Condition] = []
    if let account { conditions.append(Report.Condition("s.account = ?", [account.datum])) }
    if let meter { conditions.append(Report.Condition("c.meter = ?", [meter.datum])) }
    if let from { conditions.append(Report.Condition("c.to_on >= ?", [from.datum])) }
    if let to { conditions.append(Report.Condition("c.to_on <= ?", [to.datum])) }
    if let service {
      conditions.append(
        Report.Condition(
          "s.code IN (SELECT code FROM service_type WHERE code = ? OR name = ?)",
          [service.datum, service.uppercased().datum]))
    }
    if let route {
      conditions.append(
        Report.Condition(
          "s.account IN (SELECT a.account FROM account a JOIN location l "
            + "ON l.location = a.location WHERE l.route = ?)", [route.datum]))
    }
    return conditions
  }
}

extension Report {
  /// Consumption, period by period, by service and day.
  package static func consumptionHistory(_ filter: ConsumptionFilter) -> Report {
    Report(
      "consumption-history",
      columns: [
        Column("account", of: Service.account, "s"), Column("code", of: Service.code, "s"),
        Column("meter", of: Consumption.meter, "c"),
        Column("from", of: Consumption.fromOn, "c"), Column("to", of: Consumption.toOn, "c"),
        Column("days", of: Consumption.days, "c"),
        Column("quantity", of: Consumption.quantity, "c"),
        Column("unit", of: Consumption.unit, "c"),
        Column("estimated", of: Consumption.isEstimated, "c"),
      ], from: "service s JOIN consumption c ON c.service = s.service",
      where: filter.conditions(), orderBy: ["s.service", "c.to_on", "c.meter"])
  }
}
