import Engines
import Ledger
import Values

/// A payment of a file whose date may have been read wrongly, without a reference that would tell whether it
/// is one on record.
struct MisreadPayment {
  let row: Row<Payment>
  let words: PaymentWords

  func found(in books: Books) throws(RuleError) -> DuplicatePayment? {
    guard words.ownReference == nil else { return nil }
    for day in days(in: books) {
      let known = try books.known(at: "payment \(row[Payment.account]) \(day), misread") {
        () throws(RuleError) in
        let rows = try books.rows(
          Payment.ofDay, row[Payment.account], day, try books.baseline(of: Payment.self))
        return KnownRows(
          rows.filter { $0[Payment.reversedOn] == nil }.map {
            (key: "\($0[Payment.payment])", words: PaymentWords($0).knownNearby)
          }, among: rows.count)
      }
      guard let key = known.first(words.nearby) else { continue }
      known.match(key)
      let difference: DuplicatePayment.Difference =
        day == row[Payment.postedOn].swapped ? .swappedDay : .otherYear
      return try books.payment(key: key).map { DuplicatePayment($0, difference) }
    }
    return nil
  }

  /// The days that may be meant. Few rows are of long ago, so that each may be asked about.
  private func days(in books: Books) -> [CivilDate] {
    let day = row[Payment.postedOn]
    let back = books.settings.integer(.earliestDaysBack)
    let isLongAgo = back > 0 && day < books.today.adding(days: -back)
    return (isLongAgo ? day.otherwiseWritten : [day.swapped].compactMap(\.self))
      .filter { $0 <= books.today }
  }
}
