package import Values

/// The days that a record of the city is likely to have, as the settings say.
package struct DateWindow: Sendable {
  package let earliest: CivilDate
  package let latest: CivilDate

  package init(_ settings: Settings, today: CivilDate) {
    earliest = CivilDate(iso: settings[.earliestDay]) ?? CivilDate(daysSince1970: 0)
    latest = today.adding(months: 12 * settings.integer(.latestYearsAhead))
  }

  package func holds(_ day: CivilDate) -> Bool { earliest <= day && day <= latest }

  /// Nil for a likely day.
  package func rejection(_ day: CivilDate, field: String) -> Rejection? {
    guard !holds(day) else { return nil }
    let likely = likely(day).map { ", likely \($0)" } ?? ""
    return .unusual(
      field: field, found: "\(day), in the year \(day.parts.year)",
      expected: "a day from \(earliest) to \(latest)", check: "the year\(likely)")
  }

  /// The same day in a year with two digits exchanged or of this century; nil if neither fits.
  private func likely(_ day: CivilDate) -> CivilDate? {
    let (year, month, date) = day.parts
    let ending = year % 100
    let years = [2000 + ending, year - ending + ending % 10 * 10 + ending / 10]
    return years.lazy.compactMap { CivilDate(year: $0, month: month, day: date) }
      .first { holds($0) }
  }
}

extension Input {
  /// What is odd about the days among the cells.
  package func unlikelyDays(_ window: DateWindow) -> [Rejection] {
    var found: [Rejection] = []
    forEachDay { field, day in
      if let odd = window.rejection(day, field: field) { found.append(odd) }
    }
    return found
  }
}
