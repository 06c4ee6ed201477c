package import Accounts

extension Report {
  /// Accounts with those who answer for them on a day.
  package static func accounts(
    cid: String? = nil, location: String? = nil, address: String? = nil,
    status: AccountStatus? = nil,
    asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    var conditions = Self.address(address, of: "l")
    if let cid { conditions.append(Condition("ac.cid = ?", [cid.datum])) }
    if let location { conditions.append(Condition("a.location = ?", [location.datum])) }
    let open = "a.opened_on <= d.day AND (a.closed_on IS NULL OR a.closed_on > d.day)"
    switch status {
    case .open: conditions.append(Condition(open))
    case .closed: conditions.append(Condition("NOT (\(open))"))
    case nil: break
    }
    return Report(
      "account list",
      columns: [
        Column("account", of: Account.account, "a"),
        Column("cid", of: AccountCustomer.cid, "ac", title: "CID"),
        Column("name", of: Customer.name, "cu"), Column("role", of: AccountCustomer.role, "ac"),
        Column("location", of: Account.location, "a"), Column("address", of: Location.address, "l"),
        Column("unit", of: Location.unit, "l"), Column("route", of: Location.route, "l"),
        Column("cycle", of: Location.cycle, "l"),
        Column("status", "CASE WHEN \(open) THEN 'open' ELSE 'closed' END"),
        Column("opened-on", of: Account.openedOn, "a", title: "Opened"),
        Column("closed-on", of: Account.closedOn, "a", title: "Closed"),
      ],
      from: """
        account a CROSS JOIN (SELECT \(dialect.dateMark) AS day) d \
        JOIN location l ON l.location = a.location \
        LEFT JOIN account_customer ac ON ac.account = a.account AND ac.from_on <= d.day \
        AND (ac.to_on IS NULL OR ac.to_on > d.day) \
        LEFT JOIN customer cu ON cu.cid = ac.cid
        """, sourceArguments: [day.datum], where: conditions,
      // Of one customer or place, those that are open come first.
      orderBy: (cid == nil && location == nil ? [] : ["CASE WHEN \(open) THEN 0 ELSE 1 END"])
        + ["a.account", "ac.account_customer"])
  }
}

/// Whether an account is open on a day.
package enum AccountStatus: String, Choice {
  package static let valueName = "status"
  case open, closed
}
