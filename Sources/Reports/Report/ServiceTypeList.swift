import Ledger

extension Report {
  /// The service types, by code.
  package static func serviceTypes() -> Report {
    Report(
      "service-type list",
      columns: [
        Column("code", of: ServiceType.code), Column("name", of: ServiceType.name),
        Column("metered", of: ServiceType.isMetered),
        Column("unit", of: ServiceType.unit),
      ], from: "service_type", orderBy: ["code"])
  }
}
