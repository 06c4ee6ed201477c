import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Starting a service", .onBothEngines)
struct StartServiceTests {
  let office: Office

  init() throws { office = try Office.smallCity() }

  private func start(_ cells: [String: String]) throws -> Performed {
    try office.run(StartService.self, Self.cells(cells))
  }

  private func refusal(_ cells: [String: String]) -> Rejection? {
    office.refusal(StartService.self, Self.cells(cells))
  }

  /// Water on account 500 on 2026-02-01 unless the cells say otherwise.
  private static func cells(_ cells: [String: String]) -> [String: String] {
    ["account": "500", "service": "WATER", "on": "2026-02-01"].merging(cells) { $1 }
  }

  @Test("a service starts with its meter and an initial read")
  func start() throws {
    let started = try start(["meter": "W1", "reading": "120"])
    #expect(started.effect.message == "WATER on account 500 started on 2026-02-01, meter W1")
    #expect(started.effect.notices.isEmpty)
    #expect(try office.services() == ["1000 2026-02-01.. active"])
    #expect(try office.places("W1") == ["500 1000 2026-02-01.."])
    #expect(try office.reads("W1") == ["2026-02-01 initial 120"])
  }

  @Test("a day that has not come is fine: the service becomes active by itself")
  func future() throws {
    let started = try start(["on": "2026-03-11", "meter": "W1"])
    #expect(started.effect.message == "WATER on account 500 starts on 2026-03-11, meter W1")
    #expect(try office.services() == ["1000 2026-03-11.. pending_start"])
    try office.turn(to: "2026-03-11")
    #expect(try office.services() == ["1000 2026-03-11.. active"])
  }

