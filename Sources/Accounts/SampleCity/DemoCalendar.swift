import Values

/// On which days the city's meters are read: each billing cycle once a month, on working days.
struct DemoCalendar {
  static let cycles = 4
  let firstDay: CivilDate
  let lastDay: CivilDate
  /// For each cycle its days, ascending.
  private let days: [[CivilDate]]

  init(_ city: DemoCity) {
    let (first, last) = (city.firstDay, city.lastDay)
    firstDay = first
    lastDay = last
    var random = DemoRandom(seed: city.seed, stream: DemoStream.calendar)
    let (year, month, _) = first.parts
    days = (0..<Self.cycles).map { cycle in
      (0...12 * city.years).compactMap { offset -> CivilDate? in
        let number = year * 12 + month - 1 + offset
        let day = 3 + 6 * cycle + random.below(3)
        guard let date = CivilDate(year: number / 12, month: number % 12 + 1, day: day) else {
          return nil
        }
        let working = Self.workingDay(date)
        return working >= first && working <= last ? working : nil
      }
    }
  }

  /// The year of the last summer that is over.
  var lastSummer: Int {
    let (year, month, _) = lastDay.parts
    return month > 8 ? year : year - 1
  }

  func days(ofCycle cycle: Int) -> [CivilDate] { days[cycle] }

  /// The day itself, or the Monday after a weekend.
  static func workingDay(_ date: CivilDate) -> CivilDate {
    // 1970-01-01 was a Thursday.
    switch (Int(date.daysSince1970) % 7 + 11) % 7 {
    case 6: date.adding(days: 2)
    case 0: date.adding(days: 1)
    default: date
    }
  }
}

/// Numbers of the random streams that belong to no account.
enum DemoStream {
  static let calendar: UInt64 = .max
  static let places: UInt64 = .max - 1
  static let people: UInt64 = .max - 2

  static func account(_ index: Int) -> UInt64 { UInt64(index) }
  static func bills(_ index: Int) -> UInt64 { 1 << 40 + UInt64(index) }
  static func desk(_ index: Int) -> UInt64 { 1 << 41 + UInt64(index) }
}
