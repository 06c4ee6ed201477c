import Engines
import Ledger
import Values

/// A payment of a file whose date may have been read wrongly, where no reference tells which one on record it
/// is: there is none, or a spreadsheet took its zeros as well.
struct MisreadPayment {
  let row: Row<Payment>
  let words: PaymentWords

  func found(in books: Books) throws(RuleError) -> DuplicatePayment? {
    for day in days(in: books) {
      let known = try books.known(at: "payment \(row[Payment.account]) \(day), misread") {
        () throws(RuleError) in
        let rows =
          try books.rows(
            Payment.ofDay, row[Payment.account], day, try books.baseline(of: Payment.self))
          + books.paymentsMoved(from: row[Payment.account], on: day...day)
        return KnownRows(
          rows.filter { $0[Payment.reversedOn] == nil }.map {
            let words = PaymentWords($0)
            return (
              key: "\($0[Payment.payment])", words: words.knownNearby + words.knownByReference
            )
          }, among: rows.count)
      }
      var key = try books.first(words.byOwnReference, among: known)
      let isNamed = key != nil
      if key == nil { key = try books.first(words.nearby, among: known) }
      guard let key else { continue }
      known.match(key)
      let difference: DuplicatePayment.Difference =
        day == row[Payment.postedOn].swapped ? .swappedDay : .otherYear
      return try books.payment(key: key).map {
        DuplicatePayment($0, difference, byReference: isNamed)
      }
    }
    return nil
  }

  /// The days that may be meant. Few rows are of long ago, so that each may be asked about.
  private func days(in books: Books) -> [CivilDate] {
    let day = row[Payment.postedOn]
    let back = books.settings.integer(.earliestDaysBack)
    let isLongAgo = back > 0 && day < books.today.adding(days: -back)
    // A reference is looked for in every year.
    let isAnyYear = isLongAgo && words.ownReference == nil
    return (isAnyYear ? day.otherwiseWritten : [day.swapped].compactMap(\.self))
      .filter { $0 <= books.today }
  }
}
