extension Report {
  /// What the city sells, by code.
  package static func serviceTypes() -> Report {
    Report(
      "service-type list",
      columns: [
        Column("code", "code"), Column("name", "name"), Column("metered", "metered", .boolean),
        Column("unit", "unit"),
      ], from: "service_type", orderBy: ["code"])
  }
}
