package import Engines
package import Values

/// A device that measures a service.
package enum Meter: Entity {
  package static let meter = Column<Meter, MeterSerial>(
    0, "meter", help: "serial number of the meter", search: .init(.number, weight: 9))
  /// The service type that it measures.
  package static let code = Column<Meter, ServiceCode>(1, "code", references: { ServiceType.table })
  package static let unit = Column<Meter, Unit>(2, "unit", help: "unit of consumption")
  package static let dials = Column<Meter, WholeNumber?>(
    3, "dials", help: "digits of the register, after which it rolls over to zero")
  package static let multiplier = Column<Meter, Quantity>(
    4, "multiplier", help: "consumption per unit of the register")
  package static let size = Column<Meter, MeterSize?>(
    5, "size", help: "size, e.g. 5/8 or 2 inch", .edited)
  /// The radio on it (meter transceiver unit).
  package static let mxu = Column<Meter, MeterSerial?>(
    6, "mxu", label: "MXU", help: "serial number of the radio (MXU)", .edited,
    search: .init(.number, weight: 8))

  package static let table = Table(
    "meter",
    [meter.info, code.info, unit.info, dials.info, multiplier.info, size.info, mxu.info])
}

/// A meter in a service, from a day until (not including) another.
package enum MeterInstall: Entity {
  package static let id = Column<MeterInstall, Int64>(0, "meter_install")
  package static let meter = Column<MeterInstall, MeterSerial>(
    1, "meter", references: { Meter.table }, historyOf: .meter)
  package static let service = Column<MeterInstall, Int64>(
    2, "service", references: { Service.table })
  package static let fromOn = Column<MeterInstall, CivilDate>(3, "from_on")
  package static let toOn = Column<MeterInstall, CivilDate?>(4, "to_on")

  package static let table = Table(
    "meter_install", [id.info, meter.info, service.info, fromOn.info, toOn.info])

  package static let ofMeter = Lookup<MeterInstall>(
    [.equal(meter)], order: [.ascending(fromOn), .ascending(id)])
  /// A meter's installs that began last.
  package static let newest = Lookup<MeterInstall>(
    [.equal(meter)], order: [.descending(fromOn), .descending(id)], limit: 8)
  /// The installs in a service that began last.
  package static let newestInService = Lookup<MeterInstall>(
    [.equal(service)], order: [.descending(fromOn), .descending(id)], limit: 8)
  package static let ofService = Lookup<MeterInstall>(
    [.equal(service)], order: [.ascending(fromOn), .ascending(id)])
}
