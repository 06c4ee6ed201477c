import Engines
import Ledger
import Values

/// Transfers what a customer owes to the customer's next account, with its due dates.
extension FinalBalance {
  /// For each day on which some of it is due, a bill below zero here and one of the same amount there, both by the
  /// same customer.
  func transfer(
    _ owed: [SettledMoney.DatedDebt], of cid: CustomerID, to target: AccountNumber, in books: Books
  ) throws(RuleError) -> String {
    let number = account[Account.account]
    guard target != number else {
      throw .refuse(
        .conflict, field: "transfer-balance", found: "account \(target) itself",
        expected: "the customer's next account",
        remedy: "see \(run: "account list", options: ["cid": cid])")
    }
    _ = try books.account(target, field: "transfer-balance")
    guard try books.debtor(of: target, on: books.today) == cid else {
      throw .refuse(
        .conflict, field: "transfer-balance",
        found: "account \(target), not held by customer \(cid)",
        expected: "the customer's next account",
        remedy: "see \(run: "account list", options: ["cid": cid])")
    }
    guard !owed.isEmpty else { return "customer \(cid) owes nothing that could be transferred" }
    let names = TransferredBalance.numbers(of: number, on: on, count: owed.count)
    let given = names.map(TransferredBalance.givingNumber)
    try books.checkAreNew((given + names).map { BillNumber(trusted: $0) })
    let last = max(on.adding(days: -1), account[Account.openedOn])
    for (debt, (given, taken)) in zip(owed, zip(given, names)) {
      books.addTransfer(
        BillNumber(trusted: given), of: .zero - debt.amount, by: cid, to: number,
        dueOn: debt.dueOn, period: last)
      books.addTransfer(
        BillNumber(trusted: taken), of: debt.amount, by: cid, to: target, dueOn: debt.dueOn,
        period: nil)
    }
    let total = owed.reduce(Money.zero) { $0 + $1.amount }
    return "\(total) that customer \(cid) owes is transferred to account \(target) as "
      + Self.bills(owed, names)
  }

  /// `bill T500-2026-03-05, due 2026-04-04`
  private static func bills(_ owed: [SettledMoney.DatedDebt], _ names: [String]) -> String {
    let bills = zip(owed, names).map { debt, name in
      name + (names.count > 1 ? " of \(debt.amount)" : "") + ", due \(debt.dueOn)"
    }
    return (bills.count > 1 ? "bills " : "bill ") + bills.joined(separator: "; ")
  }
}

extension Books {
  fileprivate func checkAreNew(_ bills: [BillNumber]) throws(RuleError) {
    var fault: RuleError?
    for bill in bills {
      // What is not loaded yet is noted for all bills before the rule stops, and loaded at once.
      do throws(RuleError) {
        guard try find(Bill.self, bill) != nil else { continue }
        fault =
          fault
          ?? .refuse(
            .duplicate, field: "transfer-balance", found: "bill \(bill), which already exists",
            expected: "at most one transfer per day", remedy: "see `bill show \(word: bill)`")
      } catch {
        fault = fault ?? error
      }
    }
    if let fault { throw fault }
  }

  fileprivate func addTransfer(
    _ bill: BillNumber, of amount: Money, by cid: CustomerID, to account: AccountNumber,
    dueOn: CivilDate, period day: CivilDate?
  ) {
    var row = Row<Bill>()
    row[Bill.bill] = bill
    row[Bill.account] = account
    row[Bill.billedOn] = today
    row[Bill.dueOn] = dueOn
    row[Bill.total] = amount
    row[Bill.cid] = cid
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
