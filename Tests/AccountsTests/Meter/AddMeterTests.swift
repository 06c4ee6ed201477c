import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// `meter add`
@Suite(.onBothEngines)
struct AddMeterTests {
  private func meter(_ office: Office, _ serial: String) throws -> Row<Meter> {
    try office.store.books().meter(MeterSerial(trusted: serial))
  }

  @Test("a meter without details measures water in water's unit, one for one")
  func standard() throws {
    let office = try Office(on: "2026-03-10")
    try office.run(AddMeter.self, ["meter": "007"])
    let row = try meter(office, "007")
    #expect(row[Meter.code].text == "1000")
    #expect(row[Meter.unit].text == "GAL")
    #expect(row[Meter.multiplier].description == "1")
    #expect(row[Meter.dials] == nil)
  }

  @Test("every detail is kept")
  func details() throws {
    let office = try Office(on: "2026-03-10")
    try office.run(
      AddMeter.self,
      [
        "meter": "M9", "service": "1000", "unit": "CCF", "dials": "4", "multiplier": "10",
        "size": "5/8", "mxu": "X9",
      ])
    let row = try meter(office, "M9")
    #expect(row[Meter.unit].text == "CCF")
    #expect(row[Meter.dials]?.value == 4)
    #expect(row[Meter.multiplier].description == "10")
    #expect(row[Meter.size]?.text == "5/8")
    #expect(row[Meter.mxu]?.text == "X9")
  }

  @Test("the same meter again changes nothing")
  func again() throws {
    let office = try Office(on: "2026-03-10")
    let cells = ["meter": "M9", "service": "water", "dials": "6"]
    try office.run(AddMeter.self, cells)
    let second = try office.run(AddMeter.self, cells)
    #expect(second.isUnchanged)
    #expect(second.effect.message == "meter M9 is unchanged")
  }

  @Test("a serial number in use is refused, with what differs")
  func duplicate() throws {
    let office = try Office(on: "2026-03-10")
    try office.run(AddMeter.self, ["meter": "M9", "dials": "5"])
    let refusal = office.refusal(AddMeter.self, ["meter": "M9", "dials": "6", "size": "1 inch"])
    #expect(
      refusal
        == Rejection(
          .duplicate, field: "meter",
          found: "meter M9, which differs in dials (5 on record, 6 given), "
            + "size (none on record, 1 inch given)",
          expected: "a serial number that is not in use",
          remedy: "check the serial number; see `meter show M9`"))
  }

  @Test("a service type that is not metered has no meters")
  func notMetered() throws {
    let refusal = try Office(on: "2026-03-10").refusal(
      AddMeter.self, ["meter": "M9", "service": "SEWER"])
    #expect(refusal?.code == .notMetered)
    #expect(refusal?.found == "service type 2000 SEWER, which is not metered")
  }

  @Test("an unknown service type is refused with those there are")
  func unknownType() throws {
    let refusal = try Office(on: "2026-03-10").refusal(
      AddMeter.self, ["meter": "M9", "service": "GAS"])
    #expect(refusal?.code == .notFound)
    #expect(refusal?.field == "service")
    #expect(refusal?.expected == "a name or code: WATER (1000), SEWER (2000), MXU (MXU)")
  }

  @Test(
    "dials and multiplier have bounds",
    arguments: [("dials", "0"), ("dials", "13"), ("multiplier", "0"), ("multiplier", "-1")])
  func bounds(field: String, text: String) throws {
    let refusal = try Office(on: "2026-03-10").refusal(AddMeter.self, ["meter": "M9", field: text])
    #expect(refusal?.code == .outOfRange)
    #expect(refusal?.field == field)
  }
}
