import Engines
import Ledger
import Values

/// What a customer who moves out still owes, and where it goes. None of it reaches the newcomer.
struct FinalBalance {
  /// What becomes of it.
  struct BalanceOptions {
    /// Mailing address for the last bill.
    let forward: Line?
    /// The customer's next account.
    let transferTo: AccountNumber?
    /// It stays on the account, as a landlord's agreement may say.
    let isKept: Bool
  }

  /// The account's money as of today, and with the payments that are on record for later days.
  private struct NowAndLater {
    let today: SettledMoney
    let afterPayments: SettledMoney
  }

  let account: Row<Account>
  let on: CivilDate
  let options: BalanceOptions

  /// Must be called when the responsible customers have changed, as that divides bills; answers what there
  /// is to say.
  func settle(
    _ leaving: [Row<AccountCustomer>], newcomer: CustomerID, in books: Books
  ) throws(RuleError) -> [String] {
    let cids = Set(leaving.map { $0[AccountCustomer.cid] }).sorted()
    var notices: [String] = []
    if let address = options.forward {
      for cid in cids { notices.append(try forward(cid, to: address, in: books)) }
    }
    let money = try settled(in: books)
    for cid in cids { notices += paidLater(money, of: cid) }
    if let target = options.transferTo {
      guard let cid = cids.first, cids.count == 1 else {
        throw .refuse(
          .conflict, field: "transfer-balance", found: "\(cids.count) customers who move out",
          expected: "one",
          remedy: "choose one with \(field: "leaving"), and move the others separately")
      }
      let owed = money?.afterPayments.debts(of: cid) ?? []
      notices.append(try transfer(owed, of: cid, to: target, in: books))
    } else {
      for cid in cids {
        let owed = money?.today.balance(of: cid) ?? .zero
        guard let balance = Self.phrase(owed, of: cid) else { continue }
        notices.append(
          "\(balance), which stays with that customer" + (owed > .zero ? hint : ""))
      }
    }
    if !cids.contains(newcomer), let owed = money?.today.balance(of: newcomer), owed > .zero {
      notices.append("customer \(newcomer) owes \(owed) of this account's bills so far")
    }
    return notices
  }

  /// What payments on record for later days will pay, as drafts at the bank, is not owed elsewhere, too.
  private func paidLater(_ money: NowAndLater?, of cid: CustomerID) -> [String] {
    guard let money else { return [] }
    let owed = money.today.balance(of: cid)
    let paid = owed - max(money.afterPayments.balance(of: cid), .zero)
    guard owed > .zero, paid > .zero else { return [] }
    return [
      "\(paid) of what customer \(cid) owes is paid by payments on record for later days, e.g. drafts at the bank"
    ]
  }

  /// Nil where there are no bills and payments.
  private func settled(in books: Books) throws(RuleError) -> NowAndLater? {
    let number = account[Account.account]
    let money = try AccountMoney(of: number, in: books)
    guard !money.isEmpty else { return nil }
    let holders = AccountHolders(try books.rows(AccountCustomer.ofAccount, number))
    return NowAndLater(
      today: money.settled(by: holders, upTo: books.today),
      afterPayments: money.settled(by: holders, upTo: books.today, laterPayments: true))
  }

  /// Nil if the customer owes nothing and has no credit.
  fileprivate static func phrase(_ owed: Money, of cid: CustomerID) -> String? {
    guard owed != .zero else { return nil }
    return owed < .zero
      ? "customer \(cid) has a credit of \(Money.zero - owed)"
      : "customer \(cid) still owes \(owed)"
  }

  private var hint: String {
    options.isKept || options.forward != nil
      ? ""
      : "; \(option: "forward-address") sets where the last bill goes, "
        + "\(option: "transfer-balance") moves the balance to the customer's next account"
  }

  private func forward(
    _ cid: CustomerID, to address: Line, in books: Books
  ) throws(RuleError) -> String {
    let before = try books.customer(cid)
    var after = before
    let parts = ForwardAddress(address)
    after[Customer.address] = parts.street
    after[Customer.address2] = nil
    after[Customer.city] = parts.city
    after[Customer.state] = parts.state
    after[Customer.postalCode] = parts.postalCode
    books.update(before, to: after)
    return "the last bill of customer \(cid) goes to \(address)"
  }
}

extension Books {
  /// What a customer owes of an account's bills so far, less the customer's credit there.
  func balance(
    of cid: CustomerID, on account: AccountNumber
  ) throws(RuleError) -> Money {
    let ledger = Ledger(asOf: today, of: account, .customer(cid), dialect: dialect).accounts
    let units = try number(sql: "SELECT balance FROM \(ledger.sql) b", ledger.arguments)
    return Money(units: units ?? 0)
  }

  /// What there is to say where an account closes.
  func openBalances(
    of cids: Set<CustomerID>, on account: AccountNumber
  ) throws(RuleError) -> [String] {
    var notices: [String] = []
    for cid in cids.sorted() {
      let owed = try balance(of: cid, on: account)
      if let balance = FinalBalance.phrase(owed, of: cid) { notices.append(balance) }
    }
    return notices
  }
}
