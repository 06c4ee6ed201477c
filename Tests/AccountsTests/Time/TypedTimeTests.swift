import Accounts
import Testing

@testable import Values

@Suite("A time as somebody types it")
struct TypedTimeTests {
  private let zone: CityTimeZone

  init() throws { zone = try #require(CityTimeZone.named("America/Chicago")) }

  private func refusal(_ text: String) -> ValueFault? {
    do throws(ValueFault) {
      _ = try TypedTime(text).moment(in: zone, today: CivilDate(daysSince1970: 0))
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "may have an offset, or is the city's; days may be US dates",
    arguments: [
      ("2026-10-31T07:00:00-05:00", "2026-10-31T12:00:00Z"),
      ("2026-10-31 07:00 -0500", "2026-10-31T12:00:00Z"),
      ("2026-10-31T07:00-05", "2026-10-31T12:00:00Z"),
      ("2026-10-31T12:00:00Z", "2026-10-31T12:00:00Z"),
      ("2026-10-31t12:00z", "2026-10-31T12:00:00Z"),
      ("2026-10-31T17:30:00+05:30", "2026-10-31T12:00:00Z"),
      ("2026-10-31T12:00:00.217Z", "2026-10-31T12:00:00Z"),
      ("2026-10-31 07:00:00.999999", "2026-10-31T12:00:00Z"),
      ("2026-10-31T07:00:00", "2026-10-31T12:00:00Z"), ("2026-10-31 07:00", "2026-10-31T12:00:00Z"),
      ("10/31/2026 7:00 am", "2026-10-31T12:00:00Z"), ("10/31/2026 7:00AM", "2026-10-31T12:00:00Z"),
      ("10/31/2026 7:00:09 PM", "2026-11-01T00:00:09Z"),
      ("10/31/2026 12:30 am", "2026-10-31T05:30:00Z"),
      ("10/31/2026 12:30 pm", "2026-10-31T17:30:00Z"), ("2026-10-31", "2026-10-31T05:00:00Z"),
      ("10/31/2026", "2026-10-31T05:00:00Z"), ("2026-12-31", "2026-12-31T06:00:00Z"),
    ])
  func forms(typed: String, meant: String) throws {
    #expect(
      try TypedTime(typed).moment(in: zone, today: CivilDate(daysSince1970: 0)).description == meant
    )
  }

  @Test(
    "that is none is refused with the forms and a hint",
    arguments: [
      ("11/2/26", "four-digit"), ("31/10/2026", "likely 2026-10-31"),
      ("20261031", "likely 2026-10-31"), ("2026-02-30", "does not exist"),
      ("someday", "digits"),
      ("2026-10-31 7", "07:00"), ("2026-10-31 25:00", "07:00"), ("2026-10-31 07:60", "07:00"),
      ("2026-10-31 13:00 pm", "07:00"), ("2026-10-31 0:30 am", "07:00"),
      ("2026-10-31 07:00-5", "07:00"), ("2026-10-31 07:00-15:00", "07:00"),
      ("2026-10-31 07:00-0:500", "07:00"), ("2026-10-31 07:00 CST", "07:00"),
      ("2026-10-31 07:00.5", "07:00"), ("2026-10-31 07:00:00.", "07:00"),
    ])
  func refused(typed: String, hint: String) throws {
    let fault = try #require(refusal(typed))
    #expect(fault.found == typed)
    #expect(fault.expected.contains("10/31/2026 7:00 am"))
    #expect(fault.remedy.contains(hint), "\(fault.remedy)")
  }

  @Test("that the clocks show twice is refused with both moments to choose from")
  func ambiguous() throws {
    let fault = try #require(refusal("2026-11-01 01:30"))
    #expect(fault.remedy == "write 2026-11-01T01:30:00-05:00 or 2026-11-01T01:30:00-06:00")
    #expect(refusal("2026-11-01 00:59:59") == nil)
    #expect(refusal("2026-11-01 02:00") == nil)
  }

  @Test("that the clocks never show is refused with what they show then")
  func skipped() throws {
    let fault = try #require(refusal("3/8/2026 2:30 am"))
    #expect(fault.remedy == "write 2026-03-08T03:30:00-05:00")
    #expect(refusal("2026-03-08 01:59:59") == nil)
    #expect(refusal("2026-03-08 03:00") == nil)
  }

  @Test("as it is shown, in a table or a file, can be typed again and means the same moment")
  func roundTrip() throws {
    // Two days around each change of the clocks in 2026, every ten minutes.
    for middle in [1_772_956_800, 1_793_516_400] as [Int64] {
      for seconds in stride(from: middle - 86_400, to: middle + 86_400, by: 600) {
        let moment = Timestamp(seconds: seconds)
        for shown in [zone.text(moment), zone.iso(moment)] {
          #expect(
            try TypedTime(shown).moment(in: zone, today: CivilDate(daysSince1970: 0)) == moment,
            "\(shown)")
        }
      }
    }
  }
}
