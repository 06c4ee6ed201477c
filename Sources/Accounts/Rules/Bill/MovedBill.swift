import Engines
import Ledger
import Values

/// A line of a bill of a file, next to those of its account from a few days before or after: all of the
/// file may have come again with other numbers and days.
struct MovedBill {
  private let bill: Row<Bill>
  private let line: Row<BillLine>

  init(_ bill: Row<Bill>, _ line: Row<BillLine>) {
    self.bill = bill
    self.line = line
  }

  /// What is on record and may be the same line; no other line of that day is taken for it.
  func like(in books: Books) throws(RuleError) -> Likeness? {
    guard books.repeats.isOfFile, !books.acceptsUnusual else { return nil }
    let known = try books.known(at: "bills near \(bill[Bill.account]) \(bill[Bill.billedOn])") {
      () throws(RuleError) in
      try load(books)
    }
    guard let record = known.first(line.wordsNearby) else { return nil }
    known.match(record)
    return Likeness(noun: "bill", common: "account and amount", record: record)
  }

  private func load(_ books: Books) throws(RuleError) -> KnownRows {
    let (account, day) = (bill[Bill.account], bill[Bill.billedOn])
    let added = try books.billsAdded(to: account)
    let others = try books.rows(
      Bill.ofDays, account, day.adding(days: -RepeatPolicy.movedDays),
      day.adding(days: RepeatPolicy.movedDays))
    var known: [(key: String, words: [String])] = []
    for other in others
    where other[Bill.voidedOn] == nil && other[Bill.billedOn] != day
      && added.first([other[Bill.bill].text]) == nil
    {
      let moved = day - other[Bill.billedOn]
      known += try books.rows(BillLine.ofBill, other[Bill.bill]).map { line in
        (
          key: "line \(line[BillLine.number]) of \(other.phrase) of \(other[Bill.billedOn])",
          words: line.knownNearby(movedBy: moved)
        )
      }
    }
    return KnownRows(known)
  }
}

extension Books {
  /// The bills of an account that this file has added so far, by their numbers.
  func billsAdded(to account: AccountNumber) throws(RuleError) -> KnownRows {
    try known(at: "bills of \(account)") { KnownRows([]) }
  }
}

extension Row<BillLine> {
  /// What finds a line on record whose bill, and with it the period, is so many days off.
  fileprivate func knownNearby(movedBy days: Int) -> [String] {
    let periods = ["any", period(movedBy: days)]
    return ["any", serviceNearby].flatMap { service in periods.map { nearby(service, $0) } }
  }

  /// What it may be found by, the likeliest first. What one of the two does not say tells nothing.
  fileprivate var wordsNearby: [String] {
    let services = self[BillLine.code] == nil ? ["any"] : [serviceNearby, "none"]
    let periods = self[BillLine.fromOn] == nil ? ["any"] : [period(movedBy: 0), "none"]
    return services.flatMap { service in periods.map { nearby(service, $0) } }
  }

  private func nearby(_ service: String, _ period: String) -> String {
    "\(self[BillLine.amount]) \(service) \(period)"
  }

  private var serviceNearby: String { self[BillLine.code].map { "of \($0)" } ?? "none" }

  private func period(movedBy days: Int) -> String {
    guard let from = self[BillLine.fromOn] else { return "none" }
    let to = self[BillLine.toOn].map { "\($0.adding(days: days))" } ?? ""
    return "\(from.adding(days: days)) to \(to)"
  }
}
