import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("The days of scheduled reports")
struct ScheduleDaysTests {
  @Test(
    "the last day on which a report was due",
    arguments: [
      (SchedulePeriod.day, nil, "2026-03-10", "2026-03-09"),
      (.week, 1, "2026-03-09", "2026-03-02"), (.week, 1, "2026-03-10", "2026-03-09"),
      (.week, 7, "2026-03-10", "2026-03-08"), (.month, 1, "2026-03-01", "2026-02-01"),
      (.month, 10, "2026-03-11", "2026-03-10"), (.month, 31, "2026-03-10", "2026-02-28"),
      (.month, 31, "2028-03-10", "2028-02-29"), (.month, 31, "2026-05-01", "2026-04-30"),
      (.month, 30, "2026-03-31", "2026-03-30"),
    ] as [(SchedulePeriod, Int?, String, String)])
  func due(every: SchedulePeriod, on: Int?, today: String, expected: String) throws {
    var row = Row<ReportSchedule>()
    row[ReportSchedule.every] = every
    row[ReportSchedule.onDay] = on
    row[ReportSchedule.minute] = 300
    let zone = CityTimeZone.utc
    // Half an hour before the time of the day; then at it.
    let before = zone.start(of: try CivilDate(today)).adding(minutes: 270)
    let (last, day) = (try CivilDate(expected), try CivilDate(today))
    #expect(row.dueDay(at: before, in: zone) == last)
    let next = row.dueDay(at: before.adding(minutes: 30), in: zone)
    #expect(next == last || next == day)
  }
}
