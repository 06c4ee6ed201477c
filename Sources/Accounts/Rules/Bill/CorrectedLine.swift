import Engines
import Ledger
import Values

/// How a bill line differs from one on record that it probably corrects; otherwise both would be
/// owed.
private enum LineDifference {
  case amount, period, service

  init(_ new: Row<BillLine>, _ like: Row<BillLine>) {
    self =
      new.kind == like.kind
      ? .amount : new[BillLine.code] == like[BillLine.code] ? .period : .service
  }
}

extension Books {
  /// Throws if a line is probably a correction of one on record, or the same with more or less of
  /// its service and period.
  /// - Parameter number: of the line on record.
  func checkIsFurther(
    _ new: Row<BillLine>, than number: String, of bill: Row<Bill>
  ) throws(RuleError) {
    guard let line = Int64(number), let like = try find(BillLine.self, bill[Bill.bill], line) else {
      return
    }
    let difference = LineDifference(new, like)
    let amount = new[BillLine.amount]
    // A correction adds a line for the difference.
    let alike = try rows(BillLine.ofBill, bill[Bill.bill]).filter { $0.purpose == like.purpose }
    let before =
      difference == .amount
      ? alike.reduce(Money.zero) { $0 + $1[BillLine.amount] } : like[BillLine.amount]
    var command = SuggestedCommand("bill add", [bill[Bill.bill], bill[Bill.account]])
    for (option, value) in like.options { command.add(option, value) }
    command.add("amount", difference == .amount ? amount - before : -before)
    command.add("accept", "unusual")
    let takingBack = "reverse line \(number) with \(run: command), then add this one"
    let place = "line \(number) of \(bill.phrase)"
    switch difference {
    case .amount:
      try checkIsNoCorrection(
        field: "amount",
        found: alike.count == 1
          ? "\(amount); \(place), for the same service and period, is \(before)"
          : "\(amount); \(bill.phrase) has \(before) in \(alike.count) lines for the same service "
            + "and period",
        correction: "add the difference with \(run: command)")
    case .period:
      try checkIsNoCorrection(
        field: new[BillLine.fromOn] == like[BillLine.fromOn] ? "to" : "from",
        found: "a different period than \(place), for the same service and amount",
        correction: takingBack)
    case .service:
      try checkIsNoCorrection(
        field: "service",
        found: "\(new.service) for \(amount); \(place), for \(like.service), is also \(before)",
        correction: takingBack)
    }
  }
}

extension Row<BillLine> {
  /// All its cells but the number.
  var words: String { said(without: [BillLine.number.index]) }

  /// Finds the sum of the lines on record, which a file may have as one line.
  var wordsOfSum: String { "sum \(self[BillLine.amount])" }

  /// What it is for, and whether it is a charge or a credit.
  fileprivate var kind: String {
    (self[BillLine.amount] < .zero ? "credit " : "charge ")
      + purpose
  }

  /// What it is for.
  fileprivate var purpose: String {
    said(without: [BillLine.number.index, BillLine.amount.index])
  }

  /// What it is for, without the days.
  private var kindOfPeriod: String {
    "any period "
      + said(without: [BillLine.number.index, BillLine.fromOn.index, BillLine.toOn.index])
  }

  /// What it is for, without the service.
  private var kindOfService: String {
    "any service " + said(without: [BillLine.number.index, BillLine.code.index])
  }

  private var isBare: Bool {
    self[BillLine.code] == nil && self[BillLine.fromOn] == nil && self[BillLine.toOn] == nil
  }

  private var bareAmount: String { "bare \(self[BillLine.amount])" }
  private var anyOfAmount: String { "amount \(self[BillLine.amount])" }

  /// What the line on record is found by.
  var knownWords: [String] {
    [words, kind, kindOfPeriod, kindOfService, anyOfAmount] + (isBare ? [bareAmount] : [])
  }

  /// What finds a line on record that it may be a correction of, the likeliest first.
  /// - Parameter isOfFile: a file may have lost columns, or got some; who types another service or month
  ///   of the same amount means it.
  func correctedWords(isOfFile: Bool) -> [String] {
    isOfFile ? [kind, kindOfPeriod, kindOfService, isBare ? anyOfAmount : bareAmount] : [kind]
  }

  fileprivate var service: String { self[BillLine.code].map { "service \($0)" } ?? "no service" }

  private func said(without columns: Set<Int>) -> String {
    values.enumerated().filter { !columns.contains($0.offset) }.map { "\($0.element)" }
      .joined(separator: "\u{1f}")
  }

  /// The options of `bill add` that say what it is for.
  fileprivate var options: [(name: String, value: any CustomStringConvertible)] {
    let all: [(name: String, value: (any CustomStringConvertible)?)] = [
      ("service", self[BillLine.code]), ("from", self[BillLine.fromOn]),
      ("to", self[BillLine.toOn]),
    ]
    return all.compactMap { option in option.value.map { (option.name, $0) } }
  }
}

extension [Row<BillLine>] {
  /// Several lines as one, by what it is found by: all of the bill, and those that correct another.
  var sums: [(key: String, words: [String])] {
    guard count > 1 else { return [] }
    let corrected = Dictionary(grouping: self, by: \.purpose).values.filter { $0.count > 1 }
    return [("sum", ["sum \(total)"])]
      + corrected.map { lines in
        var whole = lines[0]
        whole[BillLine.amount] = lines.total
        return (lines.map { "\($0[BillLine.number])" }.joined(separator: " and "), [whole.words])
      }
  }

  private var total: Money { reduce(Money.zero) { $0 + $1[BillLine.amount] } }
}
