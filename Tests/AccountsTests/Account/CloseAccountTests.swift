import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Closing an account", .onBothEngines)
struct CloseAccountTests {
  let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.startWater(reading: "100")
    try office.run(
      StartService.self, ["account": "500", "service": "SEWER", "on": "2026-01-01"])
  }

  private func close(_ on: String, reading: String? = nil) throws -> Performed {
    try office.run(CloseAccount.self, Self.cells(on, reading))
  }

  private func refusal(_ on: String, reading: String? = nil) -> Rejection? {
    office.refusal(CloseAccount.self, Self.cells(on, reading))
  }

  private static func cells(_ on: String, _ reading: String?) -> [String: String] {
    var cells = ["account": "500", "on": on]
    cells["reading"] = reading
    return cells
  }

  @Test("every service stops, the meter gets its final read, nobody answers any more")
  func close() throws {
    let closed = try close("2026-03-10", reading: "150")
    #expect(closed.effect.message == "account 500 closed on 2026-03-10; stopped: WATER, SEWER")
    #expect(closed.effect.notices.isEmpty)
    #expect(try office.account() == "A 2026-01-01..2026-03-10")
    #expect(
      try office.services() == [
        "1000 2026-01-01..2026-03-10 stopped", "2000 2026-01-01..2026-03-10 stopped",
      ])
    #expect(try office.answers() == ["1 owner 2026-01-01..2026-03-10"])
    #expect(try office.places("W1") == ["500 1000 2026-01-01..2026-03-10"])
    #expect(try office.reads("W1") == ["2026-01-01 initial 100", "2026-03-10 final 150"])
  }

  @Test("what is still owed is said")
  func owed() throws {
    try office.run(AddBill.self, ["bill": "B1", "account": "500", "amount": "30"])
    let closed = try close("2026-03-10", reading: "150")
    #expect(closed.effect.notices == ["customer 1 still owes 30.00"])
  }

  @Test("the same closing again changes nothing")
  func again() throws {
    _ = try close("2026-03-10")
    let again = try close("2026-03-10")
    #expect(again.isUnchanged)
    #expect(again.effect.message == "account 500 is unchanged: closed on 2026-03-10")
  }

  @Test("the final read can be given by closing again on the same day")
  func readLater() throws {
    _ = try close("2026-03-10")
    #expect(
      try close("2026-03-10", reading: "150").effect.message
        == "account 500, closed on 2026-03-10: final read recorded")
    #expect(try office.reads("W1") == ["2026-01-01 initial 100", "2026-03-10 final 150"])
  }

  @Test("a service that stopped earlier stays as it was")
  func stoppedEarlier() throws {
    try office.run(
      StopService.self, ["account": "500", "service": "SEWER", "on": "2026-02-01"])
    #expect(
      try close("2026-03-20").effect.message == "account 500 closes on 2026-03-20; stopped: WATER")
    #expect(try office.services().last == "2000 2026-01-01..2026-02-01 stopped")
  }

  @Test("a pending start is cancelled, with a word about it")
  func cancelsPending() throws {
    try office.run(
      StartService.self, ["account": "500", "service": "MXU", "on": "2026-04-01"])
    #expect(
      try close("2026-03-20").effect.notices == [
        "MXU on account 500, which was to start on 2026-04-01, is canceled"
      ])
    #expect(try office.services().last == "MXU 2026-04-01.. cancelled")
  }

  @Test("a closing before a start that has come is refused")
  func beforeStart() throws {
    try office.run(
      StartService.self, ["account": "500", "service": "MXU", "on": "2026-03-05"])
    #expect(
      refusal("2026-03-05")
        == Rejection(
          .dateOrder, field: "on", found: "2026-03-05; MXU on account 500 started on 2026-03-05",
          expected: "a day after 2026-03-05", remedy: ""))
    #expect(try office.account() == "A 2026-01-01..")
  }

  @Test("a closing before a read is refused, naming the read")
  func readAfter() throws {
    try office.store.connection.script(
      """
      INSERT INTO read (meter, read_on, number, reading, kind, reason, state) VALUES
        ('W1', '2026-02-01', 1, 120000, 'actual', 'periodic', 'current');
      """)
    #expect(
      refusal("2026-01-31")?.found == "2026-01-31; meter W1 has a periodic read on 2026-02-01")
  }

  @Test(
    "a closing that has not come moves, with all that ends on it",
    arguments: ["2026-03-15", "2026-03-25"])
  func moves(on: String) throws {
    try office.run(
      StopService.self, ["account": "500", "service": "SEWER", "on": "2026-02-01"])
    _ = try close("2026-03-20")
    #expect(
      try close(on).effect.message
        == "closing of account 500 moved from 2026-03-20 to \(on); stopped: WATER")
    #expect(try office.account() == "A 2026-01-01..\(on)")
    #expect(
      try office.services() == [
        "1000 2026-01-01..\(on) pending_stop", "2000 2026-01-01..2026-02-01 stopped",
      ])
    #expect(try office.answers() == ["1 owner 2026-01-01..\(on)"])
    #expect(try office.places("W1") == ["500 1000 2026-01-01..\(on)"])
  }

  @Test("a closing that has come does not move")
  func closed() throws {
    _ = try close("2026-03-10")
    #expect(
      refusal("2026-03-15")
        == Rejection(
          .closed, field: "account", found: "account 500, closed on 2026-03-10",
          expected: "an open account",
          remedy: "undo that closing with `change undo`; or `account open --help` explains how to "
            + "reopen it"))
  }

  @Test("an account is open for a day at least", arguments: ["2026-01-01", "2025-12-31"])
  func dateOrder(on: String) {
    #expect(
      refusal(on)
        == Rejection(
          .dateOrder, field: "on", found: "\(on); account 500 opened on 2026-01-01",
          expected: "a day after 2026-01-01",
          remedy: "use a later date; undo an account opened by mistake with `change undo`"))
  }

  @Test("a closing on the first day of someone who answers for the account is refused")
  func laterCustomer() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "payer", "on": "2026-03-01"])
    #expect(
      refusal("2026-03-01")
        == Rejection(
          .dateOrder, field: "on", found: "2026-03-01; customer 2, payer since 2026-03-01",
          expected: "a day after 2026-03-01", remedy: ""))
  }

  @Test("one reading for two metered services is refused, naming them")
  func twoMetered() throws {
    try office.run(
      StartService.self,
      ["account": "500", "service": "IRRIGATION", "on": "2026-02-01", "meter": "I1"])
    #expect(
      refusal("2026-03-10", reading: "150")
        == Rejection(
          .ambiguous, field: "reading",
          found: "one reading for WATER, IRRIGATION on account 500",
          expected: "one metered service",
          remedy: "stop each with `service stop` and its own reading, then close the account"))
  }

  @Test("services that were stopped on the day with readings of their own are closed without one")
  func stoppedOnTheDay() throws {
    try office.run(
      StopService.self,
      ["account": "500", "service": "WATER", "on": "2026-03-10", "reading": "150"])
    let closed = try close("2026-03-10")
    #expect(closed.effect.message == "account 500 closed on 2026-03-10; stopped: SEWER")
    #expect(closed.effect.notices.isEmpty)
  }

  @Test("a reading without a metered service is refused")
  func noMeter() throws {
    try office.run(
      StopService.self, ["account": "500", "service": "WATER", "on": "2026-02-01"])
    #expect(refusal("2026-03-10", reading: "150")?.code == .notMetered)
  }

  @Test("an account that is not there is refused")
  func missing() {
    #expect(
      office.refusal(CloseAccount.self, ["account": "9", "on": "2026-03-10"])?.code == .notFound)
  }
}
