import Accounts
import Testing

@testable import Rules
@testable import Values

@Suite("Transferring a service", .onBothEngines)
struct TransferServiceTests {
  let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.startWater(reading: "100")
    try office.openSecond()
  }

  private func cells(_ on: String, _ more: [String: String] = [:]) -> [String: String] {
    ["account": "500", "service": "WATER", "to": "600", "on": on].merging(more) { $1 }
  }

  @Test("it stops here and starts there on one day, with the same meter and reading")
  func transfer() throws {
    let done = try office.run(TransferService.self, cells("2026-03-01", ["reading": "150"]))
    #expect(done.effect.message == "WATER on account 500 transferred to account 600 on 2026-03-01")
    #expect(try office.services("500") == ["1000 2026-01-01..2026-03-01 stopped"])
    #expect(try office.services("600") == ["1000 2026-03-01.. active"])
    #expect(
      try office.places("W1") == ["500 1000 2026-01-01..2026-03-01", "600 1000 2026-03-01.."])
    #expect(
      try office.reads("W1") == [
        "2026-01-01 initial 100", "2026-03-01 final 150", "2026-03-01 initial 150",
      ])
  }

  @Test("the same transfer again changes nothing")
  func again() throws {
    try office.run(TransferService.self, cells("2026-03-01"))
    let again = try office.run(TransferService.self, cells("2026-03-01"))
    #expect(again.isUnchanged)
    #expect(
      again.effect.message
        == "WATER on account 500 is unchanged: transferred to account 600 on 2026-03-01")
  }

  @Test("nothing stops here where it cannot start there")
  func refusedThere() throws {
    try office.run(
      StartService.self, ["account": "600", "service": "WATER", "on": "2026-02-01"])
    #expect(office.refusal(TransferService.self, cells("2026-03-01"))?.code == .alreadyActive)
    #expect(try office.services("500") == ["1000 2026-01-01.. active"])
  }

  @Test("a service that stopped earlier is not transferred")
  func stopped() throws {
    try office.run(
      StopService.self, ["account": "500", "service": "WATER", "on": "2026-02-01"])
    #expect(
      office.refusal(TransferService.self, cells("2026-03-01"))
        == Rejection(
          .notActive, field: "on",
          found: "WATER on account 500, from 2026-01-01 until 2026-02-01",
          expected: "2026-02-01 or earlier",
          remedy: "use an earlier date; or `service start --help` explains how to start it"))
  }

  @Test("a service is not transferred to its own account")
  func itself() {
    let refusal = office.refusal(TransferService.self, cells("2026-03-01", ["to": "500"]))
    #expect(refusal?.code == .contradictory)
    #expect(refusal?.field == "to")
  }

  @Test("the account it goes to is named where it is not there")
  func missing() {
    let refusal = office.refusal(TransferService.self, cells("2026-03-01", ["to": "700"]))
    #expect(refusal?.code == .notFound)
    #expect(refusal?.field == "to")
  }

  @Test("a suspended service starts turned on, with a word about it")
  func suspended() throws {
    try office.run(
      SuspendService.self, ["account": "500", "service": "WATER", "on": "2026-02-01"])
    let done = try office.run(TransferService.self, cells("2026-03-20"))
    #expect(
      done.effect.notices == [
        "WATER on account 500 was suspended since 2026-02-01; the suspension ends on 2026-03-20"
      ])
    #expect(try office.services("600") == ["1000 2026-03-20.. pending_start"])
  }
}
