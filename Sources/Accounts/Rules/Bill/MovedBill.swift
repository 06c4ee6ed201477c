import Engines
import Ledger
import Values

/// A line of a bill of a file, next to those of its account from a few days before or after: all of the
/// file may have come again with other numbers and days.
struct MovedBill {
  let bill: Row<Bill>
  let line: Row<BillLine>

  /// What is on record and may be the same line; no other line of that day is taken for it.
  func possibleDuplicate(in books: Books) throws(RuleError) -> PossibleDuplicate? {
    guard books.repeats.isOfFile, !books.acceptsUnusual else { return nil }
    let known = try books.known(at: "bills near \(bill[Bill.account]) \(bill[Bill.billedOn])") {
      () throws(RuleError) in
      try load(books)
    }
    let ofKind = known.first(line.wordsOfKindNearby)
    guard let record = ofKind ?? known.first(line.wordsNearby) else { return nil }
    known.match(record)
    return PossibleDuplicate(
      noun: "bill", common: "account and amount", record: record,
      soleAmount: ofKind == nil ? line[BillLine.amount] : nil)
  }

  private func load(_ books: Books) throws(RuleError) -> KnownRows {
    let others = try books.billsNear(bill, days: RepeatPolicy.movedDays)
    var known: [(key: String, words: [String])] = []
    for other in others where other[Bill.billedOn] != bill[Bill.billedOn] {
      let moved = bill[Bill.billedOn] - other[Bill.billedOn]
      known += try books.rows(BillLine.ofBill, other[Bill.bill]).map { line in
        (
          key: "line \(line[BillLine.number]) of \(other.phrase) of \(other[Bill.billedOn])",
          words: line.knownNearby(movedBy: moved)
        )
      }
    }
    return KnownRows(known, among: others.count)
  }
}

extension Books {
  /// The bills on record about the day of another of the account, without those that this file has added.
  func billsNear(_ bill: Row<Bill>, days: Int) throws(RuleError) -> [Row<Bill>] {
    let (account, day) = (bill[Bill.account], bill[Bill.billedOn])
    let added = try billsAdded(to: account)
    let found = try rows(
      Bill.ofDays, account, day.adding(days: -days), day.adding(days: days))
    return found.filter {
      $0[Bill.voidedOn] == nil && added.first([$0[Bill.bill].text]) == nil
    }
  }

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

  /// What it may be found by with the same service, or the same period where one says no service.
  fileprivate var wordsOfKindNearby: [String] {
    let period = period(movedBy: 0)
    guard self[BillLine.fromOn] != nil else {
      return [nearby(serviceNearby, period), nearby(serviceNearby, "any")]
    }
    return [
      nearby(serviceNearby, period), nearby(serviceNearby, "none"),
      nearby(self[BillLine.code] == nil ? "any" : "none", period),
    ]
  }

  /// What it may be found by where one of the two says neither service nor period.
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
