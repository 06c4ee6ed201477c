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
  private let difference: Difference
  private let byReference: Bool
  private let amount: Money

  init(_ row: Row<Payment>, _ difference: Difference = .day, byReference: Bool = false) {
    number = row[Payment.payment]
    day = row[Payment.postedOn]
    amount = row[Payment.amount]
    self.difference = difference
    self.byReference = byReference
  }

  /// What it means for a file in which many rows have one.
  var inFile: PossibleDuplicate {
    PossibleDuplicate(
      noun: "payment", common: "account, amount and method", record: "payment \(number) of \(day)",
      when: when, suspect: difference == .otherBill ? "the bill numbers" : "the dates",
      // What everybody pays may be due on such a day by chance.
      soleAmount: !byReference && [.swappedDay, .otherYear].contains(difference) ? amount : nil)
  }

  private var when: String {
    switch difference {
    case .day: PossibleDuplicate.nearby
    case .swappedDay: PossibleDuplicate.swapped
    case .otherYear: "of another year"
    case .otherBill: "of the same day for another bill"
    }
  }
}
