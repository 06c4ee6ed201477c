import Ledger

extension Report {
  /// Service locations, by route and sequence.
  package static func locations(
    route: String? = nil, cycle: String? = nil, address: String? = nil
  ) -> Report {
    var conditions = Self.address(address, of: "location")
    if let route { conditions.append(Condition("route = ?", [route.datum])) }
    if let cycle { conditions.append(Condition("cycle = ?", [cycle.datum])) }
    return Report(
      "location list",
      columns: Column.listed(Location.self), from: "location", where: conditions,
      orderBy: ["route", "sequence", "location"])
  }
}
