package import Engines
package import Values

/// An account. It stays with its location; its responsible customers change.
package enum Account: Entity {
  package static let account = Column<Account, AccountNumber>(
    0, "account", help: "account number", search: .init(.number, weight: 9), historyOf: .account)
  package static let location = Column<Account, LocationID>(
    1, "location", help: "service location ID", references: { Location.table })
  package static let openedOn = Column<Account, CivilDate>(2, "opened_on", label: "Opened")
  /// The first day on which it is closed.
  package static let closedOn = Column<Account, CivilDate?>(3, "closed_on", label: "Closed")

  package static let table = Table(
    "account", [account.info, location.info, openedOn.info, closedOn.info])

  /// The accounts of a location that were opened last.
  package static let newestAtLocation = Lookup<Account>(
    [.equal(location)], order: [.descending(openedOn)], limit: 4)
}

/// A customer responsible for an account, with a role, from a day until (not including) another.
package enum AccountCustomer: Entity {
  package static let id = Column<AccountCustomer, Int64>(0, "account_customer")
  package static let account = Column<AccountCustomer, AccountNumber>(
    1, "account", references: { Account.table }, historyOf: .account)
  package static let cid = Column<AccountCustomer, CustomerID>(
    2, "cid", label: "Customer ID", title: "CID", references: { Customer.table })
  package static let role = Column<AccountCustomer, ResponsibilityRole>(3, "role")
  package static let fromOn = Column<AccountCustomer, CivilDate>(4, "from_on", label: "From")
  package static let toOn = Column<AccountCustomer, CivilDate?>(5, "to_on", label: "To")

  package static let table = Table(
    "account_customer",
    [id.info, account.info, cid.info, role.info, fromOn.info, toOn.info])

  package static let ofAccount = Lookup<AccountCustomer>(
    [.equal(account)], order: [.ascending(fromOn)])
  package static let inForce = InForceLookup<AccountCustomer>(account, from: fromOn, until: toOn)
  /// Of one customer, those that began last before a day.
  package static let newestOf = [8, nil].map { limit in
    Lookup<AccountCustomer>(
      [.equal(account), .equal(cid), .before(fromOn)], order: [.descending(fromOn)], limit: limit)
  }
  /// Whether a customer is, was or will be responsible.
  package static let everOf = Lookup<AccountCustomer>([.equal(account), .equal(cid)], limit: 1)
  package static let beginning = Lookup<AccountCustomer>(
    [.equal(account), .equal(cid), .equal(fromOn)])
  package static let ofCustomer = Lookup<AccountCustomer>(
    [.equal(cid)], order: [.ascending(fromOn)])
}
