import Engines
import Ledger
import Values

/// A bill whose dates may have been read with day and month in the other order, and the bill on record that it
/// then is.
struct MisreadBill {
  let bill: Row<Bill>
  let first: Row<BillLine>

  /// Nil if there is none, or where another bill is meant.
  func possibleDuplicate(in books: Books) throws(RuleError) -> PossibleDuplicate? {
    guard !books.acceptsUnusual, let day = bill[Bill.billedOn].swapped, day <= books.today else {
      return nil
    }
    var moved = bill
    moved[Bill.billedOn] = day
    for other in try books.billsNear(moved, days: 0) where isDue(as: other) {
      let lines = try books.rows(BillLine.ofBill, other[Bill.bill])
      guard let line = lines.first(where: first.mirrors) else { continue }
      return PossibleDuplicate(
        noun: "bill", common: "account and amount",
        record: "line \(line[BillLine.number]) of \(other.phrase) of \(day)",
        when: PossibleDuplicate.swapped, soleAmount: first[BillLine.amount])
    }
    return nil
  }

  /// A file has both dates in one order; where it has no due dates, they follow from the others.
  private func isDue(as other: Row<Bill>) -> Bool {
    let (due, otherDue) = (bill[Bill.dueOn], other[Bill.dueOn])
    return due == otherDue || due.swapped == otherDue
      || due - bill[Bill.billedOn] == otherDue - other[Bill.billedOn]
        && first[BillLine.fromOn] != nil
  }
}

extension Row<BillLine> {
  /// Whether it is a line whose days have day and month in the other order.
  fileprivate func mirrors(_ other: Row<BillLine>) -> Bool {
    guard self[BillLine.amount] == other[BillLine.amount], mayBeOfService(of: other) else {
      return false
    }
    guard let from = self[BillLine.fromOn], let otherFrom = other[BillLine.fromOn] else {
      return true
    }
    return from == otherFrom || from.swapped == otherFrom
  }
}
