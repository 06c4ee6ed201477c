package import Engines
package import Values

/// A service location (premise): an address that is served.
package enum Location: Entity {
  package static let location = Column<Location, LocationID>(0, "location")
  package static let address = Column<Location, Line>(1, "address")
  package static let unit = Column<Location, Line?>(2, "unit")
  package static let city = Column<Location, Line?>(3, "city")
  package static let state = Column<Location, Line?>(4, "state")
  package static let postalCode = Column<Location, PostalCode?>(5, "postal_code")
  package static let route = Column<Location, Route?>(6, "route")
  package static let sequence = Column<Location, WholeNumber?>(7, "sequence")
  package static let cycle = Column<Location, Cycle?>(8, "cycle")

  package static let table = Table(
    "location",
    [
      location.info, address.info, unit.info, city.info, state.info, postalCode.info, route.info,
      sequence.info, cycle.info,
    ])
}
