import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Dishonored returns after somebody moved out", .onBothEngines)
struct DishonoredReturnTests {
  private func take(
    _ code: String, _ trace: String, on day: String, in office: Office
  ) throws -> Effect {
    let file = try ReturnFile(ReturnSample(items: [(trace, code, nil)]).text.utf8)
    let change = try office.store.beginChange(author)
    let performed = try change.perform(
      RecordReturn(try #require(file.items.first), on: CivilDate(day)))
    try change.commit()
    return performed.effect
  }

  /// The owner's bank account pays the bills of tenant 2, whom tenant 3 follows on 2026-03-13.
  private func drafted() throws -> (office: Office, trace: String) {
    let office = try Office.sending()
    try office.enroll()
    try office.store.connection.script(
      """
      INSERT INTO account_customer VALUES
        (90, '500', '2', 'tenant', '2026-01-01', '2026-03-13'),
        (91, '500', '3', 'tenant', '2026-03-13', NULL)
      """)
    try office.run(
      AddBill.self,
      ["bill": "B1", "account": "500", "on": "2026-02-20", "due": "2026-03-12", "amount": "41.80"])
    try office.export(on: "2026-03-02")
    try office.turn(to: "2026-03-12")
    let file = Lines(try office.export(on: "2026-03-12"))
    return (office, try #require(file.entries.first)[80...94])
  }

  @Test(
    "the draft's money goes back to whom it was, and not to the next tenant",
    arguments: [true, false])
  func tenant(_ namesCustomer: Bool) throws {
    let (office, trace) = try drafted()
    #expect(try office.column("SELECT cid FROM payment") == ["2"])
    if !namesCustomer { try office.store.connection.script("UPDATE payment SET cid = NULL") }
    try office.turn(to: "2026-03-16")
    _ = try take("R02", trace, on: "2026-03-13", in: office)
    _ = try take("R61", trace, on: "2026-03-16", in: office)
    let standing = "SELECT cid FROM payment WHERE reversed_on IS NULL"
    #expect(try office.column(standing) == ["2"])
    #expect(try office.store.number("SELECT count(*) FROM payment") == 2)
  }

  @Test("after a move-out, nobody is told to enroll whoever lives there now")
  func movedOut() throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    try office.turn(to: "2026-03-16")
    try office.run(MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-03-13"])
    #expect(try take("R07", trace, on: "2026-03-13", in: office).notices == [])
    let dishonored = try take("R61", trace, on: "2026-03-16", in: office)
    #expect(dishonored.notices == ["its automatic payments stay cancelled"])
  }
}
