package import Engines
package import Values

/// A service location (premise): an address that is served.
package enum Location: Entity {
  package static let location = Column<Location, LocationID>(
    0, "location", help: "service location ID", search: .init(.number, weight: 9))
  package static let address = Column<Location, Line>(
    1, "address", label: "Service address", title: "Address", help: "service address", .edited,
    search: .init(.text, weight: 8))
  package static let unit = Column<Location, Premises?>(
    2, "unit", help: "apartment, suite or lot", .edited, search: .init(.text, weight: 3))
  package static let city = Column<Location, Line?>(
    3, "city", help: "city of the address", .edited, search: .init(.text, weight: 1))
  package static let state = Column<Location, Line?>(
    4, "state", help: "state of the address", .edited, search: .init(.text, weight: 1))
  package static let postalCode = Column<Location, PostalCode?>(
    5, "postal_code", help: "ZIP or other postal code", .edited, search: .init(.number, weight: 1))
  package static let route = Column<Location, Route?>(
    6, "route", help: "meter-reading route", .edited, search: .init(.text, weight: 1))
  package static let sequence = Column<Location, WholeNumber?>(
    7, "sequence", help: "position on the route", .edited)
  package static let cycle = Column<Location, Cycle?>(
    8, "cycle", label: "Billing cycle", title: "Cycle", help: "billing cycle", .edited)

  package static let table = Table(
    "location",
    [
      location.info, address.info, unit.info, city.info, state.info, postalCode.info, route.info,
      sequence.info, cycle.info,
    ])
}
