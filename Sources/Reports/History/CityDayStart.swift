import Accounts

/// SQL for the moment at which a day begins in a city.
extension CityTimeZone {
  /// When days begin in UTC: the number of days later, and the time of day.
  private struct Starts: Equatable {
    let days: Int
    let clock: String

    init(_ day: CivilDate, in zone: CityTimeZone) {
      let text = "\(zone.start(of: day))"
      clock = String(text.dropFirst(10))
      days = Int((CivilDate(iso: String(text.prefix(10))) ?? day).daysSince1970 - day.daysSince1970)
    }
  }

  /// The moment at which the day in a column begins, to compare with a time.
  func start(of column: String, _ dialect: any Dialect) -> String {
    let type = dialect.migration("{timestamp}")
    func moment(_ starts: Starts) -> String {
      let day = dialect.day(column, plus: "\(starts.days)")
      return "CAST(CAST(\(day) AS TEXT) || '\(starts.clock)' AS \(type))"
    }
    let periods = Self.periods(of: self)
    guard let first = periods.first else { return "NULL" }
    let cases = periods.dropFirst().reversed().map {
      "WHEN \(column) >= '\($0.day)' THEN \(moment($0.starts))"
    }
    guard !cases.isEmpty else { return moment(first.starts) }
    return "CASE \(cases.joined(separator: " ")) ELSE \(moment(first.starts)) END"
  }

  /// Each moment in UTC at which days begin, with the first day for which it holds: it changes when clocks are set.
  private static func periods(of zone: CityTimeZone) -> [(day: CivilDate, starts: Starts)] {
    var day = firstDay
    var periods = [(day: day, starts: Starts(day, in: zone))]
    while day < lastDay {
      let next = day.adding(days: step)
      let starts = Starts(next, in: zone)
      if starts != periods[periods.count - 1].starts {
        var (before, after) = (day, next)
        while after.daysSince1970 - before.daysSince1970 > 1 {
          let middle = CivilDate(daysSince1970: (before.daysSince1970 + after.daysSince1970) / 2)
          if Starts(middle, in: zone) == starts { after = middle } else { before = middle }
        }
        periods.append((after, starts))
      }
      day = next
    }
    return periods
  }

  /// Clocks are not set twice within this many days. Outside of these years, an hour at midnight may count for the
  /// wrong day.
  private static let step = 28
  private static let firstDay = CivilDate(daysSince1970: 7305)
  private static let lastDay = CivilDate(daysSince1970: 25567)
}
