import Engines
import Ledger
import Values

/// A service location's fields other than its ID.
struct LocationFields: Sendable {
  package static let location = Field<LocationID>.argument("location", "service location ID")
  static let address = Field<Line>.option("address", "service address")
  static let newAddress = Field<Line>.option(
    "address", required: true, "service address")
  static let unit = Field<Line>.option("unit", "apartment, suite or lot")
  static let city = Field<Line>.option("city", "city of the address")
  static let state = Field<Line>.option("state", "state of the address")
  static let postalCode = Field<PostalCode>.option("postal-code", "ZIP or other postal code")
  static let route = Field<Route>.option("route", "meter-reading route")
  static let sequence = Field<WholeNumber>.option("sequence", "position on the route")
  static let cycle = Field<Cycle>.option("cycle", "billing cycle")

  /// All but the ID and the address.
  static let details = [
    unit.info, city.info, state.info, postalCode.info, route.info, sequence.info, cycle.info,
  ]

  static let clearable: [String: ColumnInfo] = [
    "unit": Location.unit.info, "city": Location.city.info, "state": Location.state.info,
    "postal-code": Location.postalCode.info, "route": Location.route.info,
    "sequence": Location.sequence.info, "cycle": Location.cycle.info,
  ]

  let address: Line?
  let unit: Line?
  let city: Line?
  let state: Line?
  let postalCode: PostalCode?
  let route: Route?
  let sequence: WholeNumber?
  let cycle: Cycle?

  init(_ input: Input) throws(Rejection) {
    address = try input[Self.address]
    unit = try input[Self.unit]
    city = try input[Self.city]
    state = try input[Self.state]
    postalCode = try input[Self.postalCode]
    route = try input[Self.route]
    sequence = try input[Self.sequence]
    cycle = try input[Self.cycle]
  }

  /// Overwrites the fields that are given and keeps the others.
  func write(to row: inout Row<Location>) {
    if let address { row[Location.address] = address }
    if let unit { row[Location.unit] = unit }
    if let city { row[Location.city] = city }
    if let state { row[Location.state] = state }
    if let postalCode { row[Location.postalCode] = postalCode }
    if let route { row[Location.route] = route }
    if let sequence { row[Location.sequence] = sequence }
    if let cycle { row[Location.cycle] = cycle }
  }
}
