import Engines
import Values

/// Responsibilities in the order of their first days, and up to each the one that lasts longest: who
/// is there on a day is found without a look at all others.
struct LastingRows {
  private let firsts: [CivilDate]
  private let longest: [Row<AccountCustomer>]

  init(_ rows: [Row<AccountCustomer>]) {
    let rows = rows.sorted { $0[AccountCustomer.fromOn] < $1[AccountCustomer.fromOn] }
    firsts = rows.map { $0[AccountCustomer.fromOn] }
    var longest: [Row<AccountCustomer>] = []
    longest.reserveCapacity(rows.count)
    for row in rows {
      if let last = longest.last, last.owes(before: row) {
        longest.append(last)
      } else {
        longest.append(row)
      }
    }
    self.longest = longest
  }

  var first: CivilDate? { firsts.first }

  /// Of those that are in force on a day the one that stays, then stays longest, then came first.
  func row(on day: CivilDate) -> Row<AccountCustomer>? {
    let begun = firsts.endOfFirst { $0 <= day }
    guard begun > 0, longest[begun - 1].days.contains(day) else { return nil }
    return longest[begun - 1]
  }
}

extension Row<AccountCustomer> {
  /// Whether it, and not the other, is of the customer who owes what is billed while both are in force.
  func owes(before other: Row<AccountCustomer>) -> Bool {
    let (end, otherEnd) = (self[AccountCustomer.toOn], other[AccountCustomer.toOn])
    if end != otherEnd {
      guard let end else { return true }
      return otherEnd.map { $0 < end } ?? false
    }
    return (self[AccountCustomer.fromOn], self[AccountCustomer.id])
      < (other[AccountCustomer.fromOn], other[AccountCustomer.id])
  }
}
