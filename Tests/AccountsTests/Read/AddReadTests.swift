import Accounts
import Testing

@testable import Ledger
@testable import Values

/// `read add`, in the order of days
@Suite(.onBothEngines)
struct AddReadTests {
  @Test("the first read is where counting begins; the next one measures")
  func base() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    #expect(try yard.consumption == [])
    try yard.read("M1 2025-03-01 120.5")
    #expect(try yard.consumption == ["2025-02-01..2025-03-01 20.5 GAL"])
  }

  @Test("a period's row says its days, its unit, and which read closed it")
  func row() throws {
    let yard = try MeterOffice.withMeter(["unit": "CCF"])
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 100 reason=control")
    try yard.read("M1 2025-03-01 120")
    let row = try #require(try yard.consumptionRows.first)
    #expect(row[Consumption.days] == 28)
    #expect(row[Consumption.unit].text == "CCF")
    #expect(row[Consumption.readNumber] == 2)
    #expect(row[Consumption.meter].text == "M1")
  }

  @Test(
    "the multiplier scales register reading, to the nearest thousandth",
    arguments: [
      ("10", "100", "103", "30"), ("0.748", "0", "1000", "748"), ("0.5", "0", "0.001", "0.001"),
      ("0.4", "0", "0.001", "0"), ("1000", "1.001", "1.002", "1"),
    ])
  func multiplier(multiplier: String, first: String, second: String, usage: String) throws {
    let yard = try MeterOffice.withMeter(["multiplier": multiplier])
    try yard.read("M1 2025-02-01 \(first)")
    try yard.read("M1 2025-03-01 \(second)")
    #expect(try yard.consumption == ["2025-02-01..2025-03-01 \(usage) GAL"])
  }

  @Test("a stated consumption counts from its day, or the previous read, or the meter's first day")
  func stated() throws {
    let yard = try MeterOffice.withMeter(["multiplier": "10"])
    try yard.read("M1 2025-02-01 consumption=7")
    try yard.read("M1 2025-03-01 consumption=8")
    try yard.read("M1 2025-04-01 consumption=9 from=2025-03-05")
    #expect(
      try yard.consumption == [
        "2025-01-01..2025-02-01 7 GAL", "2025-02-01..2025-03-01 8 GAL",
        "2025-03-05..2025-04-01 9 GAL",
      ])
  }

  @Test("a stated consumption of several turns of the dial leaves the register on the dial")
  func turns() throws {
    let yard = try MeterOffice.withMeter(["dials": "4"])
    try yard.read("M1 2025-02-01 500")
    try yard.read("M1 2025-03-01 consumption=35000")
    try yard.read("M1 2025-04-01 5600")
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 35000 GAL", "2025-03-01..2025-04-01 100 GAL",
      ])
  }

  @Test("a reading after a stated consumption measures from where that took the register")
  func mixed() throws {
    let yard = try MeterOffice.withMeter(["multiplier": "10"])
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 consumption=50")
    try yard.read("M1 2025-04-01 108")
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 50 GAL", "2025-03-01..2025-04-01 30 GAL",
      ])
  }

  @Test("reading and consumption together must agree")
  func mismatch() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100 consumption=30")
    #expect(try yard.consumption == ["2025-01-01..2025-02-01 30 GAL"])
    try yard.read("M1 2025-03-01 120 consumption=20")
    #expect(
      try yard.refused("M1 2025-04-01 150 consumption=31")
        == Rejection(
          .readingMismatch, field: "consumption",
          found: "a consumption of 31, but the register of meter M1 went from 120 to 150 "
            + "since 2025-03-01, which is 30",
          expected: "a reading and a consumption that agree",
          remedy: "check both figures, or enter only one of them"))
  }

  @Test("a period that an estimate closes is estimated, whichever kind of estimate")
  func estimated() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 120 kind=estimated")
    try yard.read("M1 2025-04-01 140 kind=office-estimate")
    try yard.read("M1 2025-05-01 160 kind=customer")
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 20 GAL est", "2025-03-01..2025-04-01 20 GAL est",
        "2025-04-01..2025-05-01 20 GAL",
      ])
  }

  @Test("the same read again changes nothing, wherever it came from")
  func again() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100 source=route")
    let second = try yard.read("M1 2025-02-01 100.0 source=portal")
    #expect(second.isUnchanged)
    #expect(second.effect.message == "the read of meter M1 on 2025-02-01 is unchanged")
  }

  @Test(
    "another read for the same day and reason is refused",
    arguments: ["101", "100 kind=verified", "100 consumption=0", "100 from=2025-01-15"])
  func conflict(cells: String) throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    #expect(
      try yard.refused("M1 2025-02-01 \(cells)")
        == Rejection(
          .conflict, field: "on",
          found: "the read of 2025-02-01 (100, actual, periodic) of meter M1",
          expected: "one read per reason and day",
          remedy: "if that read is wrong, void it first: `read void M1 --on 2025-02-01`"))
  }

  @Test("a final and an initial read on one day count for the service that each belongs to")
  func moveDay() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.removeMeters(of: 1, on: "2025-03-01")
    try yard.install("M1", in: 2, on: "2025-03-01")
    try yard.read("M1 2025-03-01 120 reason=initial")
    try yard.read("M1 2025-03-01 120 reason=final")
    try yard.read("M1 2025-04-01 125")
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 20 GAL", "service 2 2025-03-01..2025-04-01 5 GAL",
      ])
  }

  @Test("a usage within no day is refused, a second read of the same figure is not")
  func zeroDays() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-02-01 100 reason=disconnect")
    let refusal = try yard.refused("M1 2025-02-01 105 reason=final")
    #expect(refusal?.code == .dateOrder)
    #expect(refusal?.field == "reading")
    #expect(
      refusal?.found
        == "a usage of 5 GAL within zero days: 2025-02-01, the same day as the read of 2025-02-01 "
        + "(100, actual, disconnect)")
    #expect(try yard.refused("M1 2025-01-01 consumption=4")?.code == .dateOrder)
    #expect(try yard.refused("M1 2025-03-01 consumption=4 from=2025-03-01")?.code == .dateOrder)
    #expect(try yard.consumption == [])
  }

  @Test("a period that ends before it begins is refused")
  func reversed() throws {
    let refusal = try MeterOffice.withMeter().refused("M1 2025-02-01 consumption=4 from=2025-02-02")
    #expect(refusal?.code == .dateOrder)
    #expect(refusal?.field == "from")
  }

  @Test("a stated period must not overlap the one before")
  func overlap() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 consumption=4")
    #expect(
      try yard.refused("M1 2025-03-01 consumption=5 from=2025-01-31")
        == Rejection(
          .periodOverlaps, field: "from",
          found: "2025-01-31 to 2025-03-01, which overlaps the period 2025-01-01 to 2025-02-01 "
            + "of meter M1",
          expected: "a period that begins on 2025-02-01 or later",
          remedy: "correct the dates, or void the read that closes the other period first: "
            + "`read void M1 --on 2025-02-01`"))
  }

  @Test("a stated period begins no earlier than the meter came into the service")
  func beforeInstall() throws {
    let refusal = try MeterOffice.withMeter().refused("M1 2025-02-01 consumption=4 from=2024-12-31")
    #expect(refusal?.code == .dateOrder)
    #expect(refusal?.expected == "2025-01-01 or later")
  }

  @Test("a read outside the times when the meter was in a service is refused with those times")
  func notInstalled() throws {
    let yard = try MeterOffice.withMeter()
    try yard.removeMeters(of: 1, on: "2025-06-01")
    #expect(try yard.refused("M1 2025-06-01 80 reason=final") == nil)
    #expect(
      try yard.refused("M1 2025-06-02 90")
        == Rejection(
          .meterNotInstalled, field: "on",
          found: "2025-06-02, when meter M1 is not in a service",
          expected: "a day when it is in one: from 2025-01-01 to 2025-06-01",
          remedy: "check the date and the serial number, "
            + "or start the service with the meter first"))
    #expect(try yard.refused("M1 2024-12-31 90")?.code == .meterNotInstalled)
  }

  @Test("a reading has no more digits than the register")
  func tooLong() throws {
    let yard = try MeterOffice.withMeter(["dials": "4"])
    #expect(try yard.refused("M1 2025-02-01 9999.9") == nil)
    let refusal = try yard.refused("M1 2025-03-01 10000")
    #expect(refusal?.code == .readingTooLong)
    #expect(refusal?.expected == "at most 4 digits: meter M1 rolls over at 10000")
  }

  @Test(
    "a read has a figure, and none below zero",
    arguments: [
      ("", RejectionCode.required, "reading"), ("-5", .outOfRange, "reading"),
      ("consumption=-5", .outOfRange, "consumption"),
    ])
  func figures(cells: String, code: RejectionCode, field: String) throws {
    let refusal = try MeterOffice.withMeter().refused("M1 2025-02-01 \(cells)")
    #expect(refusal?.code == code)
    #expect(refusal?.field == field)
  }

  @Test("a figure beyond all sense is refused rather than cut")
  func enormous() throws {
    let yard = try MeterOffice.withMeter(["multiplier": "1000000"])
    try yard.read("M1 2025-02-01 0")
    #expect(try yard.refused("M1 2025-03-01 999999999999999")?.code == .outOfRange)
  }

  @Test("a control read is kept and changes no consumption")
  func control() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    let done = try yard.read("M1 2025-02-15 90 reason=control")
    #expect(
      done.effect.notices == [
        "the control read is below the read of 2025-02-01 (100, actual, periodic)"
      ])
    try yard.read("M1 2025-03-01 120")
    #expect(try yard.consumption == ["2025-02-01..2025-03-01 20 GAL"])
  }

  @Test("an initial read starts the chain anew and says so")
  func initial() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    let done = try yard.read("M1 2025-03-01 20 reason=initial")
    #expect(
      done.effect.notices == [
        "the read history of meter M1 restarts on 2025-03-01: usage since 2025-02-01 is not counted"
      ])
    try yard.read("M1 2025-04-01 50")
    #expect(try yard.consumption == ["2025-03-01..2025-04-01 30 GAL"])
  }

  @Test("a reading of tomorrow is refused")
  func ahead() throws {
    #expect(
      try MeterOffice.withMeter().refused("M1 2026-06-16 100")
        == Rejection(
          .dateOrder, field: "on", found: "2026-06-16, later than today, 2026-06-15",
          expected: "2026-06-15 or earlier for a reading",
          remedy:
            "check the date, or record the reading with `read add` on that day"))
  }

  @Test("a meter that is not on record is refused")
  func unknown() throws {
    #expect(
      try MeterOffice().refused("M1 2025-02-01 100")
        == Rejection(
          .notFound, field: "meter", found: "no meter M1",
          expected: "the serial number of a meter",
          remedy: "find it with `search M1`; `meter add --help` explains how to add one"))
  }
}
