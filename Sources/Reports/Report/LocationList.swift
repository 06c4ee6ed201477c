extension Report {
  /// Service locations, by route and sequence.
  package static func locations(route: String? = nil, cycle: String? = nil) -> Report {
    var conditions: [Condition] = []
    if let route { conditions.append(Condition("route = ?", [route.datum])) }
    if let cycle { conditions.append(Condition("cycle = ?", [cycle.datum])) }
    return Report(
      "location list",
      columns: [
        Column("location", "location"), Column("address", "address"), Column("unit", "unit"),
        Column("city", "city"), Column("state", "state"), Column("postal-code", "postal_code"),
        Column("route", "route"), Column("sequence", "sequence", .integer),
        Column("cycle", "cycle"),
      ], from: "location", where: conditions,
      orderBy: ["route", "sequence", "location"])
  }
}
