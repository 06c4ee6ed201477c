import Accounts
import Testing

@testable import Values

/// Readings that are lower than what came before.
@Suite(.onBothEngines)
struct LowReadingTests {
  @Test("a reading below an actual one is refused")
  func below() throws {
    let yard = try MeterOffice.withMeter(["dials": "5"])
    try yard.read("M1 2025-02-01 100")
    #expect(
      try yard.refused("M1 2025-03-01 99")
        == Rejection(
          .readingBelowPrevious, field: "reading",
          found: "99, which is below the read of 2025-02-01 (100, actual, periodic)",
          expected: "100 or more (the register rolls over at 100000)",
          remedy:
            "check the figure; if the meter was replaced, use `meter exchange`; if the earlier "
            + "read is wrong, void it first: `read void M1 --on 2025-02-01`"))
  }

  @Test("a register that passes zero has used the rest of its turn and what it shows")
  func rollover() throws {
    let yard = try MeterOffice.withMeter(["dials": "4", "multiplier": "10"])
    try yard.read("M1 2025-02-01 9900")
    let done = try yard.read("M1 2025-03-01 50")
    #expect(try yard.consumption == ["2025-02-01..2025-03-01 1500 GAL"])
    #expect(done.effect.notices == ["the register of meter M1 rolled over to zero: usage 1500 GAL"])
    try yard.read("M1 2025-04-01 60")
    #expect(try yard.consumption.last == "2025-03-01..2025-04-01 100 GAL")
  }

  @Test(
    "a register has passed zero only from its upper half, by a quarter turn, after a sure read",
    arguments: [
      ("7500", "0", "actual", true), ("7499", "0", "actual", false),
      ("9999", "2499", "verified", true), ("9999", "2500", "verified", false),
      ("9900", "10", "customer", false), ("9900", "10", "estimated", false),
    ])
  func plausible(first: String, second: String, kind: String, isTaken: Bool) throws {
    let yard = try MeterOffice.withMeter(["dials": "4"])
    try yard.read("M1 2025-02-01 \(first) kind=\(kind)")
    let refusal = try yard.refused("M1 2025-03-01 \(second)")
    #expect(refusal?.code == (isTaken ? nil : .readingBelowPrevious))
  }

  @Test("a register whose digits are not known does not pass zero")
  func noDials() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 9999")
    #expect(try yard.refused("M1 2025-03-01 1")?.code == .readingBelowPrevious)
  }

  @Test("estimates above a later actual read are re-estimated, evenly from day to day")
  func reEstimate() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 150 kind=estimated source=model")
    try yard.read("M1 2025-04-01 200 kind=estimated")
    let done = try yard.read("M1 2025-05-01 189")
    #expect(
      try yard.reads() == [
        "2025-02-01#1 100 actual", "2025-03-01#1 150 estimated superseded",
        "2025-03-01#2 128 office_estimate", "2025-04-01#1 200 estimated superseded",
        "2025-04-01#2 159 office_estimate", "2025-05-01#1 189 actual",
      ])
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 28 GAL est", "2025-03-01..2025-04-01 31 GAL est",
        "2025-04-01..2025-05-01 30 GAL",
      ])
    #expect(
      done.effect.notices == [
        "2 estimated reads of meter M1 re-estimated: 2025-03-01 150 → 128, 2025-04-01 200 → 159"
      ])
    #expect(try yard.consumptionRows == yard.recomputed())
  }

  @Test("an estimate that was re-estimated is unchanged when it comes again")
  func estimateAgain() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 150 kind=estimated")
    try yard.read("M1 2025-04-01 120")
    #expect(try yard.read("M1 2025-03-01 150 kind=estimated").isUnchanged)
  }

  @Test("estimated consumptions give way to a later actual read like estimated readings")
  func estimatedConsumption() throws {
    let yard = try MeterOffice.withMeter(["multiplier": "10"])
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 consumption=500 kind=estimated")
    try yard.read("M1 2025-04-01 consumption=400 kind=estimated")
    try yard.read("M1 2025-05-01 108.9")
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 28 GAL est", "2025-03-01..2025-04-01 31 GAL est",
        "2025-04-01..2025-05-01 30 GAL",
      ])
  }

  @Test("a reading below the last actual one is refused, whatever was estimated since")
  func belowActual() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 150 kind=estimated")
    let refusal = try yard.refused("M1 2025-04-01 99")
    #expect(refusal?.code == .readingBelowPrevious)
    #expect(
      refusal?.found == "99, which is below the read of 2025-02-01 (100, actual, periodic)")
  }

  @Test("an estimate does not overrule another")
  func lowEstimate() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 150 kind=estimated")
    let refusal = try yard.refused("M1 2025-04-01 140 kind=estimated")
    #expect(refusal?.code == .readingBelowPrevious)
    #expect(
      refusal?.found == "140, which is below the read of 2025-03-01 (150, estimated, periodic)")
  }

  @Test("many estimates in a row are all re-estimated")
  func longRun() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-01-01 100")
    var day = try CivilDate("2025-01-02")
    for number in 1...40 {
      try yard.read("M1 \(day) \(100 + number * 10) kind=estimated")
      day = day.adding(days: 1)
    }
    try yard.read("M1 \(day) 141")
    let rows = try yard.consumption
    #expect(rows.count == 41)
    #expect(rows.allSatisfy { $0.contains(" 1 GAL") })
    #expect(try yard.consumptionRows == yard.recomputed())
  }

  @Test("an estimate for the day of the actual read takes its reading")
  func sameDay() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 150 kind=estimated")
    try yard.read("M1 2025-03-01 130 reason=final")
    #expect(try yard.consumption == ["2025-02-01..2025-03-01 30 GAL"])
    #expect(try yard.consumptionRows == yard.recomputed())
  }
}
