import Testing

@testable import Values

/// Days as people say them.
struct DayWordsTests {
  @Test(
    "are counted from the city's day",
    arguments: [
      ("today", "2026-01-31"), ("Yesterday", "2026-01-30"), ("tomorrow", "2026-02-01"),
      ("+3", "2026-02-03"), ("-1w", "2026-01-24"), ("+2w", "2026-02-14"), ("+1m", "2026-02-28"),
      ("-1y", "2025-01-31"), ("-1d", "2026-01-30"), ("2/1", "2026-02-01"), ("12/30", "2025-12-30"),
      ("2/29", nil), ("13/1", nil), ("+", nil), ("3", nil), ("+12345", nil), ("1/2/26", nil),
      ("2026-01-01", nil), ("", nil), ("+3x", nil),
    ] as [(String, String?)])
  func words(_ text: String, _ day: String?) throws {
    let today = try CivilDate("2026-01-31")
    #expect(DayWords.day(text, today: today)?.description == day)
  }
}
