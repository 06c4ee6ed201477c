import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Random work on the accounts 500 and 600 of the customers 1, 2 and 3, and of two who may be merged into
/// them.
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
    for cid in ["4", "5"] { try office.run(AddCustomer.self, ["cid": cid, "name": "Name \(cid)"]) }
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
    switch Int.random(in: 0..<24, using: &numbers) {
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
    case 18..<21: try transfer(from: account, to: account == "500" ? "600" : "500")
    case 21:
      try note(
        office.run(MergeCustomer.self, ["cid": pick(["4", "5"]), "into": pick(["1", "2"])]))
    default:
      guard let change = changes.randomElement(using: &numbers) else { return }
      try undo(change)
    }
  }

  private mutating func pick(_ words: [String]) -> String {
    words.randomElement(using: &numbers) ?? ""
  }

  /// Somebody who holds both accounts, at times since that day, leaves one of them.
  private mutating func transfer(from account: String, to other: String) throws {
    let on = try CivilDate(day())
    let holders = try office.store.books().rows(AccountCustomer.ofAccount, AccountNumber(account))
      .filter { $0.days.contains(on) }.map { $0[AccountCustomer.cid].text }
    guard !holders.isEmpty else { return }
    let leaving = pick(holders)
    do {
      try note(
        office.run(
          SetAccount.self,
          ["account": other, "cid": leaving, "role": pick(["owner", "tenant"]), "on": "\(on)"]))
    } catch is Rejection {
      // It may be theirs already.
    }
    try note(
      office.run(
        MoveAccount.self,
        [
          "account": account, "cid": pick(["1", "2", "3", "4", "5"]), "on": "\(on)",
          "leaving": leaving, "transfer-balance": other,
        ]))
  }

  /// - Returns: the undo's change; nil if the change is undone already.
  @discardableResult
  private mutating func undo(_ change: Int64) throws -> Int64? {
    let undone = try office.store.undo(
      change: change, author: Author(operatorName: "pat", host: "desk", command: "undo"),
      leavesOutside: true)
    if let number = undone.change { changes.append(number) }
    return undone.change
  }

  /// Undoes every change, also those that undid others, from the last to the first; answers the undos.
  mutating func undoEverything() throws -> [Int64] {
    try changes.reversed().compactMap { try undo($0) }
  }

  mutating func redo(_ undos: [Int64]) throws {
    for number in undos.reversed() { try undo(number) }
  }

  private mutating func note(_ performed: Performed) throws {
    guard !performed.isUnchanged else { return }
    try office.store.each(sql: "SELECT max(change) FROM change", []) { row in
      changes.append(row.integer(0))
      return false
    }
  }

  /// Every payment is applied or credit, whole; no bill is paid twice; nobody's money pays another's
  /// bill, unless it names the bill; what all customers owe are the bills without the payments; both bills
  /// of a transferred balance are there, or neither; whoever owes a bill has held its account.
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
      WHERE x.account = a.account AND x.cid = a.cid) \
      AND NOT EXISTS (SELECT 1 FROM bill b WHERE b.bill = a.bill AND b.cid = a.cid)
      """,
      """
      SELECT CASE WHEN (SELECT coalesce(SUM(total), 0) FROM bill WHERE voided_on IS NULL) \
      - (SELECT coalesce(SUM(amount), 0) FROM payment WHERE reversed_on IS NULL) \
      - (SELECT coalesce(SUM(open), 0) FROM bill_share WHERE to_on IS NULL) \
      + (SELECT coalesce(SUM(amount), 0) FROM payment_application \
      WHERE bill IS NULL AND to_on IS NULL) = 0 THEN 0 ELSE 1 END
      """,
      "SELECT count(*) FROM bill_share WHERE amount >= 0 AND open < 0",
      """
      SELECT count(*) FROM bill_share s JOIN customer c ON c.cid = s.cid \
      WHERE s.to_on IS NULL AND c.merged_into IS NOT NULL
      """,
      """
      SELECT count(*) FROM bill a LEFT JOIN bill b ON a.bill = b.bill || '-OUT' \
      WHERE a.bill LIKE 'T%-OUT' AND (b.bill IS NULL OR a.total <> -b.total OR a.cid <> b.cid \
      OR (a.voided_on IS NULL AND b.voided_on IS NOT NULL) \
      OR (a.voided_on IS NOT NULL AND b.voided_on IS NULL))
      """,
      """
      SELECT count(*) FROM bill_share s JOIN bill b ON b.bill = s.bill \
      WHERE s.to_on IS NULL AND b.cid IS NULL AND s.cid IS NOT NULL AND NOT EXISTS (\
      SELECT 1 FROM account_customer x WHERE x.account = b.account AND x.cid = s.cid)
      """,
    ] {
      #expect(try office.store.number(question) == 0, "\(question)")
    }
  }
}
