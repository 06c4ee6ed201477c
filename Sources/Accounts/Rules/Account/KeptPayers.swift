import Engines
import Ledger
import Values

/// Payments that came in before it was entered that another customer holds the account. Money that paid what
/// somebody owes, or is somebody's credit, stays that customer's: the payment is given its customer. What
/// paid a bill that is the other's now counts for the other.
struct KeptPayers {
  private let account: AccountNumber
  private let payments: [Row<Payment>]
  private let before: AccountHolders

  /// Must be made before the responsible customers change.
  /// - Parameter day: the first day for which they change.
  init(of account: AccountNumber, since day: CivilDate, in books: Books) throws(RuleError) {
    let found = try books.rows(Payment.ofHolders, account, day)
    let people = found.isEmpty ? [] : try books.rows(AccountCustomer.ofAccount, account)
    self.account = account
    payments = found
    before = AccountHolders(people)
  }

  /// Must be called when they have changed; answers what there is to say.
  func keep(in books: Books) throws(RuleError) -> [String] {
    guard !payments.isEmpty else { return [] }
    let money = try AccountMoney(of: account, in: books)
    let after = AccountHolders(try books.rows(AccountCustomer.ofAccount, account))
    let (was, willBe) = (money.settled(by: before), money.settled(by: after))
    var (kept, passed) = (PaymentsOfCustomers(), PaymentsOfCustomers())
    for payment in payments {
      let day = payment[Payment.postedOn]
      let lost = was.parts(of: payment).filter {
        before.holds($0.cid, on: day) && !after.holds($0.cid, on: day)
      }
      guard !lost.isEmpty else { continue }
      let own = lost.filter { part in part.bill.map { willBe.isDebtor(part.cid, of: $0) } ?? true }
      guard let payer = Self.customer(of: own) else {
        if let next = after.debtor(on: day) { passed.add(payment, of: next) }
        continue
      }
      var row = payment
      row[Payment.cid] = payer
      books.update(payment, to: row)
      kept.add(payment, of: payer)
    }
    return notices(kept, passed)
  }

  /// The one whom most of it counts for.
  private static func customer(of parts: [SettledMoney.Part]) -> CustomerID? {
    var amounts: [CustomerID: Money] = [:]
    for part in parts { amounts[part.cid, default: .zero] += part.amount }
    return amounts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func notices(_ kept: PaymentsOfCustomers, _ passed: PaymentsOfCustomers) -> [String] {
    kept.phrases { cid, count in
      "still \(count) for customer \(cid); what another customer paid, reverse and post again with "
        + "`payment post \(word: account) --on DATE --amount AMOUNT --cid CID`"
    }
      + passed.phrases { cid, count in
        "\(count) for customer \(cid) from now on, who owes what was paid"
      }
  }
}

/// Payments by the customer whom they count for.
private struct PaymentsOfCustomers {
  private var rows: [CustomerID: [Row<Payment>]] = [:]

  mutating func add(_ payment: Row<Payment>, of cid: CustomerID) {
    rows[cid, default: []].append(payment)
  }

  /// - Parameter rest: what is said of a customer's payments, which `count`, or of the one that `counts`.
  func phrases(_ rest: (_ cid: CustomerID, _ count: String) -> String) -> [String] {
    rows.sorted { $0.key < $1.key }.map { cid, payments in
      let numbers = payments.map { "\($0[Payment.payment])" }.joined(separator: ", ")
      let total = payments.reduce(Money.zero) { $0 + $1[Payment.amount] }
      let isOne = payments.count == 1
      return (isOne ? "payment \(numbers) of \(total) " : "payments \(numbers) of \(total) in all ")
        + rest(cid, isOne ? "counts" : "count")
    }
  }
}
