import Engines
import Ledger
import Values

/// A payment on record that may be the current one.
struct DuplicatePayment {
  /// How the two differ.
  enum Difference {
    case day, swappedDay, otherYear, otherBill
  }

  let number: Int64
  let day: CivilDate
  let difference: Difference
  private let amount: Money

  init(_ row: Row<Payment>, _ difference: Difference = .day) {
    number = row[Payment.payment]
    day = row[Payment.postedOn]
    amount = row[Payment.amount]
    self.difference = difference
  }

  /// What it tells of a file where many rows have one.
  var inFile: PossibleDuplicate {
    let (record, common) = ("payment \(number) of \(day)", "account, amount and method")
    return switch difference {
    case .day: PossibleDuplicate(noun: "payment", common: common, record: record)
    case .swappedDay:
      // What everybody pays may be due on such a day by chance.
      PossibleDuplicate(
        noun: "payment", common: common, record: record,
        when: "of the date with day and month in the other order", soleAmount: amount)
    case .otherYear:
      PossibleDuplicate(
        noun: "payment", common: common, record: record, when: "of another year",
        soleAmount: amount)
    case .otherBill:
      PossibleDuplicate(
        noun: "payment", common: common, record: record, when: "of the same day for another bill",
        suspect: "the bill numbers")
    }
  }
}

/// A payment of a file whose date may have been read wrongly, without a reference that would tell whether it
/// is one on record.
struct MisreadPayment {
  let row: Row<Payment>
  let hasMethod: Bool

  func found(in books: Books) throws(RuleError) -> DuplicatePayment? {
    guard row.ownReference == nil else { return nil }
    for day in days(in: books) {
      let known = try books.known(at: "payment \(row[Payment.account]) \(day), misread") {
        () throws(RuleError) in
        let rows = try books.rows(
          Payment.ofDay, row[Payment.account], day, try books.baseline(of: Payment.self))
        return KnownRows(
          rows.filter { $0[Payment.reversedOn] == nil }.map {
            (key: "\($0[Payment.payment])", words: $0.knownWithoutReference)
          }, among: rows.count)
      }
      guard let key = known.first(row.wordsWithoutReference(hasMethod: hasMethod)) else { continue }
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

extension Row<Payment> {
  /// What finds a payment of the day that names a bill, for one that names another.
  var knownForOtherBill: [String] {
    guard self[Payment.bill] != nil else { return [] }
    let reference = ownReference == nil ? "" : "with reference"
    return knownMethods.map { "\(self[Payment.amount]) other bill \($0) \(reference)" }
  }

  func wordsForOtherBill(hasMethod: Bool) -> [String] {
    guard self[Payment.bill] != nil else { return [] }
    let references = ownReference == nil ? ["", "with reference"] : [""]
    return references.flatMap { reference in
      methods(isGiven: hasMethod).map { "\(self[Payment.amount]) other bill \($0) \(reference)" }
    }
  }
}
