import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Random work on the accounts 500 and 600.
struct SettlementDesk {
  private let office: Office
  private var numbers: SeededNumbers
  private var bills = 0
  private var payments: Int64 = 0
  private var changes: [Int64] = []

  init(office: Office, seed: UInt64) throws {
    self.office = office
    numbers = SeededNumbers(seed: seed)
    try office.openSecond()
  }

  private mutating func day(_ range: Range<Int32> = 0..<68) -> String {
    "\(CivilDate(daysSince1970: 20_454 + Int32.random(in: range, using: &numbers)))"
  }

  mutating func work(steps: Int) throws {
    for _ in 0..<steps {
      do {
        try step()
      } catch is Rejection {
        // What is refused changes nothing.
      }
    }
  }

  private mutating func step() throws {
    let account = Bool.random(using: &numbers) ? "500" : "600"
    let amount = Money(units: .random(in: 1...9000, using: &numbers)).description
    switch Int.random(in: 0..<20, using: &numbers) {
    case 0..<6:
      bills += 1
      let from = day()
      let to = try CivilDate(from).adding(days: .random(in: 0...30, using: &numbers))
      let sign = Int.random(in: 0..<6, using: &numbers) == 0 ? "-" : ""
      try note(
        office.run(
          AddBill.self,
          [
            "bill": "B\(bills)", "account": account, "amount": sign + amount, "on": day(30..<68),
            "due": "2026-04-\(10 + bills % 20)", "from": from, "to": "\(to)",
          ]))
    case 6..<12:
      payments += 1
      var cells = ["account": account, "amount": amount, "on": day(30..<68)]
      if Bool.random(using: &numbers), bills > 0 {
        cells["bill"] = "B\(Int.random(in: 1...bills, using: &numbers))"
      }
      try note(office.run(PostPayment.self, cells))
    case 12..<14:
      try note(
        office.run(
          ReversePayment.self,
          ["payment": "\(payments)", "reason": "unpaid", "on": day(60..<90)]))
    case 14 where bills > 0:
      let bill = "B\(Int.random(in: 1...bills, using: &numbers))"
      try note(office.run(VoidBill.self, ["bill": bill, "reason": "wrong"]))
    case 15:
      try note(
        office.run(MovePayment.self, ["payment": "\(payments)", "to": account, "reason": "wrong"]))
    case 16..<18:
      let cid = ["1", "2", "3"].randomElement(using: &numbers) ?? "1"
      try note(
        office.run(
          MoveAccount.self, ["account": account, "cid": cid, "on": day(), "leaving": "all"]))
    default:
      guard let change = changes.randomElement(using: &numbers) else { return }
      let undone = try office.store.undo(
        change: change, author: Author(operatorName: "pat", host: "desk", command: "undo"))
      if let number = undone.change { changes.append(number) }
    }
  }

  private mutating func note(_ performed: Performed) throws {
    guard !performed.isUnchanged else { return }
    try office.store.each(sql: "SELECT max(change) FROM change", []) { row in
      changes.append(row.integer(0))
      return false
    }
  }

  /// Every payment is applied or credit, whole; no bill is paid twice; nobody's money pays another's
  /// bill, unless it names the bill.
  func check() throws {
    for question in [
      """
      SELECT count(*) FROM payment p WHERE (reversed_on IS NULL AND amount <> coalesce((\
      SELECT SUM(a.amount) FROM payment_application a WHERE a.payment = p.payment \
      AND a.to_on IS NULL), 0))
      """,
      """
      SELECT count(*) FROM bill_share s WHERE s.amount > 0 AND s.to_on IS NULL AND s.amount - s.open <> coalesce((\
      SELECT SUM(a.amount) FROM payment_application a WHERE a.bill = s.bill \
      AND a.share = s.number AND a.to_on IS NULL), 0)
      """,
      """
      SELECT count(*) FROM bill b WHERE voided_on IS NULL AND total <> (\
      SELECT SUM(s.amount) FROM bill_share s WHERE s.bill = b.bill)
      """,
      """
      SELECT count(*) FROM payment_application a WHERE a.bill IS NOT NULL AND a.rule <> 'named' \
      AND a.payment IS NOT NULL AND NOT EXISTS (SELECT 1 FROM account_customer x \
      WHERE x.account = a.account AND x.cid = a.cid)
      """,
    ] {
      #expect(try office.store.number(question) == 0, "\(question)")
    }
  }
}
