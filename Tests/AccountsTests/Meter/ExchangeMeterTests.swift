import Accounts
import Testing

@testable import Rules

/// `meter exchange` and `meter remove`
@Suite(.onBothEngines)
struct ExchangeMeterTests {
  private static let cells = [
    "meter": "M1", "new": "M2", "on": "2025-03-10", "reading": "130", "new-reading": "5",
  ]

  private func yard() throws -> MeterOffice {
    let yard = try MeterOffice.withMeter()
    try yard.addMeter("M2", ["multiplier": "10"])
    try yard.read("M1 2025-02-01 100 reason=initial")
    try yard.read("M1 2025-03-01 120")
    return yard
  }

  @Test("an exchange counts what each meter measured")
  func parts() throws {
    let yard = try yard()
    try yard.office.run(ExchangeMeter.self, Self.cells)
    try yard.read("M2 2025-04-01 7")
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 20 GAL", "2025-03-01..2025-03-10 10 GAL",
        "M2 2025-03-10..2025-04-01 20 GAL",
      ])
    #expect(try yard.consumptionRows == yard.recomputed(["M1", "M2"]))
  }

  @Test("after an exchange the old meter is free and the new one in its place")
  func places() throws {
    let yard = try yard()
    try yard.office.run(ExchangeMeter.self, Self.cells)
    try yard.install("M1", in: 2, on: "2025-03-10")
    #expect(try yard.refused("M1 2025-03-09 125")?.code == nil)
    #expect(try yard.refused("M2 2025-03-09 5")?.code == .meterNotInstalled)
  }

  @Test("the same exchange again changes nothing")
  func again() throws {
    let yard = try yard()
    try yard.office.run(ExchangeMeter.self, Self.cells)
    let second = try yard.office.run(ExchangeMeter.self, Self.cells)
    #expect(second.isUnchanged)
    #expect(second.effect.message == "meter M1 of account 7001 was already exchanged for M2")
  }

  @Test("an exchange without readings says what is not counted")
  func withoutReadings() throws {
    let yard = try yard()
    let done = try yard.office.run(
      ExchangeMeter.self, ["meter": "M1", "new": "M2", "on": "2025-03-10"])
    #expect(
      done.effect.notices == [
        "no closing reading: usage of meter M1 since its last read is not counted",
        "no opening reading: meter M2 counts from its first read",
      ])
  }

  @Test("a new meter that is elsewhere, or is the old one, is refused as the new one")
  func newMeter() throws {
    let yard = try yard()
    try yard.install("M2", in: 2, on: "2025-01-01")
    let elsewhere = yard.office.refusal(ExchangeMeter.self, Self.cells)
    #expect(elsewhere?.code == .meterElsewhere)
    #expect(elsewhere?.field == "new")
    var same = Self.cells
    same["new"] = "M1"
    #expect(yard.office.refusal(ExchangeMeter.self, same)?.code == .contradictory)
    same["new"] = "M404"
    #expect(yard.office.refusal(ExchangeMeter.self, same)?.field == "new")
  }

  @Test("a closing reading below the last read changes nothing")
  func lowClosing() throws {
    let yard = try yard()
    var cells = Self.cells
    cells["reading"] = "119"
    #expect(
      yard.office.refusal(ExchangeMeter.self, cells)?.code == .readingBelowPrevious)
    #expect(try yard.refused("M2 2025-03-20 9")?.code == .meterNotInstalled)
  }

  @Test("an opening reading with too many digits is refused as the opening reading")
  func longOpening() throws {
    let yard = try MeterOffice.withMeter()
    try yard.addMeter("M2", ["dials": "4"])
    var cells = Self.cells
    cells["new-reading"] = "10000"
    let refusal = yard.office.refusal(ExchangeMeter.self, cells)
    #expect(refusal?.code == .readingTooLong)
    #expect(refusal?.field == "new-reading")
  }

  @Test("a meter that was exchanged out of another service that day counts afresh in its new one")
  func twoExchanges() throws {
    let yard = try yard()
    try yard.addMeter("M3")
    try yard.install("M2", in: 2, on: "2025-01-01")
    try yard.read("M2 2025-02-01 1")
    try yard.office.run(
      ExchangeMeter.self,
      ["meter": "M2", "new": "M3", "on": "2025-03-10", "reading": "5", "new-reading": "0"])
    try yard.office.run(ExchangeMeter.self, Self.cells)
    try yard.read("M2 2025-04-01 6")
    #expect(
      try yard.consumption.suffix(2) == [
        "M2 2025-03-10..2025-04-01 10 GAL", "service 2 M2 2025-02-01..2025-03-10 40 GAL",
      ])
    #expect(try yard.consumptionRows == yard.recomputed(["M1", "M2", "M3"]))
  }

  @Test("a meter that is taken out leaves its service running, with a closing read")
  func remove() throws {
    let yard = try yard()
    let cells = ["meter": "M1", "on": "2025-03-10", "reading": "130"]
    let done = try yard.office.run(RemoveMeter.self, cells)
    #expect(done.effect.message == "meter M1 removed from account 7001 on 2025-03-10")
    #expect(done.effect.notices == ["service 1 of account 7001 continues without this meter"])
    #expect(try yard.consumption.last == "2025-03-01..2025-03-10 10 GAL")
    #expect(try yard.office.run(RemoveMeter.self, cells).isUnchanged)
  }

  @Test("a meter that is nowhere cannot be taken out or exchanged")
  func nowhere() throws {
    let yard = try yard()
    let refusal = yard.office.refusal(RemoveMeter.self, ["meter": "M2", "on": "2025-03-10"])
    #expect(refusal?.code == .meterNotInstalled)
    #expect(refusal?.expected == "a meter that is in a service")
    let early = yard.office.refusal(
      ExchangeMeter.self, Self.cells.merging(["on": "2024-05-05"]) { $1 })
    #expect(early?.code == .meterNotInstalled)
    #expect(early?.expected == "a day when it is in one, after the first: from 2025-01-01")
  }
}
