import Engines
import Values

/// Splits a bill among those who held the account in its period: a line that says its days by the
/// days of each, any other line by the date of the bill. A transferred balance is its customer's.
struct BillSplit {
  let holders: AccountHolders

  /// - Parameter lines: of the bill; not looked at where one customer holds the account throughout.
  func shares(of bill: Row<Bill>, _ lines: [Row<BillLine>]) -> [Row<BillShare>] {
    let billedOn = bill[Bill.billedOn]
    if let cid = bill[Bill.cid] {
      let day = holders.day(of: cid, near: billedOn)
      return [share(1, of: bill, cid, from: day, bill[Bill.total])]
    }
    guard !holders.isOne, !lines.isEmpty else {
      return [
        share(
          1, of: bill, holders.debtor(on: billedOn), from: holders.heldDay(near: billedOn),
          bill[Bill.total])
      ]
    }
    var parts: [Part] = []
    for line in lines {
      for part in split(line, billedOn) { Self.add(part, to: &parts) }
    }
    return parts.enumerated().map { index, part in
      share(Int64(index + 1), of: bill, part.cid, from: part.from, part.amount)
    }
  }

  /// What each customer owes of a line of the bill.
  func parts(of line: Row<BillLine>, in bill: Row<Bill>) -> [Part] {
    let billedOn = bill[Bill.billedOn]
    guard bill[Bill.cid] == nil, !holders.isOne else {
      let cid = bill[Bill.cid] ?? holders.debtor(on: billedOn)
      return [Part(cid: cid, from: billedOn, amount: line[BillLine.amount])]
    }
    return split(line, billedOn)
  }

  /// What one customer owes of a line.
  struct Part {
    let cid: CustomerID?
    var from: CivilDate
    var amount: Money
  }

  private static func add(_ part: Part, to parts: inout [Part]) {
    guard let index = parts.firstIndex(where: { $0.cid == part.cid }) else {
      parts.append(part)
      return
    }
    parts[index].amount += part.amount
    parts[index].from = min(parts[index].from, part.from)
  }

  /// The last part gets the cents that the days do not divide.
  private func split(_ line: Row<BillLine>, _ billedOn: CivilDate) -> [Part] {
    let amount = line[BillLine.amount]
    guard let first = line[BillLine.fromOn] ?? line[BillLine.toOn],
      let last = line[BillLine.toOn] ?? line[BillLine.fromOn]
    else {
      return [
        Part(
          cid: holders.debtor(on: billedOn), from: holders.heldDay(near: billedOn), amount: amount)
      ]
    }
    var parts: [(part: Part, days: Int64)] = []
    let starts = [first] + holders.turns(after: first, upTo: last)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : last.adding(days: 1)
      let days = Int64(end.daysSince1970 - start.daysSince1970)
      let cid = holders.debtor(on: start)
      if parts.last?.part.cid == cid, let place = parts.indices.last {
        parts[place].days += days
      } else {
        parts.append((Part(cid: cid, from: start, amount: .zero), days))
      }
    }
    let all = parts.reduce(0) { $0 + $1.days }
    var left = amount
    for index in parts.indices.dropLast() {
      let own = amount.part(parts[index].days, of: all)
      parts[index].part.amount = own
      left = left - own
    }
    if let last = parts.indices.last { parts[last].part.amount = left }
    return parts.map(\.part)
  }

  private func share(
    _ number: Int64, of bill: Row<Bill>, _ cid: CustomerID?, from day: CivilDate, _ amount: Money
  ) -> Row<BillShare> {
    var row = Row<BillShare>()
    row[BillShare.bill] = bill[Bill.bill]
    row[BillShare.number] = number
    row[BillShare.account] = bill[Bill.account]
    row[BillShare.cid] = cid
    row[BillShare.fromOn] = day
    row[BillShare.billedOn] = bill[Bill.billedOn]
    row[BillShare.dueOn] = bill[Bill.dueOn]
    row[BillShare.amount] = amount
    row[BillShare.open] = max(amount, .zero)
    return row
  }
}

extension Money {
  /// Rounded to the nearest cent, halves away from zero.
  fileprivate func part(_ days: Int64, of all: Int64) -> Money {
    let (high, low) = units.magnitude.multipliedFullWidth(by: UInt64(days))
    let (quotient, remainder) = UInt64(all).dividingFullWidth((high, low))
    let rounded = Int64(quotient + (remainder * 2 >= UInt64(all) ? 1 : 0))
    return Money(units: units < 0 ? -rounded : rounded)
  }
}
