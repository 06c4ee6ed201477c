package import Engines
import Ledger
package import Values

extension Row<ReportSchedule> {
  /// The last day up to now on which the report was due, by the city's clocks.
  package func dueDay(at now: Timestamp, in zone: CityTimeZone) -> CivilDate {
    let (today, second) = zone.local(now)
    let isPast = second >= self[ReportSchedule.minute] * 60
    return lastDueDay(upTo: isPast ? today : today.adding(days: -1))
  }

  /// A month that is shorter than its day of the month has it on its last day.
  private func lastDueDay(upTo last: CivilDate) -> CivilDate {
    let on = self[ReportSchedule.onDay] ?? 1
    switch self[ReportSchedule.every] {
    case .day: return last
    case .week:
      // 1970-01-01 was a Thursday, the fourth day of its week.
      let weekday = (Int(last.daysSince1970) + 3) % 7 + 1
      return last.adding(days: -((weekday - on + 7) % 7))
    case .month:
      let first = last.adding(days: 1 - last.parts.day)
      let due = Self.day(on, ofMonthOf: first)
      return due <= last ? due : Self.day(on, ofMonthOf: first.adding(months: -1))
    }
  }

  private static func day(_ on: Int, ofMonthOf first: CivilDate) -> CivilDate {
    min(first.adding(days: on - 1), first.adding(months: 1).adding(days: -1))
  }

  /// The days from the due day before to the eve of a due day.
  package func duePeriod(dueOn day: CivilDate) -> DuePeriod {
    let eve = day.adding(days: -1)
    return DuePeriod(
      first: lastDueDay(upTo: eve), last: eve, isMonth: self[ReportSchedule.every] == .month)
  }

  /// The first day on which the report will be made, after the last one that has passed.
  package var nextDay: CivilDate {
    let done = self[ReportSchedule.doneThrough]
    return switch self[ReportSchedule.every] {
    case .day: done.adding(days: 1)
    case .week: done.adding(days: 7)
    case .month:
      Self.day(
        self[ReportSchedule.onDay] ?? 1,
        ofMonthOf: done.adding(days: 1 - done.parts.day).adding(months: 1))
    }
  }

  /// The days up to now on which the report was due and was not made, the earliest first; those for which it
  /// failed only where it is due again.
  /// - Parameter retries: those for which it failed in any case.
  package func dueDays(
    at now: Timestamp, in zone: CityTimeZone, retries: Bool = false
  ) -> [CivilDate] {
    var days: [CivilDate] = []
    var day = dueDay(at: now, in: zone)
    var done = self[ReportSchedule.doneThrough]
    if let failed = self[ReportSchedule.failedFrom], retries || day > done {
      done = min(done, failed.adding(days: -1))
    }
    while day > done {
      days.append(day)
      day = lastDueDay(upTo: day.adding(days: -1))
    }
    return days.reversed()
  }
}
