import Engines
import Ledger
import Values

extension Books {
  /// A line of the service and period of one that the file does not have is more likely that line
  /// with another amount, and one of its service and amount that line with another period: both would
  /// be owed.
  /// - Parameter number: of the line on record.
  func checkIsFurther(
    _ new: Row<BillLine>, than number: String, of bill: Row<Bill>
  ) throws(RuleError) {
    guard let line = Int64(number), let like = try find(BillLine.self, bill[Bill.bill], line) else {
      return
    }
    let isOfPeriod = new.kind == like.kind
    let (amount, before) = (new[BillLine.amount], like[BillLine.amount])
    let command =
      "`bill add \(bill[Bill.bill]) \(bill[Bill.account])\(like.options) "
      + "--amount \(isOfPeriod ? amount - before : -before) --accept unusual`"
    try checkIsNoCorrection(
      field: isOfPeriod
        ? "amount" : new[BillLine.fromOn] == like[BillLine.fromOn] ? "to" : "from",
      found: isOfPeriod
        ? "\(amount); line \(number) of \(bill.phrase), for the same service and period, is \(before)"
        : "another period than line \(number) of \(bill.phrase), for the same service and amount",
      correction: isOfPeriod
        ? "add the difference with \(command)"
        : "take line \(number) back with \(command), and add this one then")
  }
}

extension Row<BillLine> {
  /// All that it says except for its number.
  var words: String { said(without: [BillLine.number.index]) }

  /// What it is for, and whether it is a charge or a credit.
  var kind: String {
    (self[BillLine.amount] < .zero ? "credit " : "charge ")
      + said(without: [BillLine.number.index, BillLine.amount.index])
  }

  /// What it is for but for the days.
  var kindOfPeriod: String {
    "any period "
      + said(without: [BillLine.number.index, BillLine.fromOn.index, BillLine.toOn.index])
  }

  private func said(without columns: Set<Int>) -> String {
    values.enumerated().filter { !columns.contains($0.offset) }.map { "\($0.element)" }
      .joined(separator: "\u{1f}")
  }

  /// As `bill add` takes what it is for.
  fileprivate var options: String {
    [
      ("service", self[BillLine.code]?.text), ("from", self[BillLine.fromOn]?.description),
      ("to", self[BillLine.toOn]?.description),
    ].map { name, value in value.map { " --\(name) \($0)" } ?? "" }.joined()
  }
}
