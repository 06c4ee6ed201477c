package import Engines
package import Values

/// An account's bills and payments as the operation sees them, its own changes included. They can be settled
/// before anything is written.
package struct AccountMoney {
  private let account: AccountNumber
  private let bills: [Row<Bill>]
  private let lines: [BillNumber: [Row<BillLine>]]
  private let payments: [Row<Payment>]

  package var isEmpty: Bool { bills.isEmpty && payments.isEmpty }

  package init(of account: AccountNumber, in books: Books) throws(RuleError) {
    self.account = account
    bills = try books.rows(Bill.ofAccount, account)
    payments = try books.rows(Payment.ofAccount, account)
    var lines: [BillNumber: [Row<BillLine>]] = [:]
    var missed: RuleError?
    // What is not loaded yet is noted for all bills before the rule stops, and loaded at once.
    for bill in bills {
      let number = bill[Bill.bill]
      do throws(RuleError) {
        lines[number] = try books.rows(BillLine.ofBill, number)
      } catch {
        missed = missed ?? error
      }
    }
    if let missed { throw missed }
    self.lines = lines
  }

  /// - Parameters:
  ///   - holders: those who hold the account.
  ///   - last: the last day that counts.
  ///   - laterPayments: whether payments of later days count, too, as drafts that are at the bank; but not
  ///     those of a bill of a later day.
  package func settled(
    by holders: AccountHolders, upTo last: CivilDate = .endOfTime, laterPayments: Bool = false
  ) -> SettledMoney {
    var settlement = AccountSettlement(account, holders)
    let later = Set(bills.filter { $0[Bill.billedOn] > last }.map { $0[Bill.bill] })
    let counted = payments.filter { payment in
      payment[Payment.postedOn] <= last || payment[Payment.bill].map { !later.contains($0) } ?? true
    }
    settlement.settle(
      AccountSettling.events(holders, bills, lines, counted).filter {
        $0.day <= last || laterPayments && $0.isOfPayment
      })
    return SettledMoney(settlement)
  }
}

/// Who owes what of an account's bills, and whom its payments count for.
package struct SettledMoney {
  /// The part of a payment that counts for a customer: it pays a bill, or is credit.
  package struct Part {
    package let cid: CustomerID
    package let bill: BillNumber?
    package let amount: Money
  }

  /// What a customer owes of a bill.
  package struct Debt: Hashable {
    package let cid: CustomerID
    package let bill: BillNumber

    package init(cid: CustomerID, bill: BillNumber) {
      self.cid = cid
      self.bill = bill
    }
  }

  private let settlement: AccountSettlement

  fileprivate init(_ settlement: AccountSettlement) { self.settlement = settlement }

  /// What a customer owes, less the customer's credit.
  package func balance(of cid: CustomerID) -> Money {
    var balance = Money.zero
    for share in settlement.shares where share[BillShare.cid] == cid {
      balance = balance + share[BillShare.open]
    }
    for row in settlement.applications
    where row.stands && row[PaymentApplication.bill] == nil && row[PaymentApplication.cid] == cid {
      balance = balance - row[PaymentApplication.amount]
    }
    return balance
  }

  /// The part of a balance that is due on a day.
  package struct DatedDebt {
    package let dueOn: CivilDate
    package let amount: Money
  }

  /// What a customer owes by the days on which it is due, the earliest first. The customer's credit pays what is
  /// due first, so that it adds up to the balance.
  package func debts(of cid: CustomerID) -> [DatedDebt] {
    var open: [CivilDate: Money] = [:]
    for share in settlement.shares
    where share[BillShare.cid] == cid && share[BillShare.open] > .zero {
      open[share[BillShare.dueOn], default: .zero] += share[BillShare.open]
    }
    var credit = open.values.reduce(Money.zero, +) - balance(of: cid)
    var debts: [DatedDebt] = []
    for (day, amount) in open.sorted(by: { $0.key < $1.key }) {
      let paid = min(amount, credit)
      credit = credit - paid
      if paid < amount { debts.append(DatedDebt(dueOn: day, amount: amount - paid)) }
    }
    return debts
  }

  /// What customers owed of the bills, paid or not.
  package func debts() -> [Debt: Money] {
    var debts: [Debt: Money] = [:]
    for share in settlement.shares where share[BillShare.amount] > .zero {
      guard let cid = share[BillShare.cid] else { continue }
      debts[Debt(cid: cid, bill: share[BillShare.bill]), default: .zero] += share[BillShare.amount]
    }
    return debts
  }

  /// What was paid of the bills with other money than these payments.
  package func paid(besides payments: Set<Int64>) -> [Debt: Money] {
    var paid: [Debt: Money] = [:]
    for row in settlement.applications where row.stands {
      guard let cid = row[PaymentApplication.cid], let bill = row[PaymentApplication.bill]
      else { continue }
      if let payment = row[PaymentApplication.payment], payments.contains(payment) { continue }
      paid[Debt(cid: cid, bill: bill), default: .zero] += row[PaymentApplication.amount]
    }
    return paid
  }

  /// What a payment pays, or what a reversed one paid until its reversal.
  package func parts(of payment: Row<Payment>) -> [Part] {
    let end = payment[Payment.reversedOn]
    return (settlement.ofPayment[payment[Payment.payment]] ?? []).compactMap { index in
      let row = settlement.applications[index]
      guard row[PaymentApplication.amount] > .zero, row[PaymentApplication.toOn] == end,
        let cid = row[PaymentApplication.cid]
      else { return nil }
      return Part(
        cid: cid, bill: row[PaymentApplication.bill], amount: row[PaymentApplication.amount])
    }
  }
}
