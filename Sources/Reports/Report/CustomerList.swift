package import Accounts

extension Report {
  /// Customers, by customer ID.
  package static func customers(city: String? = nil, kind: CustomerKind? = nil) -> Report {
    var conditions: [Condition] = []
    if let city { conditions.append(Condition("lower(city) = lower(?)", [city.datum])) }
    if let kind { conditions.append(Condition("kind = ?", [kind.datum])) }
    return Report(
      "customer list",
      columns: [
        Column("cid", "cid", title: "CID"), Column("name", "name"), Column("kind", "kind"),
        Column("address", "address"), Column("address2", "address2", title: "Address 2"),
        Column("city", "city"), Column("state", "state"),
        Column("postal-code", "postal_code"), Column("phone", of: Customer.phone),
        Column("email", of: Customer.email, title: "E-mail"),
        Column("merged-into", "merged_into"),
      ], from: "customer", where: conditions, orderBy: ["cid"])
  }
}
