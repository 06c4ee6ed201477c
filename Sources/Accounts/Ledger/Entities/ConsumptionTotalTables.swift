package import Engines
package import Values

/// Consumption of a day, summed by all that the totals know. It follows from the consumption, its
/// services and their locations, and who was responsible; text is empty where there is none.
package enum ConsumptionTotal: Entity {
  /// The day on which the periods end, as `Consumption.toOn`.
  package static let toOn = Column<ConsumptionTotal, CivilDate>(0, "to_on")
  package static let code = Column<ConsumptionTotal, ServiceCode>(1, "code")
  package static let unit = Column<ConsumptionTotal, Unit>(2, "unit")
  package static let route = Column<ConsumptionTotal, String>(3, "route")
  package static let cycle = Column<ConsumptionTotal, String>(4, "cycle")
  /// Of the customer who owed the last day of the period.
  package static let kind = Column<ConsumptionTotal, String>(5, "kind")
  package static let isEstimated = Column<ConsumptionTotal, Bool>(6, "estimated")
  package static let quantity = Column<ConsumptionTotal, Quantity>(7, "quantity")
  package static let days = Column<ConsumptionTotal, Int>(8, "days")
  package static let reads = Column<ConsumptionTotal, Int>(9, "reads")

  package static let table = Table(
    "consumption_total", keyCount: 7,
    [
      toOn.info, code.info, unit.info, route.info, cycle.info, kind.info, isEstimated.info,
      quantity.info, days.info, reads.info,
    ])
}

/// The totals without places: as many rows in a large city as in a small one.
package enum ConsumptionByDay: Entity {
  /// The day on which the periods end, as `Consumption.toOn`.
  package static let toOn = Column<ConsumptionByDay, CivilDate>(0, "to_on")
  package static let code = Column<ConsumptionByDay, ServiceCode>(1, "code")
  package static let unit = Column<ConsumptionByDay, Unit>(2, "unit")
  /// Of the customer who owed the last day of the period.
  package static let kind = Column<ConsumptionByDay, String>(3, "kind")
  package static let isEstimated = Column<ConsumptionByDay, Bool>(4, "estimated")
  package static let quantity = Column<ConsumptionByDay, Quantity>(5, "quantity")
  package static let days = Column<ConsumptionByDay, Int>(6, "days")
  package static let reads = Column<ConsumptionByDay, Int>(7, "reads")

  package static let table = Table(
    "consumption_by_day", keyCount: 5,
    [
      toOn.info, code.info, unit.info, kind.info, isEstimated.info, quantity.info, days.info,
      reads.info,
    ])
}

/// The totals of whole months, by place.
package enum ConsumptionByMonth: Entity {
  /// Of the day on which the periods end, e.g. `2026-03`.
  package static let month = Column<ConsumptionByMonth, String>(0, "month")
  package static let route = Column<ConsumptionByMonth, String>(1, "route")
  package static let unit = Column<ConsumptionByMonth, Unit>(2, "unit")
  package static let code = Column<ConsumptionByMonth, ServiceCode>(3, "code")
  package static let cycle = Column<ConsumptionByMonth, String>(4, "cycle")
  /// Of the customer who owed the last day of the period.
  package static let kind = Column<ConsumptionByMonth, String>(5, "kind")
  package static let isEstimated = Column<ConsumptionByMonth, Bool>(6, "estimated")
  package static let quantity = Column<ConsumptionByMonth, Quantity>(7, "quantity")
  package static let days = Column<ConsumptionByMonth, Int>(8, "days")
  package static let reads = Column<ConsumptionByMonth, Int>(9, "reads")

  package static let table = Table(
    "consumption_by_month", keyCount: 7,
    [
      month.info, route.info, unit.info, code.info, cycle.info, kind.info, isEstimated.info,
      quantity.info, days.info, reads.info,
    ])
}

/// The totals by class of the service, without places.
package enum ConsumptionByClass: Entity {
  /// The day on which the periods end, as `Consumption.toOn`.
  package static let toOn = Column<ConsumptionByClass, CivilDate>(0, "to_on")
  package static let serviceClass = Column<ConsumptionByClass, String>(1, "class")
  package static let unit = Column<ConsumptionByClass, Unit>(2, "unit")
  package static let code = Column<ConsumptionByClass, ServiceCode>(3, "code")
  /// Of the customer who owed the last day of the period.
  package static let kind = Column<ConsumptionByClass, String>(4, "kind")
  package static let isEstimated = Column<ConsumptionByClass, Bool>(5, "estimated")
  package static let quantity = Column<ConsumptionByClass, Quantity>(6, "quantity")
  package static let days = Column<ConsumptionByClass, Int>(7, "days")
  package static let reads = Column<ConsumptionByClass, Int>(8, "reads")

  package static let table = Table(
    "consumption_by_class", keyCount: 6,
    [
      toOn.info, serviceClass.info, unit.info, code.info, kind.info, isEstimated.info,
      quantity.info, days.info, reads.info,
    ])
}

/// The totals of whole years, by place.
package enum ConsumptionByYear: Entity {
  /// Of the day on which the periods end, e.g. `2026`.
  package static let year = Column<ConsumptionByYear, String>(0, "year")
  package static let code = Column<ConsumptionByYear, ServiceCode>(1, "code")
  package static let unit = Column<ConsumptionByYear, Unit>(2, "unit")
  package static let route = Column<ConsumptionByYear, String>(3, "route")
  package static let cycle = Column<ConsumptionByYear, String>(4, "cycle")
  /// Of the customer who owed the last day of the period.
  package static let kind = Column<ConsumptionByYear, String>(5, "kind")
  package static let isEstimated = Column<ConsumptionByYear, Bool>(6, "estimated")
  package static let quantity = Column<ConsumptionByYear, Quantity>(7, "quantity")
  package static let days = Column<ConsumptionByYear, Int>(8, "days")
  package static let reads = Column<ConsumptionByYear, Int>(9, "reads")

  package static let table = Table(
    "consumption_by_year", keyCount: 7,
    [
      year.info, code.info, unit.info, route.info, cycle.info, kind.info, isEstimated.info,
      quantity.info, days.info, reads.info,
    ])
}

/// Consumption of a service in a year, by meter and the customer who owed it.
package enum ConsumptionByService: Entity {
  package static let service = Column<ConsumptionByService, Int64>(0, "service")
  /// Of the day on which the periods end, e.g. `2026`.
  package static let year = Column<ConsumptionByService, String>(1, "year")
  package static let meter = Column<ConsumptionByService, MeterSerial>(2, "meter")
  package static let unit = Column<ConsumptionByService, Unit>(3, "unit")
  /// Who owed the last day of the period.
  package static let cid = Column<ConsumptionByService, String>(4, "cid")
  package static let isEstimated = Column<ConsumptionByService, Bool>(5, "estimated")
  package static let quantity = Column<ConsumptionByService, Quantity>(6, "quantity")
  package static let days = Column<ConsumptionByService, Int>(7, "days")
  package static let reads = Column<ConsumptionByService, Int>(8, "reads")

  package static let table = Table(
    "consumption_by_service", keyCount: 6,
    [
      service.info, year.info, meter.info, unit.info, cid.info, isEstimated.info, quantity.info,
      days.info, reads.info,
    ])
}
