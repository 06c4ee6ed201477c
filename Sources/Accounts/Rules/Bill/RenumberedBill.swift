import Engines
import Ledger
import Values

/// A bill of a file, next to those of its account from before the file: it may be one of them under another
/// number, and everybody would be billed twice.
struct RenumberedBill {
  let bill: Row<Bill>
  let first: Row<BillLine>

  /// Throws if a bill on record is more likely the same one as that of a file; a single command is
  /// answered with a note.
  func check(in books: Books) throws(RuleError) -> [String] {
    let account = bill[Bill.account]
    // What this file adds is another bill.
    try books.billsAdded(to: account).add(words: bill[Bill.bill].text)
    guard !books.acceptsUnusual else { return [] }
    for other in try books.billsNear(bill, days: RepeatPolicy.days) {
      guard try isLike(other, in: books), try !books.isOfSameFile(Bill.self, other[Bill.bill].text)
      else { continue }
      let found =
        "\(other.phrase) of account \(account), of \(other[Bill.billedOn]), charges for the same"
      guard books.repeats.isOfFile else { return [found] }
      try books.checkIsNoCorrection(
        field: "bill",
        found: "\(bill[Bill.bill]); \(found)",
        correction: "void it first with "
          + "\(run: "bill void", other[Bill.bill], options: ["reason": "renumbered"])")
    }
    return []
  }

  private func isLike(_ other: Row<Bill>, in books: Books) throws(RuleError) -> Bool {
    let isOfDay = other[Bill.billedOn] == bill[Bill.billedOn]
    let lines = try books.rows(BillLine.ofBill, other[Bill.bill])
    if isOfDay, other[Bill.total] == first[BillLine.amount],
      lines.contains(where: { first.mayBeOfService(of: $0) })
    {
      return true
    }
    return lines.contains { line in
      line[BillLine.amount].units.signum() == first[BillLine.amount].units.signum()
        && first.mayBe(line, isOfDay: isOfDay)
    }
  }
}

extension Row<BillLine> {
  /// Whether two lines of different bills may be the same: for the same service and period, or the same
  /// amount with neither said in one of them, or with a period that is a few days off.
  fileprivate func mayBe(_ other: Row<BillLine>, isOfDay: Bool) -> Bool {
    let hasPeriods = self[BillLine.fromOn] != nil && other[BillLine.fromOn] != nil
    let isOfPeriod =
      hasPeriods && self[BillLine.fromOn] == other[BillLine.fromOn]
      && self[BillLine.toOn] == other[BillLine.toOn]
    let service = self[BillLine.code]
    if isOfPeriod, service != nil, service == other[BillLine.code] { return true }
    guard self[BillLine.amount] == other[BillLine.amount] else { return false }
    return mayBeOfService(of: other)
      && (isOfPeriod || isOfDay && !hasPeriods || hasMovedPeriod(of: other))
  }

  /// Whether two lines are for one service, as far as they say.
  func mayBeOfService(of other: Row<BillLine>) -> Bool {
    let (service, otherService) = (self[BillLine.code], other[BillLine.code])
    return service == nil || otherService == nil || service == otherService
  }

  /// Whether the periods are the same but for a few days by which both ends moved, as by a time zone.
  private func hasMovedPeriod(of other: Row<BillLine>) -> Bool {
    guard let from = self[BillLine.fromOn], let to = self[BillLine.toOn],
      let otherFrom = other[BillLine.fromOn], let otherTo = other[BillLine.toOn]
    else { return false }
    // Periods that do not overlap are one after the other.
    let moved = abs(from - otherFrom)
    return from - otherFrom == to - otherTo && moved <= min(3, to - from)
  }
}
