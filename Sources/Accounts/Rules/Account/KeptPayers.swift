import Engines
import Ledger
import Values

/// Payments on record for days on which, as is entered only now, another customer holds the account. Money
/// that paid what somebody owes, or is somebody's credit, stays that customer's; what paid a bill that is now
/// the other's counts for the other. A payment that did both counts for the customer who had more of it, and a
/// notice says so.
struct KeptPayers {
  private let account: AccountNumber
  private let payments: [Row<Payment>]
  private let before: AccountHolders

  /// Must be made before the responsible customers change.
  /// - Parameter day: the first day for which they change.
  init(of account: AccountNumber, since day: CivilDate, in books: Books) throws(RuleError) {
    self.account = account
    payments = try books.rows(Payment.ofHolders, account, day)
    let people = payments.isEmpty ? [] : try books.rows(AccountCustomer.ofAccount, account)
    before = AccountHolders(people)
  }

  /// Must be called when they have changed; answers what there is to say.
  func keep(in books: Books) throws(RuleError) -> [String] {
    guard !payments.isEmpty else { return [] }
    let money = try AccountMoney(of: account, in: books)
    let after = AccountHolders(try books.rows(AccountCustomer.ofAccount, account))
    let was = money.settled(by: before)
    var debts = LeftDebts(of: money.settled(by: after), was, for: payments)
    var (kept, passed) = (PaymentsOfCustomers(), PaymentsOfCustomers())
    var shared = SharedPayments(account: account)
    for payment in payments {
      let day = payment[Payment.postedOn]
      let parts = was.parts(of: payment)
        .filter { before.holds($0.cid, on: day) || after.holds($0.cid, on: day) }
      let leaving = Set(parts.map(\.cid)).filter { !after.holds($0, on: day) }
      guard !leaving.isEmpty else { continue }
      let next = after.debtor(on: day)
      let amounts = debts.amounts(of: payment, parts, leaving, next)
      guard let payer = Self.customer(of: amounts, leaving) else { continue }
      if leaving.contains(payer) {
        var row = payment
        row[Payment.cid] = payer
        books.update(payment, to: row)
      }
      if shared.add(payment, amounts, of: payer) { continue }
      if leaving.contains(payer) {
        kept.add(payment, of: payer)
      } else if payer == next {
        passed.add(payment, of: payer)
      }
    }
    return notices(kept, passed) + shared.notices
  }

  /// The one for whom most of it counts; where that is as much for two, the one who leaves.
  private static func customer(
    of amounts: [CustomerID: Money], _ leaving: Set<CustomerID>
  ) -> CustomerID? {
    amounts.max { first, second in
      (first.value, leaving.contains(first.key) ? 1 : 0, second.key)
        < (second.value, leaving.contains(second.key) ? 1 : 0, first.key)
    }?.key
  }

  private func notices(_ kept: PaymentsOfCustomers, _ passed: PaymentsOfCustomers) -> [String] {
    kept.phrases { cid, verb in
      "still \(verb) for customer \(cid); if another customer paid it, reverse it, "
        + "then post it again with "
        + String.run(
          "payment post", account, options: ["on": "DATE", "amount": "AMOUNT", "cid": "CID"])
    }
      + passed.phrases { cid, verb in
        "\(verb) for customer \(cid) from now on, who owes what was paid"
      }
  }
}
