import Engines
import Ledger
import Values

/// What those who leave owe of bills, and what of it these payments can have paid.
struct LeftDebts {
  private let owed: [SettledMoney.Debt: Money]
  private var left: [SettledMoney.Debt: Money]

  /// - Parameters:
  ///   - willBe: settled with the customers as they are now, and `was` as they were before.
  init(of willBe: SettledMoney, _ was: SettledMoney, for payments: [Row<Payment>]) {
    owed = willBe.debts()
    left = owed
    for (debt, paid) in was.paid(besides: Set(payments.map { $0[Payment.payment] })) {
      left[debt] = left[debt].map { max($0 - paid, .zero) }
    }
  }

  /// How much of a payment counts for which customer. The bill that a payment names is paid by it in any case:
  /// what it paid of that bill counts only where it paid nothing else.
  mutating func amounts(
    of payment: Row<Payment>, _ parts: [SettledMoney.Part], _ leaving: Set<CustomerID>,
    _ next: CustomerID?
  ) -> [CustomerID: Money] {
    let named = payment[Payment.bill]
    func isOfNamed(_ part: SettledMoney.Part) -> Bool { part.bill != nil && part.bill == named }
    let countsNamed = parts.allSatisfy(isOfNamed)
    let isReversed = payment[Payment.reversedOn] != nil
    var amounts: [CustomerID: Money] = [:]
    for part in parts {
      let own = leaving.contains(part.cid) ? pay(part, isReversed: isReversed) : part.amount
      guard countsNamed || !isOfNamed(part) else { continue }
      amounts[part.cid, default: .zero] += own
      if let next { amounts[next, default: .zero] += part.amount - own }
    }
    return amounts.filter { $0.value > .zero }
  }

  /// The part of it that stays paid. What was reversed leaves the bill to other payments.
  private mutating func pay(_ part: SettledMoney.Part, isReversed: Bool) -> Money {
    guard let bill = part.bill else { return part.amount }
    let debt = SettledMoney.Debt(cid: part.cid, bill: bill)
    guard !isReversed else { return min(part.amount, owed[debt] ?? .zero) }
    let own = min(part.amount, left[debt] ?? .zero)
    left[debt] = left[debt].map { $0 - own }
    return own
  }
}
