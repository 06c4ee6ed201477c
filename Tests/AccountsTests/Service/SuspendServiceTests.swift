import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Suspending and resuming a service", .onBothEngines)
struct SuspendServiceTests {
  let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.startWater(reading: "100")
  }

  private func cells(_ on: String, _ more: [String: String] = [:]) -> [String: String] {
    ["account": "500", "service": "WATER", "on": on].merging(more) { $1 }
  }

  private func suspensions() throws -> [String] {
    try office.store.books().rows(Suspension.ofService, Int64(1)).map { "\($0.days)" }
  }

  @Test("a service is off from a day until another, with a read on each")
  func offAndOn() throws {
    let off = try office.message(SuspendService.self, cells("2026-03-01", ["reading": "150"]))
    #expect(off == "WATER on account 500 suspended from 2026-03-01")
    #expect(try office.services() == ["1000 2026-01-01.. suspended"])
    let on = try office.message(ResumeService.self, cells("2026-03-10", ["reading": "151"]))
    #expect(on == "WATER on account 500 resumed on 2026-03-10")
    #expect(try office.services() == ["1000 2026-01-01.. active"])
    #expect(
      try office.reads("W1") == [
        "2026-01-01 initial 100", "2026-03-01 disconnect 150", "2026-03-10 reconnect 151",
      ])
    #expect(try suspensions() == ["from 2026-03-01 until 2026-03-10"])
  }

  @Test("days that have not come are fine")
  func future() throws {
    let off = try office.message(SuspendService.self, cells("2026-03-20"))
    #expect(off == "WATER on account 500 is suspended from 2026-03-20")
    let on = try office.message(ResumeService.self, cells("2026-03-25"))
    #expect(on == "WATER on account 500 resumes on 2026-03-25")
    #expect(try office.services() == ["1000 2026-01-01.. active"])
    try office.turn(to: "2026-03-24")
    #expect(try office.services() == ["1000 2026-01-01.. suspended"])
  }

  @Test("the same suspension again changes nothing, even when it is over")
  func suspendAgain() throws {
    try office.run(SuspendService.self, cells("2026-03-01"))
    #expect(try office.run(SuspendService.self, cells("2026-03-01")).isUnchanged)
    try office.run(ResumeService.self, cells("2026-03-05"))
    #expect(try office.run(SuspendService.self, cells("2026-03-01")).isUnchanged)
  }

  @Test("a suspended service is not suspended from another day")
  func suspendedAlready() throws {
    try office.run(SuspendService.self, cells("2026-03-01"))
    #expect(
      office.refusal(SuspendService.self, cells("2026-03-02"))
        == Rejection(
          .periodOverlaps, field: "on",
          found: "2026-03-02; WATER on account 500 is suspended since 2026-03-01",
          expected: "a service that is not suspended on that day or later",
          remedy: "`service resume --help` explains how to turn it on first; or keep it"))
  }

  @Test("a suspension may begin on the day on which another ended, not a day earlier")
  func touching() throws {
    try office.run(SuspendService.self, cells("2026-02-01"))
    try office.run(ResumeService.self, cells("2026-02-10"))
    #expect(office.refusal(SuspendService.self, cells("2026-02-09"))?.code == .periodOverlaps)
    try office.run(SuspendService.self, cells("2026-02-10"))
    #expect(
      try suspensions() == ["from 2026-02-01 until 2026-02-10", "since 2026-02-10"])
  }

  @Test("a service can be turned off and on, and off again, on one day")
  func sameDay() throws {
    try office.run(SuspendService.self, cells("2026-03-10"))
    try office.run(ResumeService.self, cells("2026-03-10"))
    #expect(try office.services() == ["1000 2026-01-01.. active"])
    try office.run(SuspendService.self, cells("2026-03-10"))
    #expect(try office.services() == ["1000 2026-01-01.. suspended"])
    #expect(try suspensions() == ["since 2026-03-10"])
  }

  @Test(
    "a service that does not run on the day is not suspended",
    arguments: ["2025-12-31", "2026-03-01"])
  func notRunning(on: String) throws {
    try office.run(
      StopService.self, ["account": "500", "service": "WATER", "on": "2026-03-01"])
    #expect(
      office.refusal(SuspendService.self, cells(on))
        == Rejection(
          .notActive, field: "on",
          found: "WATER on account 500, from 2026-01-01 until 2026-03-01",
          expected: "a day on which it is active",
          remedy: "use another date, or see `service list`"))
  }

  @Test("the same resumption again changes nothing")
  func resumeAgain() throws {
    try office.run(SuspendService.self, cells("2026-03-01"))
    try office.run(ResumeService.self, cells("2026-03-05"))
    let again = try office.run(ResumeService.self, cells("2026-03-05"))
    #expect(again.isUnchanged)
    #expect(again.effect.message == "WATER on account 500 is unchanged: resumed on 2026-03-05")
  }

  @Test("a resumption that was set moves to an earlier day")
  func moveResumption() throws {
    try office.run(SuspendService.self, cells("2026-03-01"))
    try office.run(ResumeService.self, cells("2026-03-25"))
    let moved = try office.message(ResumeService.self, cells("2026-03-20"))
    #expect(
      moved == "resume date of WATER on account 500 changed from 2026-03-25 to 2026-03-20")
    #expect(try suspensions() == ["from 2026-03-01 until 2026-03-20"])
  }

  @Test("a service that is not suspended is not resumed")
  func notSuspended() throws {
    #expect(
      office.refusal(ResumeService.self, cells("2026-03-05"))
        == Rejection(
          .notActive, field: "on",
          found: "2026-03-05; WATER on account 500 is not suspended on that day",
          expected: "a day on which it is suspended",
          remedy: "use another date, or see `service list`"))
    try office.run(SuspendService.self, cells("2026-03-06"))
    #expect(office.refusal(ResumeService.self, cells("2026-03-05"))?.code == .notActive)
  }

  @Test("a suspension that is over is named")
  func overAlready() throws {
    try office.run(SuspendService.self, cells("2026-03-01"))
    try office.run(ResumeService.self, cells("2026-03-05"))
    #expect(
      office.refusal(ResumeService.self, cells("2026-03-06"))?.found
        == "2026-03-06; WATER on account 500 was suspended from 2026-03-01 until 2026-03-05")
  }

  @Test("a service without a meter takes no reading")
  func unmetered() throws {
    try office.run(
      StartService.self, ["account": "500", "service": "SEWER", "on": "2026-01-01"])
    let refusal = office.refusal(
      SuspendService.self, cells("2026-03-01", ["service": "SEWER", "reading": "1"]))
    #expect(refusal?.code == .notMetered)
  }
}
