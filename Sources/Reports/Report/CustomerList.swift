package import Accounts

extension Report {
  /// Customers, by customer ID.
  package static func customers(city: String? = nil, kind: CustomerKind? = nil) -> Report {
    var conditions: [Condition] = []
    if let city { conditions.append(Condition("lower(city) = lower(?)", [city.datum])) }
    if let kind { conditions.append(Condition("kind = ?", [kind.datum])) }
    return Report(
      "customer list",
      columns: Column.listed(Customer.self), from: "customer", where: conditions, orderBy: ["cid"])
  }
}
