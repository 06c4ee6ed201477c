import Engines
import Ledger
import Values

/// What a customer who moves out still owes, and where it goes. None of it reaches the newcomer.
struct FinalBalance {
  /// Where it goes.
  struct Wishes {
    /// Mailing address for the last bill.
    let forward: Line?
    /// The customer's next account.
    let transferTo: AccountNumber?
    /// It stays on the account, as a landlord's agreement may say.
    let isKept: Bool
  }

  let account: Row<Account>
  let on: CivilDate
  let wishes: Wishes

  /// Answers what there is to say.
  func settle(_ leaving: [Row<AccountCustomer>], in books: Books) throws(RuleError) -> [String] {
    let cids = Set(leaving.map { $0[AccountCustomer.cid] }).sorted()
    var notices: [String] = []
    if let address = wishes.forward {
      for cid in cids { notices.append(try forward(cid, to: address, in: books)) }
    }
    if let target = wishes.transferTo {
      guard let cid = cids.first, cids.count == 1 else {
        throw .refuse(
          .conflict, field: "transfer-balance", found: "\(cids.count) customers who move out",
          expected: "one", remedy: "choose one with --leaving, and move the others separately")
      }
      return notices + [try transfer(cid, to: target, in: books)]
    }
    for cid in cids {
      let owed = try books.balance(of: cid, on: account[Account.account])
      guard owed != .zero else { continue }
      notices.append(
        owed < .zero
          ? "customer \(cid) has a credit of \(Money.zero - owed), which stays with that customer"
          : "customer \(cid) still owes \(owed), which stays with that customer" + hint)
    }
    return notices
  }

  private var hint: String {
    wishes.isKept || wishes.forward != nil
      ? ""
      : "; --forward-address sets where the last bill goes, --transfer-balance moves the balance to "
        + "the customer's next account"
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

  /// A bill below zero here and one of the same amount there, both by the same customer.
  private func transfer(
    _ cid: CustomerID, to target: AccountNumber, in books: Books
  ) throws(RuleError) -> String {
    let number = account[Account.account]
    guard target != number else {
      throw .refuse(
        .conflict, field: "transfer-balance", found: "account \(target) itself",
        expected: "the customer's next account", remedy: "open it with `account open`")
    }
    _ = try books.account(target, field: "transfer-balance")
    guard try books.debtor(of: target, on: books.today) == cid else {
      throw .refuse(
        .conflict, field: "transfer-balance",
        found: "account \(target), not held by customer \(cid)",
        expected: "the customer's next account", remedy: "see `account list --cid \(cid)`")
    }
    let owed = try books.balance(of: cid, on: number)
    guard owed > .zero else { return "customer \(cid) owes nothing that could be transferred" }
    let name = "T\(number)-\(on)"
    let last = max(on.adding(days: -1), account[Account.openedOn])
    try books.addTransfer(
      BillNumber(trusted: name + "-OUT"), of: .zero - owed, to: number, period: last)
    try books.addTransfer(BillNumber(trusted: name), of: owed, to: target, period: nil)
    return "\(owed) that customer \(cid) owes is transferred to account \(target) as bill \(name)"
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

  fileprivate func addTransfer(
    _ bill: BillNumber, of amount: Money, to account: AccountNumber, period day: CivilDate?
  ) throws(RuleError) {
    guard try find(Bill.self, bill) == nil else {
      throw .refuse(
        .duplicate, field: "transfer-balance", found: "bill \(bill), which already exists",
        expected: "at most one transfer per day", remedy: "see `bill show \(bill)`")
    }
    var row = Row<Bill>()
    row[Bill.bill] = bill
    row[Bill.account] = account
    row[Bill.billedOn] = today
    row[Bill.dueOn] = today.adding(days: settings.integer(.billDueDays))
    row[Bill.total] = amount
    insert(row)
    var line = Row<BillLine>()
    line[BillLine.bill] = bill
    line[BillLine.number] = 1
    line[BillLine.fromOn] = day
    line[BillLine.toOn] = day
    line[BillLine.amount] = amount
    insert(line)
  }
}
