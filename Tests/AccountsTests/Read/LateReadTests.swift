import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

/// Reads that come late, and reads that are taken back.
@Suite(.onBothEngines)
struct LateReadTests {
  private func yard(_ details: [String: String] = [:]) throws -> MeterOffice {
    let yard = try MeterOffice.withMeter(details)
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-04-01 160")
    return yard
  }

  @Test("a late read divides the period in which it falls")
  func divides() throws {
    let yard = try yard()
    try yard.read("M1 2025-03-01 120")
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 20 GAL", "2025-03-01..2025-04-01 40 GAL",
      ])
  }

  @Test("a late read before the first one gives that a consumption")
  func beforeFirst() throws {
    let yard = try yard()
    try yard.read("M1 2025-01-01 90 reason=initial")
    #expect(
      try yard.consumption == [
        "2025-01-01..2025-02-01 10 GAL", "2025-02-01..2025-04-01 60 GAL",
      ])
  }

  @Test("a late read lies between its neighbours")
  func between() throws {
    let yard = try yard()
    #expect(try yard.refused("M1 2025-03-01 99")?.code == .readingBelowPrevious)
    #expect(
      try yard.refused("M1 2025-03-01 161")
        == Rejection(
          .readingAboveNext, field: "reading",
          found: "161, above the 160 of the read of 2025-04-01 (160, actual, periodic)",
          expected: "from 100 to 160",
          remedy: "check the figure and the date; if the later read is wrong, void it first: "
            + "`read void M1 --on 2025-04-01`"))
    #expect(try yard.refused("M1 2025-03-01 160") == nil)
  }

  @Test("a late stated consumption takes no more than the later reading allows")
  func statedBetween() throws {
    let yard = try yard()
    let refusal = try yard.refused("M1 2025-03-01 consumption=61")
    #expect(refusal?.code == .readingMismatch)
    #expect(
      refusal?.found == "a consumption of 61, which takes the register to 161 by 2025-03-01, "
        + "above the 160 of the read of 2025-04-01 (160, actual, periodic)")
    try yard.read("M1 2025-03-01 consumption=60")
    #expect(
      try yard.consumption == ["2025-02-01..2025-03-01 60 GAL", "2025-03-01..2025-04-01 0 GAL"])
  }

  @Test("a late read may not fall within a period that was stated with its days")
  func withinStated() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-04-01 consumption=60 from=2025-02-01")
    let refusal = try yard.refused("M1 2025-03-01 consumption=20")
    #expect(refusal?.code == .periodOverlaps)
    #expect(refusal?.field == "on")
    #expect(
      refusal?.found == "2025-03-01, within the period 2025-02-01 to 2025-04-01 of meter M1")
    #expect(try yard.refused("M1 2025-02-01 consumption=20") == nil)
  }

  @Test("a late first reading must agree with a consumption that was taken as stated")
  func statedNext() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-04-01 160 consumption=60")
    #expect(try yard.refused("M1 2025-02-01 101")?.code == .readingMismatch)
    try yard.read("M1 2025-02-01 100")
    #expect(try yard.consumption == ["2025-02-01..2025-04-01 60 GAL"])
  }

  @Test("later estimates give way to a late actual read, up to the next actual one")
  func laterEstimates() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-04-01 110 kind=estimated")
    try yard.read("M1 2025-05-01 160")
    try yard.read("M1 2025-03-01 119")
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 19 GAL", "2025-03-01..2025-04-01 21 GAL est",
        "2025-04-01..2025-05-01 20 GAL",
      ])
    #expect(try yard.consumptionRows == yard.recomputed())
  }

  @Test("later estimates with no actual read after them go on at the pace before the late one")
  func openEstimates() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-04-01 110 kind=estimated")
    try yard.read("M1 2025-03-01 128")
    #expect(
      try yard.consumption == [
        "2025-02-01..2025-03-01 28 GAL", "2025-03-01..2025-04-01 31 GAL est",
      ])
  }

  @Test("a late actual read above the next actual one is refused, whatever was estimated between")
  func aboveActual() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-04-01 110 kind=estimated")
    try yard.read("M1 2025-05-01 118")
    let refusal = try yard.refused("M1 2025-03-01 119")
    #expect(refusal?.code == .readingAboveNext)
    #expect(
      refusal?.found == "119, above the 118 of the read of 2025-05-01 (118, actual, periodic)")
  }

  @Test("a void read leaves one period of two")
  func void() throws {
    let yard = try yard()
    let before = try yard.consumptionRows
    try yard.read("M1 2025-03-01 120")
    let done = try yard.void("M1", "2025-03-01")
    #expect(done.effect.message == "read of meter M1 on 2025-03-01 voided")
    #expect(try yard.consumptionRows == before)
    #expect(try yard.reads().contains("2025-03-01#1 120 actual void"))
  }

  @Test("without the first read the second is where counting begins")
  func voidFirst() throws {
    let yard = try yard()
    try yard.void("M1", "2025-02-01")
    #expect(try yard.consumption == [])
  }

  @Test("a void read is void already the second time, and its day is free")
  func voidAgain() throws {
    let yard = try yard()
    try yard.void("M1", "2025-04-01")
    #expect(try yard.void("M1", "2025-04-01").isUnchanged)
    try yard.read("M1 2025-04-01 170")
    #expect(try yard.consumption == ["2025-02-01..2025-04-01 70 GAL"])
    #expect(try yard.reads().last == "2025-04-01#2 170 actual")
  }

  @Test("where a day has several reads the number says which is void")
  func voidNumber() throws {
    let yard = try yard()
    try yard.read("M1 2025-04-01 160 reason=disconnect")
    let refusal = yard.office.refusal(VoidRead.self, ["meter": "M1", "on": "2025-04-01"])
    #expect(refusal?.code == .ambiguous)
    #expect(
      refusal?.found
        == "2 reads of meter M1 on 2025-04-01: 1 (160, periodic), 2 (160, disconnect)")
    try yard.void("M1", "2025-04-01", number: 1)
    let row = try #require(try yard.consumptionRows.last)
    #expect(row[Consumption.readNumber] == 2)
    #expect(row[Consumption.quantity].description == "60")
  }

  @Test("a read that is not on record cannot be void")
  func voidNone() throws {
    let refusal = try yard().office.refusal(VoidRead.self, ["meter": "M1", "on": "2025-03-01"])
    #expect(refusal?.code == .notFound)
    #expect(refusal?.found == "no read of meter M1 on 2025-03-01")
  }

  @Test("without the read that proved them wrong, estimates stand as before")
  func voidRestores() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-02-01 100")
    try yard.read("M1 2025-03-01 150 kind=estimated")
    try yard.read("M1 2025-05-01 200 kind=estimated")
    let before = try yard.consumptionRows
    try yard.read("M1 2025-04-01 120")
    #expect(try yard.consumptionRows != before)
    let done = try yard.void("M1", "2025-04-01")
    #expect(done.effect.notices.count == 1)
    #expect(try yard.consumptionRows == before)
    #expect(
      try yard.reads() == [
        "2025-02-01#1 100 actual", "2025-03-01#1 150 estimated",
        "2025-03-01#2 109 office_estimate void", "2025-04-01#1 120 actual void",
        "2025-05-01#1 200 estimated",
      ])
  }

  @Test("a read that started the chain anew cannot be taken from under a lower one")
  func voidInitial() throws {
    let yard = try yard()
    try yard.read("M1 2025-05-01 10 reason=initial")
    try yard.read("M1 2025-06-01 50")
    let refusal = yard.office.refusal(VoidRead.self, ["meter": "M1", "on": "2025-05-01"])
    #expect(refusal?.code == .readingBelowPrevious)
    #expect(refusal?.remedy == "void the later read first: `read void M1 --on 2025-06-01`")
  }

  @Test("a read next to a passage through zero can be taken back")
  func voidRollover() throws {
    let yard = try MeterOffice.withMeter(["dials": "4"])
    try yard.read("M1 2025-02-01 5000")
    try yard.read("M1 2025-03-01 9900")
    try yard.read("M1 2025-04-01 50")
    try yard.void("M1", "2025-03-01")
    #expect(try yard.consumption == ["2025-02-01..2025-04-01 5050 GAL"])
  }
}
