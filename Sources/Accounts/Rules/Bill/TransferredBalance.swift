package import Engines
package import Ledger
package import Values

/// The two bills of a balance that was transferred to another account: one below zero on the old
/// account, and one of the same amount on the other. A balance that was due on several days has two
/// bills for each of them.
package struct TransferredBalance {
  /// On the old account.
  let given: Row<Bill>
  let taken: Row<Bill>

  /// `TA1-2026-05-01-OUT`, of `TA1-2026-05-01`.
  static func givingNumber(_ taken: String) -> String { taken + Bill.transferEnding }

  /// Numbers for so many days on which some of a balance is due, the earliest first. They also sort in this order as
  /// text, so that on the old account each pays the debt it was made for.
  static func numbers(of account: AccountNumber, on day: CivilDate, count: Int) -> [String] {
    let name = name(of: account, on: day)
    let digits = "\(count)".utf8.count
    let further = (2..<max(2, count + 1)).map { place in
      let shown = "\(place)"
      return "\(name)-" + String(repeating: "0", count: digits - shown.utf8.count) + shown
    }
    return further + [name]
  }

  private static func name(of account: AccountNumber, on day: CivilDate) -> String {
    "T\(account)-\(day)"
  }

  /// All transfers of the same move, this one among them.
  func whole(in books: Books) throws(RuleError) -> [TransferredBalance] {
    let account = given[Bill.account]
    // Up to the day of the move; as text every day has the same length.
    let anyName = Self.name(of: account, on: given[Bill.billedOn])
    let name = taken[Bill.bill].text.prefix(anyName.count)
    var all: [TransferredBalance] = []
    for row in try books.rows(Bill.ofDay, account, given[Bill.billedOn])
    where row[Bill.voidedOn] == nil && row[Bill.bill].text.hasPrefix(name) {
      guard let one = try TransferredBalance(of: row, in: books), one.given == row else { continue }
      all.append(one)
    }
    return all
  }

  /// Nil if the bill is none of the two, or the other is void already.
  package init?(of bill: Row<Bill>, in books: Books) throws(RuleError) {
    let number = bill[Bill.bill].text
    guard number.hasPrefix("T") else { return nil }
    let isGiven = number.hasSuffix(Bill.transferEnding)
    let other =
      isGiven
      ? String(number.dropLast(Bill.transferEnding.count)) : Self.givingNumber(number)
    guard let row = try books.find(Bill.self, BillNumber(trusted: other)),
      row[Bill.voidedOn] == nil
    else { return nil }
    // A transfer of an older store has no customer.
    guard
      bill[Bill.cid].map({ $0 == row[Bill.cid] })
        ?? (row[Bill.total] == .zero - bill[Bill.total]
          && row[Bill.billedOn] == bill[Bill.billedOn])
    else { return nil }
    (given, taken) = isGiven ? (bill, row) : (row, bill)
  }

  package var amount: Money { .zero - given[Bill.total] }

  /// What lines that were added later have changed on the other account.
  var added: Money { taken[Bill.total] - amount }

  /// `30.00 from account 500 to account 600`
  package var phrase: String { Self.phrase(amount, self) }

  /// The same of all of it.
  static func phrase(_ amount: Money, _ transfer: TransferredBalance) -> String {
    "\(amount) from account \(transfer.given[Bill.account]) "
      + "to account \(transfer.taken[Bill.account])"
  }
}

extension Books {
  /// What of a bill is owed on other accounts.
  func transferred(of bill: Row<Bill>) throws(RuleError) -> [TransferredPart] {
    var parts: [TransferredPart] = []
    try each(
      sql: "SELECT \(TransferredPart.columns) FROM \(TransferredPart.source) WHERE a.bill = ? "
        + TransferredPart.grouped, [bill[Bill.bill].datum]
    ) { row in
      parts.append(TransferredPart(row))
      return true
    }
    return parts
  }

  /// Somebody who voids a bill with a transferred balance has probably forgotten the transfer.
  func checkIsNotTransferred(
    _ bill: Row<Bill>, _ parts: [TransferredPart]
  ) throws(RuleError) {
    guard let first = parts.first, !acceptsUnusual else { return }
    throw .refuse(
      .unusual, field: "bill",
      found: ([bill.phrase] + parts.map(\.clause)).joined(separator: ", "),
      expected: "a bill whose balance was not transferred",
      remedy: "\(first.remedy); to void \(bill.phrase) anyway, add "
        + "`\(option: "accept", "unusual")`")
  }
}
