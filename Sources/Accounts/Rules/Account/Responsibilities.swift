import Engines
package import Ledger
package import Values

/// Which customers are responsible for an account, and until when.
extension Books {
  /// Those in force on a day or later.
  func responsibilities(
    of account: Row<Account>, onOrAfter day: CivilDate
  ) throws(RuleError) -> [Row<AccountCustomer>] {
    try rows(AccountCustomer.inForce, account[Account.account], onOrAfter: day)
  }

  func responsibilities(of account: Row<Account>) throws(RuleError) -> [Row<AccountCustomer>] {
    try rows(AccountCustomer.ofAccount, account[Account.account])
  }

  /// The customer who owes what is billed for a day.
  package func debtor(
    of account: AccountNumber, on day: CivilDate
  ) throws(RuleError) -> CustomerID? {
    AccountHolders(try rows(AccountCustomer.ofAccount, account)).debtor(on: day)
  }

  func addResponsibility(
    _ cid: CustomerID, for account: Row<Account>, as role: ResponsibilityRole, _ days: DayInterval
  ) throws(RuleError) {
    var row = Row<AccountCustomer>()
    row[AccountCustomer.id] = try nextID(AccountCustomer.self)
    row[AccountCustomer.account] = account[Account.account]
    row[AccountCustomer.cid] = cid
    row[AccountCustomer.role] = role
    row[AccountCustomer.fromOn] = days.from
    row[AccountCustomer.toOn] = days.to
    insert(row)
  }

  func end(_ responsibility: Row<AccountCustomer>, on day: CivilDate?) {
    var row = responsibility
    row[AccountCustomer.toOn] = day
    update(responsibility, to: row)
  }
}

extension Row<AccountCustomer> {
  /// `customer 100001, tenant since 2026-01-01`.
  var phrase: String {
    "customer \(self[AccountCustomer.cid]), \(self[AccountCustomer.role]) \(days)"
  }
}

extension Row<Account> {
  /// `account 2000001`.
  var phrase: String { "account \(self[Account.account])" }

  var days: DayInterval { DayInterval(from: self[Account.openedOn], to: self[Account.closedOn]) }
}
