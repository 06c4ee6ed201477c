package import Accounts

extension Report {
  /// Accounts with their responsible customers on a day.
  /// - Parameters:
  ///   - hasFormer: includes accounts for which the customer is no longer responsible, with the day
  ///     on which that ended.
  ///   - isEarlierDay: whether the day is past; accounts that were opened later are left out.
  package static func accounts(
    cid: String? = nil, hasFormer: Bool = false, location: String? = nil, address: String? = nil,
    status: AccountStatus? = nil,
    asOf day: CivilDate, isEarlierDay: Bool, dialect: any Dialect
  ) -> Report {
    var conditions = Self.address(address, of: "l")
    if let cid { conditions.append(Condition("ac.cid = ?", [cid.datum])) }
    if let location { conditions.append(Condition("a.location = ?", [location.datum])) }
    if isEarlierDay { conditions.append(Condition("a.opened_on <= d.day")) }
    let statusSQL = AccountStatus.sql(asOf: "d.day", of: "a")
    if let status { conditions.append(Condition("\(statusSQL) = ?", [status.datum])) }
    let holds = DayInterval.sql(contains: "d.day", of: "ac")
    var order = ["a.account", "ac.account_customer"]
    // Of one customer or place, those that are open come first.
    if cid != nil || location != nil {
      order.insert("CASE WHEN \(statusSQL) = \(AccountStatus.open.sql) THEN 0 ELSE 1 END", at: 0)
    }
    if hasFormer { order.insert("CASE WHEN ac.to_on <= d.day THEN 1 ELSE 0 END", at: 0) }
    return Report(
      "account list", columns: accountColumns(statusSQL) + (hasFormer ? [until] : []),
      from: """
        account a CROSS JOIN (SELECT \(dialect.dateMark) AS day) d \
        JOIN location l ON l.location = a.location \
        LEFT JOIN account_customer ac ON ac.account = a.account \
        AND \(hasFormer ? "(\(holds) OR \(ended))" : holds) \
        LEFT JOIN customer cu ON cu.cid = ac.cid
        """, sourceArguments: [day.datum], where: conditions,
      orderBy: order)
  }

  private static func accountColumns(_ status: String) -> [Column] {
    [
      Column("account", of: Account.account, "a"),
      Column("cid", of: AccountCustomer.cid, "ac", title: "CID"),
      Column("name", of: Customer.name, "cu"), Column("role", of: AccountCustomer.role, "ac"),
      Column("location", of: Account.location, "a"), Column("address", of: Location.address, "l"),
      Column("unit", of: Location.unit, "l"), Column("route", of: Location.route, "l"),
      Column("cycle", of: Location.cycle, "l"),
      Column("status", status),
      Column("opened-on", of: Account.openedOn, "a", title: "Opened"),
      Column("closed-on", of: Account.closedOn, "a", title: "Closed"),
    ]
  }

  /// The day from which the customer is no longer responsible for the account, if it has come.
  private static var until: Column {
    Column("until", "CASE WHEN ac.to_on <= d.day THEN ac.to_on END", .date).occasional()
  }

  /// SQL: the responsibility has ended, and was the customer's last one for the account.
  private static let ended = """
    ac.from_on < ac.to_on AND ac.to_on <= d.day AND NOT EXISTS (SELECT 1 FROM account_customer n \
    WHERE n.account = ac.account AND n.cid = ac.cid AND n.from_on <= d.day \
    AND (n.to_on IS NULL OR n.to_on > n.from_on AND (n.to_on > ac.to_on \
    OR n.to_on = ac.to_on AND n.account_customer > ac.account_customer)))
    """
}

/// Whether an account is open on a day; one that opens later is pending.
package enum AccountStatus: String, Choice {
  package static let valueName = "status"
  case open, closed, pending

  static func of(_ account: Row<Account>, on day: CivilDate) -> AccountStatus {
    if account[Account.openedOn] > day { return .pending }
    return account[Account.closedOn].map { $0 <= day } ?? false ? .closed : .open
  }

  /// The same in SQL.
  fileprivate static func sql(asOf day: String, of row: String) -> String {
    """
    CASE WHEN \(row).opened_on > \(day) THEN \(Self.pending.sql) \
    WHEN \(row).closed_on <= \(day) THEN \(Self.closed.sql) ELSE \(Self.open.sql) END
    """
  }
}
