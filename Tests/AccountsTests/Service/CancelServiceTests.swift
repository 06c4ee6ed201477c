import Accounts
import Testing

@testable import Rules
@testable import Values

@Suite("Cancelling a start or a stop", .onBothEngines)
struct CancelServiceTests {
  let office: Office

  init() throws { office = try Office.smallCity() }

  private let water = ["account": "500", "service": "WATER"]
  private let waterStop = ["account": "500", "service": "WATER", "stop": "yes"]

  @Test("a pending start is cancelled, and its meter is free")
  func cancel() throws {
    try office.startWater(on: "2026-03-11")
    #expect(
      try office.message(CancelService.self, water)
        == "WATER on account 500, which was to start on 2026-03-11, canceled")
    #expect(try office.services() == ["1000 2026-03-11.. cancelled"])
    #expect(try office.places("W1").isEmpty)
  }

  @Test("the same again changes nothing")
  func again() throws {
    try office.startWater(on: "2026-03-11")
    try office.run(CancelService.self, water)
    try office.turn(to: "2026-03-15")
    let again = try office.run(CancelService.self, water)
    #expect(again.isUnchanged)
    #expect(
      again.effect.message == "WATER on account 500 is unchanged: canceled on 2026-03-10")
  }

  @Test("an earlier service that ran stays as it is")
  func earlierService() throws {
    try office.startWater()
    try office.run(StopService.self, water.merging(["on": "2026-02-01"]) { $1 })
    try office.startWater(on: "2026-03-11")
    try office.run(CancelService.self, water)
    #expect(try office.run(CancelService.self, water).isUnchanged)
    #expect(
      try office.services() == [
        "1000 2026-01-01..2026-02-01 stopped", "1000 2026-03-11.. cancelled",
      ])
  }

  @Test("a service that began today is not cancelled")
  func begun() throws {
    try office.startWater(on: "2026-03-10")
    #expect(
      office.refusal(CancelService.self, water)
        == Rejection(
          .notActive, field: "service", found: "WATER on account 500, since 2026-03-10",
          expected: "a pending start",
          remedy: "stop it with `service stop 500 1000`, "
            + "or undo a mistake with `change undo`"))
  }

  @Test("a service that has stopped, or will, is not told to be stopped")
  func stopped() throws {
    try office.startWater()
    try office.run(StopService.self, water.merging(["on": "2026-03-11"]) { $1 })
    #expect(
      office.refusal(CancelService.self, water)?.remedy
        == "cancel its stop with `service cancel 500 1000 --stop yes`, "
        + "or undo a mistake with `change undo`")
    try office.turn(to: "2026-03-12")
    #expect(
      office.refusal(CancelService.self, water)?.remedy == "undo a mistake with `change undo`")
  }

  @Test("a service that was never there is not cancelled")
  func missing() {
    #expect(office.refusal(CancelService.self, water)?.found == "no WATER on account 500")
  }

  @Test("a start with a read of its own is not cancelled before the read is void")
  func readThere() throws {
    try office.turn(to: "2026-03-11")
    try office.startWater(on: "2026-03-11", reading: "100")
    try office.turn(to: "2026-03-10")
    #expect(
      office.refusal(CancelService.self, water)?.remedy.hasPrefix(
        "void the read first with `read void W1 --on 2026-03-11`") == true)
  }

  @Test("a pending stop is taken back, and the meter stays in")
  func cancelStop() throws {
    try office.startWater()
    try office.run(StopService.self, water.merging(["on": "2026-03-11"]) { $1 })
    #expect(
      try office.message(CancelService.self, waterStop)
        == "stop of WATER on account 500 on 2026-03-11 canceled")
    #expect(try office.services() == ["1000 2026-01-01.. active"])
    #expect(try office.places("W1") == ["500 1000 2026-01-01.."])
  }

  @Test("a service without a stop is unchanged")
  func noStop() throws {
    try office.startWater()
    #expect(try office.run(CancelService.self, waterStop).isUnchanged)
  }

  @Test("a stop that has come is not taken back")
  func stopCome() throws {
    try office.startWater()
    try office.run(StopService.self, water.merging(["on": "2026-03-10"]) { $1 })
    let refusal = office.refusal(CancelService.self, waterStop)
    #expect(refusal?.code == .notActive)
    #expect(refusal?.found == "WATER on account 500, from 2026-01-01 until 2026-03-10")
  }

  @Test("a stop of an account that closes is not taken back")
  func closing() throws {
    try office.startWater()
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-03-20"])
    let refusal = office.refusal(CancelService.self, waterStop)
    #expect(refusal?.code == .closed)
    #expect(refusal?.found == "account 500, which closes on 2026-03-20")
  }

  @Test("a stop is not taken back where the service starts again later")
  func startsAgain() throws {
    try office.startWater()
    try office.run(StopService.self, water.merging(["on": "2026-03-20"]) { $1 })
    try office.startWater(on: "2026-04-01")
    let refusal = office.refusal(CancelService.self, waterStop)
    #expect(refusal?.code == .periodOverlaps)
    #expect(
      refusal?.found == "WATER on account 500, which starts again on 2026-04-01")
  }

  @Test("a stop is not taken back where the meter went elsewhere")
  func meterElsewhere() throws {
    try office.openSecond()
    try office.startWater()
    try office.run(StopService.self, water.merging(["on": "2026-03-20"]) { $1 })
    try office.run(
      StartService.self,
      ["account": "600", "service": "WATER", "on": "2026-04-01", "meter": "W1"])
    #expect(office.refusal(CancelService.self, waterStop)?.code == .meterElsewhere)
  }
}
