import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import SampleCity
@testable import Values

@Suite("A sample city's bills and payments")
struct DemoBillsTests {
  /// What the ledger says of every account, in cents.
  private struct AccountLedger {
    let billed, paid, balance, pastDue: Int64
  }

  private func ledger(_ demo: DemoStore) throws -> [AccountLedger] {
    let accounts = Ledger(asOf: demo.city.lastDay, dialect: demo.store.connection.dialect).accounts
    var found: [AccountLedger] = []
    try demo.store.each(
      sql: "SELECT billed, paid, balance, past_due FROM \(accounts.sql) l", accounts.arguments
    ) {
      found.append(
        AccountLedger(
          billed: $0.integer(0), paid: $0.integer(1), balance: $0.integer(2),
          pastDue: $0.integer(3)))
      return true
    }
    return found
  }

  @Test("no penny is lost: what accounts owe is what was billed less what was paid")
  func ledgerAddsUp() throws {
    let demo = try DemoStore()
    let accounts = try ledger(demo)
    #expect(accounts.count > 180)
    #expect(accounts.allSatisfy { $0.balance == $0.billed - $0.paid })
    #expect(
      try accounts.reduce(0) { $0 + $1.billed } == demo.count("SELECT sum(total) FROM bill"))
    #expect(
      try accounts.reduce(0) { $0 + $1.billed } == demo.count("SELECT sum(amount) FROM bill_line"))
    #expect(
      try accounts.reduce(0) { $0 + $1.paid }
        == demo.count("SELECT sum(amount) FROM payment WHERE reversed_on IS NULL"))
  }

  @Test("most accounts owe nothing, some owe, some are late, a few have credit")
  func shares() throws {
    let accounts = try ledger(DemoStore(accounts: 1000))
    func share(_ is: (AccountLedger) -> Bool) -> Int {
      accounts.count(where: `is`) * 100 / accounts.count
    }
    #expect((45...80).contains(share { $0.balance == 0 }))
    #expect((8...25).contains(share { $0.pastDue > 0 }))
    #expect((1...6).contains(share { $0.balance < 0 }))
  }

  @Test("an account that ran through has the last six months' bills, due as the setting says")
  func months() throws {
    let demo = try DemoStore(accounts: 20)
    let bills = try demo.rows(Bill.self).filter { $0[Bill.account].text == "2000001" }
    #expect(bills.count == DemoBilling.months)
    #expect(bills.allSatisfy { $0[Bill.dueOn] - $0[Bill.billedOn] == 21 })
    #expect(bills.allSatisfy { $0[Bill.billedOn] <= demo.city.lastDay })
    let months = bills.map { $0[Bill.billedOn].parts.month }
    #expect(months == [5, 6, 7, 8, 9, 10])
  }

  @Test("water is billed by the quantity, sewer as a share of it, the radio at one price")
  func lines() throws {
    let demo = try DemoStore(accounts: 20)
    for bill in try demo.rows(Bill.self) where bill[Bill.account].text == "2000001" {
      let lines = try demo.store.books().rows(BillLine.ofBill, bill[Bill.bill])
      let water = try #require(lines.first { $0[BillLine.code]?.text == "1000" })
      let from = try #require(water[BillLine.fromOn])
      let to = try #require(water[BillLine.toOn]).adding(days: 1)
      let used = try demo.count(
        """
        SELECT sum(u.quantity) FROM consumption u JOIN service s ON s.service = u.service
        WHERE s.account = '2000001' AND u.to_on > ? AND u.to_on <= ?
        """, [from.datum, to.datum])
      let gallons = used / Quantity.scale
      let size = try demo.texts("SELECT size FROM meter WHERE meter = '60000011'")[0]
      #expect(
        water[BillLine.amount].units == DemoTariff.water(size, gallons: gallons, days: to - from))
      let sewer = try #require(lines.first { $0[BillLine.code]?.text == "2000" })
      #expect(sewer[BillLine.amount].units == DemoTariff.sewer(gallons: gallons, days: to - from))
    }
  }

  @Test("customers who moved out have a last bill up to that day")
  func finalBills() throws {
    let demo = try DemoStore(accounts: 600)
    let first = try #require(try demo.texts("SELECT min(billed_on) FROM bill").first)
    let sql = """
      SELECT count(*) FROM service s WHERE s.final_billed_on >= ? AND s.code = '1000'
      AND s.stop_on > '2026-06-01'
      """
    let ended = try demo.count(sql, [.text(first)])
    let billed = try demo.count(
      sql + """
         AND EXISTS (SELECT 1 FROM bill b JOIN bill_line l ON l.bill = b.bill
        WHERE b.account = s.account AND b.billed_on = s.final_billed_on AND l.code = s.code)
        """, [.text(first)])
    #expect(
      try demo.count(
        sql + " AND " + FinalBill.sql(asOf: "'\(demo.city.lastDay)'", demo.store.dialect),
        [.text(first)]) == ended)
    #expect(ended > 10)
    #expect(billed == ended)
  }

  @Test("no day of a service is billed twice, none in between is left out")
  func seamless() throws {
    let demo = try DemoStore()
    let bills = Dictionary(
      uniqueKeysWithValues: try demo.rows(Bill.self).map { ($0[Bill.bill], $0[Bill.account]) })
    let water = try demo.rows(BillLine.self).filter { $0[BillLine.code]?.text == "1000" }
    for (account, lines) in water.grouped(by: { bills[$0[BillLine.bill]]?.text ?? "" }) {
      let spans = lines.compactMap { line in
        line[BillLine.fromOn].flatMap { from in line[BillLine.toOn].map { (from, $0) } }
      }.sorted { $0.0 < $1.0 }
      for (earlier, later) in zip(spans, spans.dropFirst()) {
        #expect(earlier.1 < later.0, "account \(account)")
      }
    }
  }

  @Test("a payment is for a bill of its account, and not before it")
  func payments() throws {
    let demo = try DemoStore(accounts: 400)
    #expect(try demo.count("SELECT count(DISTINCT method) FROM payment") >= 5)
    #expect(try demo.count("SELECT count(*) FROM payment WHERE reversed_on IS NOT NULL") > 0)
    let early = try demo.count(
      """
      SELECT count(*) FROM payment p JOIN bill b ON b.bill = p.bill
      WHERE p.posted_on <= b.billed_on OR p.posted_on > '2026-10-31'
      """)
    #expect(early == 0)
  }
}
