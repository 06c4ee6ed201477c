/// A meter read; superseded or void, never erased.
public enum Read: Entity {
  public static let meter = Column<Read, MeterSerial>(0, "meter")
  public static let readOn = Column<Read, CivilDate>(1, "read_on")
  /// Counts the reads of one meter on one day.
  public static let number = Column<Read, Int64>(2, "number")
  public static let reading = Column<Read, Quantity?>(3, "reading")
  /// Consumption that the source states, instead of or beside a register reading.
  public static let consumption = Column<Read, Quantity?>(4, "consumption")
  /// First day of the stated consumption.
  public static let fromOn = Column<Read, CivilDate?>(5, "from_on")
  public static let kind = Column<Read, ReadKind>(6, "kind")
  public static let reason = Column<Read, ReadReason>(7, "reason")
  public static let source = Column<Read, Line?>(8, "source")
  public static let state = Column<Read, ReadState>(9, "state")

  public static let table = Table(
    "read", keyCount: 3,
    [
      meter.info, readOn.info, number.info, reading.info, consumption.info, fromOn.info,
      kind.info, reason.info, source.info, state.info,
    ])

  static let ofMeter = Lookup<Read>(
    [.equal(meter)], order: [.ascending(readOn), .ascending(number)])
  static let onDay = Lookup<Read>(
    [.equal(meter), .equal(readOn)], order: [.ascending(number)])
}

/// Usage of a service over a period, measured by one meter.
public enum Consumption: Entity {
  public static let service = Column<Consumption, Int64>(0, "service")
  public static let toOn = Column<Consumption, CivilDate>(1, "to_on")
  public static let meter = Column<Consumption, MeterSerial>(2, "meter")
  public static let fromOn = Column<Consumption, CivilDate>(3, "from_on")
  public static let days = Column<Consumption, Int>(4, "days")
  public static let quantity = Column<Consumption, Quantity>(5, "quantity")
  public static let unit = Column<Consumption, Unit>(6, "unit")
  public static let isEstimated = Column<Consumption, Bool>(7, "estimated")
  /// Number of the read that closes the period, among the meter's reads of that day.
  public static let readNumber = Column<Consumption, Int64>(8, "read_number")

  public static let table = Table(
    "consumption", keyCount: 3,
    [
      service.info, toOn.info, meter.info, fromOn.info, days.info, quantity.info, unit.info,
      isEstimated.info, readNumber.info,
    ])

  static let ofService = Lookup<Consumption>([.equal(service)], order: [.ascending(toOn)])
}
