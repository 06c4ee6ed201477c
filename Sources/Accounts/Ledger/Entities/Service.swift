package import Engines
package import Values

/// A service that the city offers, e.g. 1000 WATER.
package enum ServiceType: Entity {
  package static let code = Column<ServiceType, ServiceCode>(
    0, "code", help: "code, e.g. 1000 or MXU")
  package static let name = Column<ServiceType, Line>(1, "name", help: "name, e.g. WATER")
  package static let isMetered = Column<ServiceType, Bool>(2, "metered", label: "Metered")
  package static let unit = Column<ServiceType, Unit?>(
    3, "unit", help: "unit of measure, e.g. GAL")

  package static let table = Table(
    "service_type", [code.info, name.info, isMetered.info, unit.info])

  package static let named = Lookup<ServiceType>([.equal(name)])
}

/// One service type on one account, from its start date until (not including) its stop date.
package enum Service: Entity {
  package static let id = Column<Service, Int64>(0, "service")
  package static let account = Column<Service, AccountNumber>(
    1, "account", references: { Account.table }, historyOf: .account)
  package static let code = Column<Service, ServiceCode>(
    2, "code", references: { ServiceType.table })
  package static let startOn = Column<Service, CivilDate>(3, "start_on", label: "Start date")
  package static let stopOn = Column<Service, CivilDate?>(4, "stop_on", label: "Stop date")
  package static let cancelledOn = Column<Service, CivilDate?>(5, "cancelled_on")
  /// The date of the final bill, which follows from the bills: see `FinalBillMarks`.
  package static let finalBilledOn = Column<Service, CivilDate?>(6, "final_billed_on")
  package static let startReason = Column<Service, Remark?>(7, "start_reason")
  package static let stopReason = Column<Service, Remark?>(8, "stop_reason")
  package static let serviceClass = Column<Service, ServiceClass?>(
    9, "class", help: "class, e.g. residential, commercial, industrial or public", .edited)

  package static let table = Table(
    "service",
    [
      id.info, account.info, code.info, startOn.info, stopOn.info, cancelledOn.info,
      finalBilledOn.info, startReason.info, stopReason.info, serviceClass.info,
    ])

  package static let inForce = InForceLookup<Service>(account, from: startOn, until: stopOn)
  package static let ofAccount = Lookup<Service>(
    [.equal(account)], order: [.ascending(startOn), .ascending(id)])
}

/// A time in which a service is turned off without being stopped.
package enum Suspension: Entity {
  package static let service = Column<Suspension, Int64>(
    0, "service", references: { Service.table })
  package static let fromOn = Column<Suspension, CivilDate>(1, "from_on")
  package static let toOn = Column<Suspension, CivilDate?>(2, "to_on")
  package static let reason = Column<Suspension, Remark?>(3, "reason")

  package static let table = Table(
    "suspension", keyCount: 2, [service.info, fromOn.info, toOn.info, reason.info])

  package static let ofService = Lookup<Suspension>([.equal(service)], order: [.ascending(fromOn)])
}