  @Test("a metered service without a meter is started, with a word about it")
  func withoutMeter() throws {
    #expect(
      try start([:]).effect.notices == [
        "WATER on account 500 is metered and has no meter; install one with "
          + "`service start 500 1000 --on 2026-02-01 --meter SERIAL`"
      ])
  }

  @Test("a service without a meter is given one by starting it again on its day")
  func meterLater() throws {
    _ = try start([:])
    let again = try start(["meter": "W1"])
    #expect(
      again.effect.message
        == "WATER on account 500, since 2026-02-01, changed, meter W1")
    #expect(try office.places("W1") == ["500 1000 2026-02-01.."])
  }

  @Test("the same start again changes nothing")
  func again() throws {
    _ = try start(["meter": "W1"])
    let again = try start(["meter": "W1"])
    #expect(again.isUnchanged)
    #expect(again.effect.message == "WATER on account 500, since 2026-02-01, is unchanged")
  }

  @Test("the same start with another meter is refused")
  func otherMeter() throws {
    _ = try start(["meter": "W1"])
    #expect(
      refusal(["meter": "W2"])
        == Rejection(
          .alreadyActive, field: "meter",
          found: "WATER on account 500, since 2026-02-01 with meter W1",
          expected: "the same meter",
          remedy: "change the meter with `meter exchange W1 --new W2 --on DATE`, or add it next to "
            + "the other with `meter install W2 500 --on DATE`"))
  }

  @Test("a service that is active from another day is named with that day")
  func alreadyActive() throws {
    _ = try start([:])
    #expect(
      refusal(["on": "2026-02-02"])
        == Rejection(
          .alreadyActive, field: "on", found: "WATER on account 500, active since 2026-02-01",
          expected: "a day on which WATER is neither active nor due to start later",
          remedy: "stop it first with `service stop 500 1000`, or keep it"))
  }

  @Test("a service that is to start later is named with that day")
  func startsLater() throws {
    _ = try start(["on": "2026-04-01"])
    #expect(
      refusal(["on": "2026-03-31"])
        == Rejection(
          .alreadyActive, field: "on",
          found: "WATER on account 500, which starts on 2026-04-01",
          expected: "a day on which WATER is neither active nor due to start later",
          remedy: "cancel that start first with `service cancel 500 1000`, or keep it"))
  }

  @Test("a service may start on the day on which the one before stops, not a day earlier")
  func touching() throws {
    _ = try start([:])
    try office.run(
      StopService.self, ["account": "500", "service": "WATER", "on": "2026-03-01"])
    #expect(refusal(["on": "2026-02-28"])?.code == .alreadyActive)
    _ = try start(["on": "2026-03-01"])
    #expect(
      try office.services() == [
        "1000 2026-02-01..2026-03-01 stopped", "1000 2026-03-01.. active",
      ])
  }

  @Test("services of different types run side by side")
  func types() throws {
    _ = try start([:])
    _ = try start(["service": "sewer"])
    #expect(try office.services() == ["1000 2026-02-01.. active", "2000 2026-02-01.. active"])
  }

  @Test("a service starts on the account's first day, not before")
  func beforeOpening() throws {
    #expect(
      refusal(["on": "2025-12-31"])
        == Rejection(
          .dateOrder, field: "on", found: "2025-12-31; account 500 opens on 2026-01-01",
          expected: "2026-01-01 or later", remedy: ""))
    _ = try start(["on": "2026-01-01"])
    #expect(try office.services() == ["1000 2026-01-01.. active"])
  }

  @Test("a closed account gets no service from its closing on")
  func closed() throws {
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-03-01"])
    #expect(
      refusal(["on": "2026-03-01"])
        == Rejection(
          .closed, field: "account", found: "account 500, closed on 2026-03-01",
          expected: "an account that is open on 2026-03-01",
          remedy: "`account open --help` explains how to reopen it; or use another account"))
  }

  @Test("a service on an account that will close stops with it")
  func closing() throws {
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-04-01"])
    let started = try start(["service": "SEWER"])
    #expect(
      started.effect.notices == [
        "SEWER on account 500 stops on 2026-04-01, when the account closes"
      ])
    #expect(try office.services() == ["2000 2026-02-01..2026-04-01 pending_stop"])
  }

  @Test("a meter that is in another service is refused")
  func meterElsewhere() throws {
    try office.openSecond()
    _ = try start(["meter": "W1"])
    let refusal = refusal(["account": "600", "meter": "W1"])
    #expect(refusal?.code == .meterElsewhere)
    #expect(refusal?.field == "meter")
    #expect(refusal?.found == "meter W1, in service 1 of account 500 from 2026-02-01")
    #expect(try office.services("600").isEmpty)
  }

  @Test("a meter of a service that stopped may be taken over from that day on")
  func takeOver() throws {
    _ = try start(["meter": "W1"])
    try office.run(
      StopService.self, ["account": "500", "service": "WATER", "on": "2026-03-01"])
    _ = try start(["on": "2026-03-01", "meter": "W1"])
    #expect(
      try office.places("W1") == ["500 1000 2026-02-01..2026-03-01", "500 1000 2026-03-01.."])
  }

  @Test("a meter of another service type is refused")
  func otherType() {
    let refusal = refusal(["meter": "I1"])
    #expect(refusal?.code == .contradictory)
    #expect(refusal?.found == "meter I1, which measures 3000 IRRIGATION")
  }

  @Test("an unmetered service takes neither meter nor reading")
  func unmetered() {
    #expect(refusal(["service": "SEWER", "meter": "W1"])?.code == .notMetered)
    #expect(
      refusal(["service": "SEWER", "reading": "5"])
        == Rejection(
          .notMetered, field: "reading",
          found: "a reading for SEWER on account 500, which is not metered",
          expected: "no reading", remedy: "leave out the reading"))
  }

  @Test("a reading needs its meter")
  func readingAlone() {
    let refusal = refusal(["reading": "5"])
    #expect(refusal?.code == .required)
    #expect(refusal?.field == "meter")
  }

  @Test(
    "what is not there is refused",
    arguments: [
      ("account", "501", "no account 501"), ("service", "STEAM", "no service type STEAM"),
      ("meter", "W9", "no meter W9"),
    ])
  func missing(field: String, word: String, found: String) {
    let refusal = refusal([field: word])
    #expect(refusal?.code == .notFound)
    #expect(refusal?.field == field)
    #expect(refusal?.found == found)
  }

  @Test("a cancelled service does not block")
  func afterCancel() throws {
    _ = try start(["on": "2026-04-01", "meter": "W1"])
    try office.run(CancelService.self, ["account": "500", "service": "WATER"])
    _ = try start(["on": "2026-04-01", "meter": "W1"])
    #expect(
      try office.services() == [
        "1000 2026-04-01.. cancelled", "1000 2026-04-01.. pending_start",
      ])
    #expect(try office.places("W1") == ["500 1000 2026-04-01.."])
  }
}
