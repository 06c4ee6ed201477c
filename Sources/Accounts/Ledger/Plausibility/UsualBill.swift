import Engines
package import Values

/// The largest of an account's recent bills, with which its payments and the lines of its next bills are compared.
struct UsualBill {
  /// With fewer bills than this, the limit is higher: the first bill is often for only a few days.
  static let few = 3
  static let timesOfFew = 10

  let largest: Money
  private let isOfFew: Bool

  /// Nil if there is nothing to compare with: all bills are void or zero.
  init?(_ bills: [Row<Bill>]) {
    let totals = bills.filter { $0[Bill.voidedOn] == nil }.map { $0[Bill.total].units.magnitude }
    guard let most = totals.max(), most > 0 else { return nil }
    largest = Money(units: Int64(most))
    isOfFew = totals.count < Self.few
  }

  /// How many times the largest the next bill may be.
  func most(_ times: Int) -> Int { times * (isOfFew ? Self.timesOfFew : 1) }

  /// Whether an amount, above or below zero, is more than so many times the largest.
  func isExceeded(by amount: Money, times most: Int) -> Bool {
    amount.units.magnitude > largest.units.magnitude * UInt64(most)
  }

  /// What to check: 4523.00 may stand for 45.23.
  func check(_ amount: Money) -> String {
    let (cents, rest) = amount.units.quotientAndRemainder(dividingBy: Money.scale)
    let isLikely = rest == 0 && cents.magnitude <= 2 * largest.units.magnitude
    return "the decimal point" + (isLikely ? " (likely \(Money(units: cents)))" : "")
  }
}

extension Books {
  /// Refuses a line of many times the account's largest bill.
  /// - Parameter bill: the line's own bill, which is not compared.
  package func checkBillAmount(
    _ amount: Money, of account: AccountNumber, on bill: BillNumber
  ) throws(RuleError) {
    guard let usual = try usualBill(for: amount, of: account, besides: bill) else { return }
    let most = usual.most(mostTimesUsual)
    guard usual.isExceeded(by: amount, times: most) else { return }
    try refuse(
      "amount", "\(amount); the largest recent bill of account \(account) is \(usual.largest)",
      expected: "at most \(most) times that bill", check: usual.check(amount))
  }

  /// Refuses a payment of many times the account's largest bill, unless that much is owed.
  package func checkPaymentAmount(
    _ amount: Money, to account: AccountNumber
  ) throws(RuleError) {
    let most = mostTimesUsual
    guard let usual = try usualBill(for: amount, of: account),
      usual.isExceeded(by: amount, times: most)
    else { return }
    let owed = try open(of: account)
    guard amount > owed else { return }
    try refuse(
      "amount",
      "\(amount); the largest recent bill of account \(account) is \(usual.largest), and "
        + "\(owed) is owed", expected: "at most \(most) times that bill, or what is owed",
      check: usual.check(amount) + " and the account")
  }

  private var mostTimesUsual: Int { settings.integer(.amountsTimesUsual) }

  /// Nil if no check is needed. Bills are read only for large amounts, because a file may have many rows.
  private func usualBill(
    for amount: Money, of account: AccountNumber, besides bill: BillNumber? = nil
  ) throws(RuleError) -> UsualBill? {
    let least = Int64(settings.integer(.amountsUnusualFrom)) * Money.scale
    let size = max(amount, -amount)
    guard mostTimesUsual > 0, !acceptsUnusual, size.units >= least else { return nil }
    return UsualBill(try rows(Bill.latestOfAccount, account).filter { $0[Bill.bill] != bill })
  }

  /// The open amount of the account's bills, whoever owes it.
  private func open(of account: AccountNumber) throws(RuleError) -> Money {
    let units = try number(
      sql: "SELECT CAST(coalesce(SUM(open), 0) AS BIGINT) FROM bill_share "
        + "WHERE account = ? AND open > 0", [account.datum])
    return Money(units: units ?? 0)
  }
}
