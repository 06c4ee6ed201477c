import Engines
import Values

extension AccountSettlement {
  /// From the day on nobody owes the bill. What was paid of it is credit, which pays what is due; what a bill
  /// below zero had paid is open again.
  mutating func void(_ bill: BillNumber, on day: CivilDate) {
    let freed = Set((paying[bill] ?? []).compactMap { free($0, on: day) })
    for share in ofBill[bill] ?? [] {
      shares[share][BillShare.open] = .zero
      shares[share][BillShare.toOn] = day
    }
    takeBack(ofCreditBill[bill] ?? [], on: day)
    for credit in freed.sorted() { spend(credit, on: day, .credit) }
  }

  /// Makes an application credit, together with what else is credit of the same money; answers its place
  /// among the credits.
  private mutating func free(_ index: Int, on day: CivilDate) -> Int? {
    let row = applications[index]
    guard row.stands, let place = place(ofCreditLike: row) else { return nil }
    end(index, on: day)
    var credit = applications[credits[place]]
    var amount = row[PaymentApplication.amount]
    if isCredit(place) {
      amount += credit[PaymentApplication.amount]
      end(credits[place], on: day)
    }
    credit[PaymentApplication.amount] = amount
    credit[PaymentApplication.fromOn] = day
    credit[PaymentApplication.toOn] = nil
    credits[place] = add(credit)
    firstCredit = min(firstCredit, place)
    return place
  }

  /// Where the money that was applied stands among the credits, spent or not.
  private func place(ofCreditLike row: Row<PaymentApplication>) -> Int? {
    for place in credits.endOfFirst(where: { applications[$0].isOlder(than: row) })..<credits.count
    {
      let credit = applications[credits[place]]
      guard !row.isOlder(than: credit) else { return nil }
      // A bill below zero may be the credit of several customers, each of whom it pays for.
      let isOfPayment = credit[PaymentApplication.payment] != nil
      if isOfPayment || credit[PaymentApplication.cid] == row[PaymentApplication.cid] {
        return place
      }
    }
    return nil
  }
}
