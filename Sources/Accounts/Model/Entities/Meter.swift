/// A device that measures a service.
public enum Meter: Entity {
  public static let meter = Column<Meter, MeterSerial>(0, "meter")
  /// The service type that it measures.
  public static let code = Column<Meter, ServiceCode>(1, "code")
  public static let unit = Column<Meter, Unit>(2, "unit")
  public static let dials = Column<Meter, WholeNumber?>(3, "dials")
  /// Units of consumption per unit of the register.
  public static let multiplier = Column<Meter, Quantity>(4, "multiplier")
  public static let size = Column<Meter, Line?>(5, "size")
  /// The radio on it (meter transceiver unit).
  public static let mxu = Column<Meter, MeterSerial?>(6, "mxu")

  public static let table = Table(
    "meter",
    [meter.info, code.info, unit.info, dials.info, multiplier.info, size.info, mxu.info])
}

/// A meter in a service, from a day until (not including) another.
public enum MeterInstall: Entity {
  public static let id = Column<MeterInstall, Int64>(0, "meter_install")
  public static let meter = Column<MeterInstall, MeterSerial>(1, "meter")
  public static let service = Column<MeterInstall, Int64>(2, "service")
  public static let fromOn = Column<MeterInstall, CivilDate>(3, "from_on")
  public static let toOn = Column<MeterInstall, CivilDate?>(4, "to_on")

  public static let table = Table(
    "meter_install", [id.info, meter.info, service.info, fromOn.info, toOn.info])

  static let ofMeter = Lookup<MeterInstall>(
    [.equal(meter)], order: [.ascending(fromOn), .ascending(id)])
  static let ofService = Lookup<MeterInstall>(
    [.equal(service)], order: [.ascending(fromOn), .ascending(id)])
}
