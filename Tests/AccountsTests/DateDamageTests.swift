import Testing

@testable import Values

/// Dates as programs write them.
@Suite("Damage to dates")
struct DateDamageTests {
  private func remedy(_ text: String) -> String? {
    TextDamageTests.fault(CivilDate.self, text)?.remedy
  }

  @Test(
    "a time in UTC or with an offset has no likely day",
    arguments: [
      "2026-11-05T04:00:00Z", "2026-11-05T04:00:00.000Z", "2026-11-05 04:00:00+00:00",
      "2026-11-05T22:00:00-06:00", "11/5/2026 4:00 UTC",
    ])
  func offsets(text: String) {
    #expect(remedy(text)?.contains("another day") == true, "\(remedy(text) ?? "")")
    #expect(remedy(text)?.contains("likely") == false)
  }

  @Test(
    "the likely day of digits is named",
    arguments: [
      ("20261105", "2026-11-05"), ("05112026", "2026-05-11"), ("11052026", "2026-11-05"),
      ("13112026", "2026-11-13"), ("1793836800", "2026-11-05"), ("1793836800000", "2026-11-05"),
      ("2026-309", "2026-11-05"), ("13-11-2026", "2026-11-13"), ("11-13-2026", "2026-11-13"),
      ("2026-11-05T04:00:00", "2026-11-05"),
    ])
  func digits(text: String, likely: String) {
    #expect(remedy(text)?.hasSuffix("likely \(likely)") == true, "\(remedy(text) ?? "")")
  }

  @Test(
    "24:00 is the beginning of the next day",
    arguments: ["2026-11-30 24:00", "2026-11-30T24:00:00", "11/30/2026 24:00"])
  func endOfDay(text: String) {
    #expect(remedy(text) == "24:00 is the beginning of the next day; likely 2026-12-01")
  }

  @Test("what is missing in a date is named")
  func parts() {
    #expect(remedy("11/2026")?.contains("day of the month") == true)
    #expect(remedy("2026-11")?.contains("day of the month") == true)
    #expect(remedy("26-11-05")?.contains("four-digit year") == true)
    #expect(remedy("1793838000")?.contains("2026-11-05 in UTC") == true)
    #expect(remedy("1793838000")?.contains("likely") == false)
    #expect(remedy("2026-02-30")?.contains("does not exist") == true)
  }
}
