import Engines
import Values

/// The shares of an account that may be open, by due date.
struct OpenShares {
  private(set) var byDue: [Int]
  /// The first place that may be open.
  private(set) var first = 0

  init(_ shares: [Row<BillShare>]) {
    byDue = shares.indices.sorted { shares[$0].isDue(before: shares[$1]) }
  }

  mutating func add(_ index: Int, _ shares: [Row<BillShare>]) {
    let place = place(of: index, shares)
    byDue.insert(index, at: place)
    first = min(first, place)
  }

  mutating func reopen(_ index: Int, _ shares: [Row<BillShare>]) {
    first = min(first, place(of: index, shares))
  }

  mutating func skipClosed(_ shares: [Row<BillShare>]) {
    while first < byDue.count, shares[byDue[first]][BillShare.open] == .zero { first += 1 }
  }

  /// The first place that is not due before the share.
  private func place(of index: Int, _ shares: [Row<BillShare>]) -> Int {
    // Bills mostly come in the order of their due dates.
    if let last = byDue.last, shares[last].isDue(before: shares[index]) { return byDue.count }
    return byDue.endOfFirst { shares[$0].isDue(before: shares[index]) }
  }
}

extension Row<BillShare> {
  func isDue(before other: Row<BillShare>) -> Bool {
    (self[BillShare.dueOn], self[BillShare.bill].text, self[BillShare.number])
      < (other[BillShare.dueOn], other[BillShare.bill].text, other[BillShare.number])
  }
}
