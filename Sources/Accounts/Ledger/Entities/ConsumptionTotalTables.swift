package import Engines
package import Values

/// Consumption of a day, summed by what reports ask for. It follows from the consumption, its
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
