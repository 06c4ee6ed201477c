import Engines
import Values

/// Which credit pays which share.
extension AccountSettlement {
  /// Pays a share from credit, the oldest first.
  mutating func close(_ share: Int, on day: CivilDate) {
    while firstCredit < credits.count, !isCredit(firstCredit) { firstCredit += 1 }
    for credit in firstCredit..<credits.count {
      guard shares[share][BillShare.open] > .zero else { return }
      guard isCredit(credit) else { continue }
      let names = payment(of: credit)?[Payment.bill] == shares[share][BillShare.bill]
      guard names || pays(credit, share) else { continue }
      apply(credit, to: share, on: day, names ? .named : .credit)
    }
  }

  /// Pays what is due first from a credit.
  mutating func spend(_ credit: Int, on day: CivilDate, _ rule: ApplicationRule) {
    open.skipClosed(shares)
    for place in open.first..<open.byDue.count {
      guard isCredit(credit) else { return }
      let share = open.byDue[place]
      guard shares[share][BillShare.open] > .zero, pays(credit, share) else { continue }
      apply(credit, to: share, on: day, rule)
    }
  }

  func isCredit(_ place: Int) -> Bool {
    let row = applications[credits[place]]
    return row.stands && row[PaymentApplication.bill] == nil
  }

  private func payment(of credit: Int) -> Row<Payment>? {
    applications[credits[credit]][PaymentApplication.payment].flatMap { payments[$0] }
  }

  /// Whether the money belongs to those who owe the share.
  private func pays(_ credit: Int, _ share: Int) -> Bool {
    let debtor = shares[share][BillShare.cid]
    guard let payment = payment(of: credit) else {
      return applications[credits[credit]][PaymentApplication.cid] == debtor
    }
    if let payer = payment[Payment.cid] { return payer == debtor }
    guard let debtor else { return true }
    return holders.holds(debtor, on: payment[Payment.postedOn])
  }
}
