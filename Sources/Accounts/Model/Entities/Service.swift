/// A service that the city offers, e.g. 1000 WATER.
public enum ServiceType: Entity {
  public static let code = Column<ServiceType, ServiceCode>(0, "code")
  public static let name = Column<ServiceType, Line>(1, "name")
  public static let isMetered = Column<ServiceType, Bool>(2, "metered")
  public static let unit = Column<ServiceType, Unit?>(3, "unit")

  public static let table = Table(
    "service_type", [code.info, name.info, isMetered.info, unit.info])

  static let named = Lookup<ServiceType>([.equal(name)])
}

/// One service type on one account, from its start date until (not including) its stop date.
public enum Service: Entity {
  public static let id = Column<Service, Int64>(0, "service")
  public static let account = Column<Service, AccountNumber>(1, "account")
  public static let code = Column<Service, ServiceCode>(2, "code")
  public static let startOn = Column<Service, CivilDate>(3, "start_on")
  public static let stopOn = Column<Service, CivilDate?>(4, "stop_on")
  public static let cancelledOn = Column<Service, CivilDate?>(5, "cancelled_on")
  public static let finalBilledOn = Column<Service, CivilDate?>(6, "final_billed_on")
  public static let startReason = Column<Service, Remark?>(7, "start_reason")
  public static let stopReason = Column<Service, Remark?>(8, "stop_reason")

  public static let table = Table(
    "service",
    [
      id.info, account.info, code.info, startOn.info, stopOn.info, cancelledOn.info,
      finalBilledOn.info, startReason.info, stopReason.info,
    ])

  static let ofAccount = Lookup<Service>(
    [.equal(account)], order: [.ascending(startOn), .ascending(id)])
}

/// A time in which a service is turned off without being stopped.
public enum Suspension: Entity {
  public static let service = Column<Suspension, Int64>(0, "service")
  public static let fromOn = Column<Suspension, CivilDate>(1, "from_on")
  public static let toOn = Column<Suspension, CivilDate?>(2, "to_on")
  public static let reason = Column<Suspension, Remark?>(3, "reason")

  public static let table = Table(
    "suspension", keyCount: 2, [service.info, fromOn.info, toOn.info, reason.info])

  static let ofService = Lookup<Suspension>([.equal(service)], order: [.ascending(fromOn)])
}
