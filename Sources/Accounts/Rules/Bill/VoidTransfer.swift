import Engines
import Ledger
import Values

/// Without one of its bills, a transferred balance would be owed twice or by nobody.
extension VoidBill {
  func void(
    _ transfer: TransferredBalance, for before: Row<Bill>, in books: Books
  ) throws(RuleError) -> Effect {
    let whole = try transfer.whole(in: books)
    let amount = whole.reduce(Money.zero) { $0 + $1.amount }
    let moved = TransferredBalance.phrase(amount, transfer)
    let others = whole.flatMap { [$0.given, $0.taken] }.filter { $0 != before }
    let otherBills =
      others.count == 1 ? others.map(\.phrase).joined() : "\(others.count) other bills"
    // The balance may have been transferred again.
    var parts: [TransferredPart] = []
    for one in whole { parts += try books.transferred(of: one.taken) }
    let account = transfer.given[Bill.account]
    guard books.acceptsUnusual else {
      let transferring = "\(before.phrase), which transfers \(moved) together with \(otherBills)"
      throw .refuse(
        .unusual, field: "bill",
        found: ([transferring] + parts.map(\.clause)).joined(separator: ", "),
        expected: "a bill that transfers no balance",
        remedy: "to void "
          + "\(others.count == 1 ? "both bills" : "all \(others.count + 1) bills"), so that the "
          + "balance is owed on account \(account) again, add `\(option: "accept", "unusual")`")
    }
    var drafts: [String] = []
    for one in whole { drafts += try books.draftsAtBank(of: one.taken) }
    for bill in [before] + others { void(bill, in: books) }
    return Effect(
      "\(before.phrase) and \(otherBills) voided, which transferred \(moved)",
      moneyNotices: ["\(amount) is owed on account \(account) again" + Self.consequences(whole)]
        + parts.map { "\($0.phrase); \($0.remedy)" } + drafts)
  }

  /// What becomes of lines that were added and of payments.
  private static func consequences(_ whole: [TransferredBalance]) -> String {
    let taken = whole.map(\.taken)
    let bills =
      (taken.count == 1 ? "bill " : "bills ")
      + taken.map { "\($0[Bill.bill])" }.joined(separator: ", ")
    let added = whole.reduce(Money.zero) { $0 + $1.added }
    let account = taken.first.map { "account \($0[Bill.account])'s other bills" } ?? "other bills"
    return
      (added == .zero ? "" : ", without the lines of \(added) that were added to \(bills)")
      + "; payments on \(bills) go to \(account) or become credit"
  }
}
