import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules

@Suite("Checking a share of a store", .onBothEngines)
struct CheckScopeTests {
  private let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.startWater(reading: "100")
    try office.run(AddRead.self, ["meter": "W1", "on": "2026-02-01", "reading": "110"])
    try office.run(
      AddBill.self, ["bill": "B1", "account": "500", "on": "2026-02-02", "amount": "30.00"])
    try office.run(
      AddBill.self, ["bill": "B2", "account": "500", "on": "2026-02-03", "amount": "-5.00"])
    try office.run(
      PostPayment.self, ["account": "500", "on": "2026-02-10", "amount": "12.50"])
  }

  private func rules(_ scope: CheckScope) throws -> Set<CheckRule> {
    Set(try office.store.brokenRules(scope))
  }

  @Test("a sound store has no findings, whatever share is worked out")
  func sound() throws {
    for part in 0..<CheckScope.parts { #expect(try rules(.seventh(part)) == []) }
  }

  @Test("records outside today's share are not recalculated")
  func share() throws {
    try office.store.tamper("UPDATE read SET reading = reading + 1000 WHERE read_on = '2026-02-01'")
    #expect(try rules(.seventh(1)) == [])
    #expect(try rules(.seventh(0)) == [.consumptionFollowsReads])
    #expect(try rules(.all) == [.consumptionFollowsReads])
  }

  @Test("what no meter measured, and what another one did, is found in the share")
  func strays() throws {
    try office.store.tamper("UPDATE consumption SET meter = 'W2'")
    #expect(try rules(.seventh(1)) == [])
    let found = try rules(.seventh(0))
    #expect(found == [.consumptionStray, .consumptionTotal, .consumptionFollowsReads])
  }

  /// A wrong figure and the rule that finds it, though the record is not in today's share.
  static let wrong: [(sql: String, rule: CheckRule)] = [
    ("UPDATE bill_share SET amount = amount + 1 WHERE bill = 'B1'", .settlement),
    ("UPDATE bill_share SET open = open + 1 WHERE bill = 'B1'", .settlement),
    ("UPDATE bill_share SET due_on = '2026-12-31' WHERE bill = 'B1'", .settlement),
    ("DELETE FROM bill_share WHERE bill = 'B1'", .settlement),
    ("UPDATE payment_application SET amount = amount + 1 WHERE payment IS NOT NULL", .settlement),
    ("UPDATE payment_application SET amount = amount + 1 WHERE payment IS NULL", .settlement),
    ("UPDATE payment_application SET bill = 'B2' WHERE bill = 'B1'", .settlement),
    ("DELETE FROM payment_application", .settlement),
    ("UPDATE payment SET amount = amount + 1", .settlement),
    ("UPDATE bill SET total = total + 1 WHERE bill = 'B1'", .billTotal),
    ("UPDATE consumption SET quantity = quantity + 1", .consumptionTotal),
    ("UPDATE consumption SET days = days + 1", .consumptionTotal),
    ("UPDATE consumption SET to_on = '2026-02-02'", .consumptionTotal),
    ("UPDATE customer SET kind = 'organization' WHERE cid = '1'", .consumptionTotal),
    ("UPDATE location SET route = 'R9' WHERE location = 'A'", .consumptionTotal),
  ]

  @Test("a wrong cent or quantity is found in every share", arguments: wrong.indices)
  func sums(_ index: Int) throws {
    let (sql, rule) = Self.wrong[index]
    try office.store.tamper(sql)
    #expect(try rules(.seventh(1)).contains(rule), "\(sql)")
  }

  @Test("each page is worked out on one day of seven", arguments: [0, 1, 6, 7, 1_000])
  func week(page: Int) {
    #expect((0..<7).filter { CheckScope.seventh($0).takes(page: page) }.count == 1)
    #expect(CheckScope.all.takes(page: page))
  }

  @Test("a small store is worked out whole, of a large one another share on each day of a week")
  func large() throws {
    #expect(try office.store.scopeOfToday() == .all)
    try office.store.connection.script(
      """
      INSERT INTO meter (meter, code, unit, multiplier)
      WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 2400)
      SELECT 'N' || i, '1000', 'GAL', 1000 FROM n
      """)
    var parts: Set<Int> = []
    for day in 10...16 {
      try office.turn(to: "2026-03-\(day)")
      guard case .seventh(let part) = try office.store.scopeOfToday() else {
        Issue.record("expected a share of 1,401 meters")
        continue
      }
      parts.insert(part)
    }
    #expect(parts == Set(0..<7))
  }
}
