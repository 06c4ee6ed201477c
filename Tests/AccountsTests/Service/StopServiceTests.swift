import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Stopping a service", .onBothEngines)
struct StopServiceTests {
  let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.startWater(reading: "100")
  }

  private func stop(_ on: String, reading: String? = nil) throws -> Performed {
    try office.run(StopService.self, Self.cells(on, reading))
  }

  private func refusal(_ on: String, reading: String? = nil) -> Rejection? {
    office.refusal(StopService.self, Self.cells(on, reading))
  }

  private static func cells(_ on: String, _ reading: String?) -> [String: String] {
    var cells = ["account": "500", "service": "WATER", "on": on]
    cells["reading"] = reading
    return cells
  }

  @Test("the meter leaves the service and gets a final read")
  func stop() throws {
    let stopped = try stop("2026-03-10", reading: "150")
    #expect(stopped.effect.message == "WATER on account 500 stopped on 2026-03-10")
    #expect(stopped.effect.notices.isEmpty)
    #expect(try office.services() == ["1000 2026-01-01..2026-03-10 stopped"])
    #expect(try office.places("W1") == ["500 1000 2026-01-01..2026-03-10"])
    #expect(try office.reads("W1") == ["2026-01-01 initial 100", "2026-03-10 final 150"])
  }

  @Test("a meter that is named must be the one in the service, also where it has left already")
  func namedMeter() throws {
    func stop(_ meter: String) -> Rejection? {
      office.refusal(
        StopService.self, Self.cells("2026-03-10", "150").merging(["meter": meter]) { $1 })
    }
    let wrong = stop("W2")
    #expect(wrong?.code == .meterNotInstalled)
    #expect(wrong?.field == "meter")
    #expect(wrong?.expected == "meter W1")
    #expect(stop("X9")?.code == .notFound)
    #expect(try office.services() == ["1000 2026-01-01.. active"])
    #expect(stop("W1") == nil)
    #expect(try office.reads("W1") == ["2026-01-01 initial 100", "2026-03-10 final 150"])
    #expect(stop("W1") == nil)
    #expect(stop("W2")?.expected == "meter W1")
  }

  @Test("a stop without a final read says how to give it")
  func withoutReading() throws {
    #expect(
      try stop("2026-03-10").effect.notices == [
        "meter W1 has no final read; add it with "
          + "`read add W1 --on 2026-03-10 --reason final --reading READING`"
      ])
  }

  @Test("a pending stop leaves the service running until then, without a word")
  func future() throws {
    let stopped = try stop("2026-03-20")
    #expect(stopped.effect.message == "WATER on account 500 stops on 2026-03-20")
    #expect(stopped.effect.notices.isEmpty)
    #expect(try office.services() == ["1000 2026-01-01..2026-03-20 pending_stop"])
    try office.turn(to: "2026-03-20")
    #expect(try office.services() == ["1000 2026-01-01..2026-03-20 stopped"])
  }

  @Test("the same stop again changes nothing, its final read too")
  func again() throws {
    _ = try stop("2026-03-10")
    let again = try stop("2026-03-10")
    #expect(again.isUnchanged)
    #expect(again.effect.message == "WATER on account 500 is unchanged: stopped on 2026-03-10")
  }

  @Test("a final read can be given by stopping again on the same day")
  func readLater() throws {
    _ = try stop("2026-03-10")
    let again = try stop("2026-03-10", reading: "150")
    #expect(
      again.effect.message == "WATER on account 500, stopped on 2026-03-10: final read recorded")
    #expect(try office.reads("W1") == ["2026-01-01 initial 100", "2026-03-10 final 150"])
  }

  @Test("a pending stop moves to a later day, and the meter's stay with it")
  func moveLater() throws {
    _ = try stop("2026-03-20")
    let moved = try stop("2026-03-25")
    #expect(
      moved.effect.message
        == "stop date of WATER on account 500 changed from 2026-03-20 to 2026-03-25")
    #expect(try office.services() == ["1000 2026-01-01..2026-03-25 pending_stop"])
    #expect(try office.places("W1") == ["500 1000 2026-01-01..2026-03-25"])
  }

  @Test("a pending stop moves to an earlier day, and the meter's stay with it")
  func moveEarlier() throws {
    _ = try stop("2026-03-20")
    _ = try stop("2026-03-15")
    #expect(try office.places("W1") == ["500 1000 2026-01-01..2026-03-15"])
  }

  @Test("a past stop without reads can be corrected")
  func correctPast() throws {
    _ = try stop("2026-03-01")
    _ = try stop("2026-02-01")
    #expect(try office.services() == ["1000 2026-01-01..2026-02-01 stopped"])
  }

  @Test("a stop before a read is refused, naming the read")
  func readAfter() throws {
    _ = try stop("2026-03-05", reading: "150")
    #expect(
      refusal("2026-03-01")
        == Rejection(
          .dateOrder, field: "on", found: "2026-03-01; meter W1 has a final read on 2026-03-05",
          expected: "2026-03-05 or later",
          remedy: "void the read first with `read void W1 --on 2026-03-05`, or use a later date"))
  }

  @Test("a first stop before a periodic read is refused, on the day of the read it is not")
  func periodicReadAfter() throws {
    try office.store.connection.script(
      """
      INSERT INTO read (meter, read_on, number, reading, kind, reason, state) VALUES
        ('W1', '2026-02-01', 1, 120000, 'actual', 'periodic', 'current');
      """)
    #expect(
      refusal("2026-01-31")?.found == "2026-01-31; meter W1 has a periodic read on 2026-02-01")
    _ = try stop("2026-02-01")
    #expect(try office.services() == ["1000 2026-01-01..2026-02-01 stopped"])
  }

  @Test("a void read does not block")
  func voidRead() throws {
    try office.store.connection.script(
      """
      INSERT INTO read (meter, read_on, number, reading, kind, reason, state) VALUES
        ('W1', '2026-02-01', 1, 120000, 'actual', 'periodic', 'void');
      """)
    _ = try stop("2026-01-31")
    #expect(try office.services() == ["1000 2026-01-01..2026-01-31 stopped"])
  }

  @Test("a stop with a final read is not moved to a later day over that read")
  func finalReadInside() throws {
    _ = try stop("2026-03-05", reading: "150")
    #expect(
      refusal("2026-03-08")
        == Rejection(
          .dateOrder, field: "on", found: "2026-03-08; meter W1 has a final read on 2026-03-05",
          expected: "no final read while the service is active",
          remedy: "void the read first with `read void W1 --on 2026-03-05`"))
  }

  @Test("reads of the meter's next service do not stand in the way of the earlier one's stop")
  func nextServiceReads() throws {
    _ = try stop("2026-02-01")
    try office.startWater(on: "2026-02-10", reading: "130")
    _ = try stop("2026-02-01")
    let moved = try office.run(
      StopService.self, ["account": "500", "service": "WATER", "on": "2026-02-05"])
    #expect(
      moved.effect.message
        == "stop date of WATER on account 500 changed from 2026-02-01 to 2026-02-05")
  }

  @Test("a stop does not move into the next service of the type")
  func overlapsNext() throws {
    _ = try stop("2026-02-01")
    try office.run(
      StartService.self, ["account": "500", "service": "WATER", "on": "2026-03-15"])
    try office.run(StopService.self, ["account": "500", "service": "WATER", "on": "2026-03-15"])
    #expect(
      try office.services() == [
        "1000 2026-01-01..2026-03-15 pending_stop", "1000 2026-03-15.. pending_start",
      ])
    try office.run(
      StopService.self, ["account": "500", "service": "WATER", "on": "2026-03-20"])
    #expect(try office.services().last == "1000 2026-03-15..2026-03-20 pending_start")
  }

  @Test("a stop does not move over a day on which the meter is elsewhere")
  func meterElsewhere() throws {
    try office.openSecond()
    _ = try stop("2026-02-01")
    try office.run(
      StartService.self,
      ["account": "600", "service": "WATER", "on": "2026-02-10", "meter": "W1"])
    let refusal = refusal("2026-02-11")
    #expect(refusal?.code == .meterElsewhere)
    _ = try stop("2026-02-10")
    #expect(try office.places("W1").first == "500 1000 2026-01-01..2026-02-10")
  }

  @Test("a service of no days is refused", arguments: ["2026-01-01", "2025-12-31"])
  func noDays(on: String) {
    #expect(
      refusal(on)
        == Rejection(
          .dateOrder, field: "on",
          found: "\(on); WATER on account 500 starts on 2026-01-01",
          expected: "a day after 2026-01-01",
          remedy: "use a later date; cancel a pending start with "
            + "`service cancel 500 1000`, undo a past one with `change undo`"))
  }

  @Test("one day is enough")
  func oneDay() throws {
    try office.store.connection.script("DELETE FROM read;")
    _ = try stop("2026-01-02")
    #expect(try office.services() == ["1000 2026-01-01..2026-01-02 stopped"])
  }

  @Test("a service that the account does not have is refused")
  func missing() {
    let refusal = office.refusal(
      StopService.self, ["account": "500", "service": "SEWER", "on": "2026-03-10"])
    #expect(
      refusal
        == Rejection(
          .notActive, field: "service", found: "no SEWER on account 500",
          expected: "a service on the account",
          remedy: "see `service list`, or start it with `service start 500 2000`"))
  }

  @Test("a service with a final bill keeps its stop")
  func finalBilled() throws {
    _ = try stop("2026-03-01")
    try office.store.connection.script("UPDATE service SET final_billed_on = '2026-03-05';")
    let refusal = refusal("2026-03-02")
    #expect(refusal?.code == .closed)
    #expect(refusal?.found == "WATER on account 500, final billed on 2026-03-05")
    #expect(try stop("2026-03-01").isUnchanged)
  }

  @Test("a stop does not move past the account's closing")
  func pastClosing() throws {
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-03-20"])
    #expect(
      refusal("2026-03-21")?.found == "2026-03-21; account 500 closes on 2026-03-20")
  }

  @Test("a reading needs a meter in the service")
  func readingWithoutMeter() throws {
    try office.run(
      StartService.self, ["account": "500", "service": "3000", "on": "2026-02-01"])
    let refusal = office.refusal(
      StopService.self,
      ["account": "500", "service": "3000", "on": "2026-03-01", "reading": "5"])
    #expect(refusal?.code == .meterNotInstalled)
  }

  @Test("one reading for two meters is refused")
  func twoMeters() throws {
    try office.store.connection.script(
      "INSERT INTO meter_install VALUES (90, 'W2', 1, '2026-02-01', NULL);")
    #expect(
      refusal("2026-03-01", reading: "150")
        == Rejection(
          .ambiguous, field: "reading",
          found: "one reading for the meters W1, W2 of WATER on account 500",
          expected: "a reading for each",
          remedy: "leave out the reading, and add each with "
            + "`read add METER --on 2026-03-01 --reason final`"))
    _ = try stop("2026-03-01")
    #expect(try office.places("W2") == ["500 1000 2026-02-01..2026-03-01"])
  }

  @Test("a meter that was taken out earlier stays out")
  func removedEarlier() throws {
    try office.store.connection.script(
      """
      DELETE FROM read;
      UPDATE meter_install SET to_on = '2026-02-01';
      """)
    _ = try stop("2026-03-20")
    #expect(try office.places("W1") == ["500 1000 2026-01-01..2026-02-01"])
  }
}
