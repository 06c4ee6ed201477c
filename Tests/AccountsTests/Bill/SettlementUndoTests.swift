import Accounts
import Testing

@testable import Ledger

/// Random work on two accounts, with moves that transfer balances, and all of it undone again.
@Suite("Undo of all that was billed, paid and moved", .onBothEngines)
struct SettlementUndoTests {
  @Test("the store is as it was before, and redone as it was after", arguments: UInt64(21)...24)
  func everything(seed: UInt64) throws {
    let office = try Office.smallCity()
    var desk = try SettlementDesk(office: office, seed: seed)
    let before = try office.store.dump()
    try desk.work(steps: 40)
    let after = try office.store.dump()
    let undos = try desk.undoEverything()
    #expect(try office.store.dump() == before)
    try desk.redo(undos)
    #expect(try office.store.dump() == after)
    try desk.check()
    #expect(try office.store.findings() == [])
  }
}
