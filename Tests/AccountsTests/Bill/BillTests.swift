import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Bills and payments", .onBothEngines)
struct BillTests {
  private static let line = [
    "bill": "B1", "account": "500", "on": "2026-02-01", "due": "2026-02-22", "service": "water",
    "amount": "41.80", "from": "2026-01-01", "to": "2026-01-31",
  ]

  private func office() throws -> Office {
    let office = try Office.smallCity()
    try office.openSecond()
    try office.run(AddBill.self, Self.line)
    return office
  }

  private func row(_ office: Office) throws -> Row<Bill> {
    try #require(try office.store.books().find(Bill.self, BillNumber("B1")))
  }

  @Test("the same row again changes nothing")
  func again() throws {
    let office = try office()
    #expect(try office.run(AddBill.self, Self.line).isUnchanged)
    #expect(try row(office)[Bill.total].description == "41.80")
  }

  @Test("a further row of the bill is a further line")
  func furtherLine() throws {
    let office = try office()
    try office.run(
      AddBill.self, ["bill": "B1", "account": "500", "service": "2000", "amount": "8.20"])
    #expect(try row(office)[Bill.total].description == "50.00")
    let lines = try office.store.books().rows(BillLine.ofBill, BillNumber("B1"))
    #expect(lines.map { $0[BillLine.code]?.text } == ["1000", "2000"])
  }

  @Test("a bill without a due date is due after the city's days")
  func dueDays() throws {
    let office = try Office.smallCity()
    try office.run(SetSetting.self, ["name": "bill.due-days", "value": "10"])
    try office.run(
      AddBill.self, ["bill": "B1", "account": "500", "on": "2026-02-01", "amount": "1"])
    #expect(try row(office)[Bill.dueOn].description == "2026-02-11")
  }

  @Test(
    "what cannot be is refused, with the field that is at fault",
    arguments: [
      (["account": "600"], "bill", .conflict), (["on": "2026-02-02"], "on", .conflict),
      (["due": "2026-03-01"], "due", .conflict), (["service": "GAS"], "service", .notFound),
      (["to": "2025-12-31"], "to", .dateOrder), (["amount": ""], "amount", .required),
      (["amount": "1000000000"], "amount", .outOfRange),
      (["bill": "B2", "account": "700"], "account", .notFound),
      (["bill": "B2", "due": "2026-01-31"], "due", .dateOrder),
    ] as [([String: String], String, RejectionCode)])
  func refusals(_ cells: [String: String], _ field: String, _ code: RejectionCode) throws {
    let refusal = try office().refusal(AddBill.self, Self.line.merging(cells) { $1 })
    #expect(refusal?.field == field)
    #expect(refusal?.code == code)
  }

  @Test(
    "a payment that cannot be is refused",
    arguments: [
      (["account": "600", "bill": "B1"], "bill", .conflict), (["bill": "B9"], "bill", .notFound),
      (["amount": "0"], "amount", .outOfRange), (["amount": "-5"], "amount", .outOfRange),
      (["account": "700"], "account", .notFound),
      (["reference": "77", "method": "cash"], "reference", .duplicate),
    ] as [([String: String], String, RejectionCode)])
  func paymentRefusals(_ cells: [String: String], _ field: String, _ code: RejectionCode) throws {
    let office = try office()
    let payment = ["account": "500", "amount": "5"]
    try office.run(PostPayment.self, payment.merging(["reference": "77"]) { $1 })
    let refusal = office.refusal(PostPayment.self, payment.merging(cells) { $1 })
    #expect(refusal?.field == field)
    #expect(refusal?.code == code)
  }

  @Test("a payment with a reference is posted once, without one as often as it is entered")
  func reference() throws {
    let office = try office()
    let payment = ["account": "500", "amount": "5", "method": "check"]
    let numbers = try (0..<2).map { _ in
      try office.run(PostPayment.self, payment).effect.newKey
    }
    #expect(numbers == ["1", "2"])
    let known = payment.merging(["reference": "1088"]) { $1 }
    try office.run(PostPayment.self, known)
    #expect(try office.run(PostPayment.self, known).isUnchanged)
    try office.run(ReversePayment.self, ["payment": "3", "reason": "bounced"])
    #expect(try office.run(PostPayment.self, known).effect.newKey == "4")
  }

  @Test("a payment is reversed once, and not before its day")
  func reverse() throws {
    let office = try office()
    try office.run(PostPayment.self, ["account": "500", "amount": "5", "on": "2026-03-01"])
    let early = ["payment": "1", "on": "2026-02-28", "reason": "bounced"]
    #expect(office.refusal(ReversePayment.self, early)?.code == .dateOrder)
    let reversal = ["payment": "1", "reason": "bounced"]
    try office.run(ReversePayment.self, reversal)
    #expect(try office.run(ReversePayment.self, reversal).isUnchanged)
    #expect(
      office.refusal(ReversePayment.self, ["payment": "2", "reason": "x"])?.code == .notFound)
  }
}

@Suite("A check of bills")
struct BillCheckTests {
  @Test(
    "finds what a hand in the store has done",
    arguments: [
      ("UPDATE bill SET total = total + 1", [CheckRule.billTotal, .settlement]),
      ("UPDATE payment SET account = '600'", [.paymentAccount, .settlement]),
      ("UPDATE payment_application SET amount = amount - 1", [.settlement]),
      ("UPDATE bill_share SET cid = '2'", [.settlement]), ("", []),
    ] as [(String, Set<CheckRule>)])
  func damage(_ sql: String, _ rules: Set<CheckRule>) throws {
    let office = try Office.smallCity()
    try office.openSecond()
    try office.run(AddBill.self, ["bill": "B1", "account": "500", "amount": "10"])
    try office.run(AddBill.self, ["bill": "B1", "account": "500", "amount": "7"])
    try office.run(PostPayment.self, ["account": "500", "bill": "B1", "amount": "3"])
    try office.store.connection.script(sql)
    #expect(Set(try office.store.brokenRules()) == rules)
    try office.store.rebuildSettlements(by: author)
    var left: Set<CheckRule> = []
    _ = try office.store.check { left.insert($0.rule) }
    #expect(!left.contains(.settlement))
  }
}
