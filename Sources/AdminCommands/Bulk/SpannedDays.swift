import Accounts

/// The days from the first to the last of some records.
struct SpannedDays {
  private var days: ClosedRange<CivilDate>?

  var isEmpty: Bool { days == nil }

  mutating func add(_ day: CivilDate) {
    days = min(days?.lowerBound ?? day, day)...max(days?.upperBound ?? day, day)
  }

  /// How many of the rows of each day are within them.
  func count(_ rowsOfDay: [CivilDate: Int]) -> Int {
    guard let days else { return 0 }
    return rowsOfDay.reduce(0) { days.contains($1.key) ? $0 + $1.value : $0 }
  }
}
