/// A service location (premise): an address that is served.
public enum Location: Entity {
  public static let location = Column<Location, LocationID>(0, "location")
  public static let address = Column<Location, Line>(1, "address")
  public static let unit = Column<Location, Line?>(2, "unit")
  public static let city = Column<Location, Line?>(3, "city")
  public static let state = Column<Location, Line?>(4, "state")
  public static let postalCode = Column<Location, PostalCode?>(5, "postal_code")
  public static let route = Column<Location, Route?>(6, "route")
  public static let sequence = Column<Location, WholeNumber?>(7, "sequence")
  public static let cycle = Column<Location, Cycle?>(8, "cycle")

  public static let table = Table(
    "location",
    [
      location.info, address.info, unit.info, city.info, state.info, postalCode.info, route.info,
      sequence.info, cycle.info,
    ])
}
