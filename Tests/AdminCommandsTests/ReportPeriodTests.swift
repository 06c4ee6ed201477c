import Testing

@testable import Reports
@testable import Values

@Suite("The period of a report without --from")
struct ReportPeriodTests {
  @Test(
    "begins so that the next month does not begin in it",
    arguments: [
      ("2026-11-30", "2026-11-01"), ("2026-11-15", "2026-10-16"), ("2026-12-31", "2026-12-01"),
      ("2026-02-28", "2026-02-01"), ("2028-02-29", "2028-02-01"), ("2028-02-28", "2028-01-29"),
      ("2026-03-31", "2026-03-01"), ("2026-03-30", "2026-03-01"), ("2026-01-01", "2025-12-02"),
    ])
  func month(to: String, from: String) throws {
    #expect(try CivilDate(to).first(ofMonths: 1) == CivilDate(from))
  }

  @Test(
    "of a year begins a day after the same day of the year before, also with a leap day",
    arguments: [
      ("2025-02-28", "2024-03-01"), ("2024-02-29", "2023-03-01"), ("2026-11-15", "2025-11-16"),
      ("2026-12-31", "2026-01-01"),
    ])
  func year(to: String, from: String) throws {
    #expect(try CivilDate(to).first(ofMonths: 12) == CivilDate(from))
  }
}
