package import Accounts

extension Report {
  /// Accounts with those who answer for them on a day.
  package static func accounts(
    cid: String? = nil, location: String? = nil, status: AccountStatus? = nil,
    asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    var conditions: [Condition] = []
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
        Column("account", "a.account"), Column("cid", "ac.cid", title: "CID"),
        Column("name", "cu.name"), Column("role", "ac.role"),
        Column("location", "a.location"), Column("address", "l.address"),
        Column("unit", "l.unit"), Column("route", "l.route"), Column("cycle", "l.cycle"),
        Column("status", "CASE WHEN \(open) THEN 'open' ELSE 'closed' END"),
        Column("opened-on", "a.opened_on", title: "Opened", .date),
        Column("closed-on", "a.closed_on", title: "Closed", .date),
      ],
      from: """
        (SELECT \(dialect.dateMark) AS day) d CROSS JOIN account a \
        JOIN location l ON l.location = a.location \
        LEFT JOIN account_customer ac ON ac.account = a.account AND ac.from_on <= d.day \
        AND (ac.to_on IS NULL OR ac.to_on > d.day) \
        LEFT JOIN customer cu ON cu.cid = ac.cid
        """, sourceArguments: [day.datum], where: conditions,
      orderBy: ["a.account", "ac.account_customer"])
  }
}

/// Whether an account is open on a day.
package enum AccountStatus: String, Choice {
  package static let valueName = "status"
  case open, closed
}
