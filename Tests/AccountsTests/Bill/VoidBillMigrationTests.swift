import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Migration of void bills")
struct VoidBillMigrationTests {
  @Test(
    "a bill that was voided in an older store is owed until then, and bills of one that was never settled, too"
  )
  func older() throws {
    let office = try Office.smallCity()
    for bill in ["B1", "B2"] {
      try office.run(
        AddBill.self, ["bill": bill, "account": "500", "amount": "30", "on": "2026-03-01"])
    }
    try office.run(VoidBill.self, ["bill": "B1", "reason": "billed twice"])
    let shares = "SELECT count(*) FROM bill_share WHERE to_on = '\(office.store.today)'"
    #expect(try office.store.number(shares) == 1)
    for emptied in [
      "DELETE FROM bill_share WHERE to_on IS NOT NULL",
      "DELETE FROM bill_share; DELETE FROM settled_account",
    ] {
      try office.store.connection.script(
        """
        \(emptied); DROP INDEX bill_share_void; ALTER TABLE bill_share DROP COLUMN to_on;
        DROP INDEX bill_cid; DELETE FROM migration WHERE name IN ('void bills', 'bills of customers')
        """)
      try Migration.apply(to: office.store.engine, clock: .fixed(office.store.today))
      #expect(try office.store.number(shares) == 1)
      #expect(try office.store.number("SELECT count(*) FROM bill_share WHERE open = 3000") == 1)
    }
  }
}
