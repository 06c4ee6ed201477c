package import Engines
package import Values

/// A meter read; superseded or void, never erased.
package enum Read: Entity {
  package static let meter = Column<Read, MeterSerial>(
    0, "meter", references: { Meter.table }, historyOf: .meter)
  package static let readOn = Column<Read, CivilDate>(1, "read_on")
  /// Counts the reads of one meter on one day.
  package static let number = Column<Read, Int64>(2, "number")
  package static let reading = Column<Read, Quantity?>(3, "reading", [.dial])
  /// Consumption that the source states, instead of or in addition to a register reading.
  package static let consumption = Column<Read, Quantity?>(4, "consumption")
  /// First day of the stated consumption.
  package static let fromOn = Column<Read, CivilDate?>(5, "from_on", label: "From")
  package static let kind = Column<Read, ReadKind>(6, "kind")
  package static let reason = Column<Read, ReadReason>(7, "reason")
  package static let source = Column<Read, Line?>(8, "source")
  package static let state = Column<Read, ReadState>(9, "state")

  package static let table = Table(
    "read", keyCount: 3,
    [
      meter.info, readOn.info, number.info, reading.info, consumption.info, fromOn.info,
      kind.info, reason.info, source.info, state.info,
    ])

  package static let ofMeter = Lookup<Read>(
    [.equal(meter)], order: [.ascending(readOn), .ascending(number)])
  package static let onDay = Lookup<Read>(
    [.equal(meter), .equal(readOn)], order: [.ascending(number)])
}

/// Usage of a service over a period, measured by one meter.
package enum Consumption: Entity {
  package static let service = Column<Consumption, Int64>(
    0, "service", references: { Service.table })
  package static let toOn = Column<Consumption, CivilDate>(1, "to_on")
  package static let meter = Column<Consumption, MeterSerial>(2, "meter", historyOf: .meter)
  package static let fromOn = Column<Consumption, CivilDate>(3, "from_on")
  package static let days = Column<Consumption, Int>(4, "days")
  package static let quantity = Column<Consumption, Quantity>(5, "quantity")
  package static let unit = Column<Consumption, Unit>(6, "unit")
  package static let isEstimated = Column<Consumption, Bool>(7, "estimated")
  /// Number of the read that closes the period, among the meter's reads of that day.
  package static let readNumber = Column<Consumption, Int64>(8, "read_number")

  package static let table = Table(
    "consumption", keyCount: 3,
    [
      service.info, toOn.info, meter.info, fromOn.info, days.info, quantity.info, unit.info,
      isEstimated.info, readNumber.info,
    ])

  package static let ofService = Lookup<Consumption>([.equal(service)], order: [.ascending(toOn)])
  /// The last periods, for what is usual.
  static let latestBefore = Lookup<Consumption>(
    [.equal(service), .before(toOn)], order: [.descending(toOn)], limit: UsualMonth.periods)
}
