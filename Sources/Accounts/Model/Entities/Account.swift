/// An account. It stays with its location; its responsible customers change.
public enum Account: Entity {
  public static let account = Column<Account, AccountNumber>(0, "account")
  public static let location = Column<Account, LocationID>(1, "location")
  public static let openedOn = Column<Account, CivilDate>(2, "opened_on")
  /// The first day on which it is closed.
  public static let closedOn = Column<Account, CivilDate?>(3, "closed_on")

  public static let table = Table(
    "account", [account.info, location.info, openedOn.info, closedOn.info])

  static let atLocation = Lookup<Account>([.equal(location)])
}

/// A customer responsible for an account, with a role, from a day until (not including) another.
public enum AccountCustomer: Entity {
  public static let id = Column<AccountCustomer, Int64>(0, "account_customer")
  public static let account = Column<AccountCustomer, AccountNumber>(1, "account")
  public static let cid = Column<AccountCustomer, CustomerID>(2, "cid")
  public static let role = Column<AccountCustomer, ResponsibilityRole>(3, "role")
  public static let fromOn = Column<AccountCustomer, CivilDate>(4, "from_on")
  public static let toOn = Column<AccountCustomer, CivilDate?>(5, "to_on")

  public static let table = Table(
    "account_customer",
    [id.info, account.info, cid.info, role.info, fromOn.info, toOn.info])

  public static let ofAccount = Lookup<AccountCustomer>(
    [.equal(account)], order: [.ascending(fromOn)])
  static let ofCustomer = Lookup<AccountCustomer>([.equal(cid)], order: [.ascending(fromOn)])
}
