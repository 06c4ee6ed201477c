package import Accounts

/// What the report on bill delivery counts accounts by.
package enum DeliveryGroup: String, Choice {
  package static let valueName = "group"
  case method, route, cycle
}

extension Report {
  /// The number of open accounts by bill delivery as of a day.
  package static func deliveryCounts(
    by group: DeliveryGroup, asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    let key =
      switch group {
      case .method: Column("method", deliveryMethod)
      case .route: Column("route", of: Location.route, "l")
      case .cycle: Column("cycle", of: Location.cycle, "l")
      }
    let methods = group == .method ? [] : DeliveryMethod.allCases.map(count)
    return Report(
      "delivery",
      columns: [key, Column("accounts", "COUNT(*)", .integer)] + methods + [
        Column(
          "bounced", "CAST(SUM(CASE WHEN \(isBounced) THEN 1 ELSE 0 END) AS BIGINT)", .integer)
      ], from: deliverySource(dialect), sourceArguments: [day.datum],
      where: DeliveryFilter().conditions(), groupBy: [key.sql], orderBy: [key.sql])
  }

  private static func count(_ method: DeliveryMethod) -> Column {
    Column(
      method.rawValue,
      "CAST(SUM(CASE WHEN \(deliveryMethod) = '\(method.rawValue)' THEN 1 ELSE 0 END) AS BIGINT)",
      .integer)
  }
}
