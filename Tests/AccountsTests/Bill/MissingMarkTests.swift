import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

/// Services with a final bill and without its mark, as an interrupted migration leaves them.
@Suite("A mark of a final bill that is missing", .onBothEngines)
struct MissingMarkTests {
  @Test("is found by a check, and written by the rest of the migration")
  func missing() throws {
    let office = try Office.smallCity()
    try office.startWater()
    try office.run(StopService.self, ["account": "500", "service": "WATER", "on": "2026-03-01"])
    try office.run(
      AddBill.self,
      [
        "bill": "B1", "account": "500", "amount": "9", "on": "2026-03-05", "service": "WATER",
        "from": "2026-02-01", "to": "2026-02-28",
      ])
    func marks() throws -> [String] {
      var found: [String] = []
      _ = try office.store.check { if $0.rule == .finalBillMark { found.append($0.record) } }
      return found
    }
    #expect(try marks() == [])
    try office.store.tamper("UPDATE service SET final_billed_on = NULL")
    #expect(try marks() == ["account 500"])
    #expect(try office.store.markFinalBills(by: author) == 1)
    #expect(try marks() == [])
  }
}
