/// The days on which the Federal Reserve Banks are open.
extension CivilDate {
  package var isBankingDay: Bool {
    // 1970-01-01 was a Thursday.
    let weekday = (Int(daysSince1970) % 7 + 11) % 7
    return weekday != 0 && weekday != 6 && !isBankHoliday(weekday)
  }

  package func addingBankingDays(_ count: Int) -> CivilDate {
    var (day, left) = (self, count)
    while left > 0 {
      day = day.adding(days: 1)
      if day.isBankingDay { left -= 1 }
    }
    return day
  }

  /// A Sunday holiday is observed on Monday; a Saturday holiday is not observed.
  private func isBankHoliday(_ weekday: Int) -> Bool {
    let (year, month, day) = parts
    if Self.isFixedHoliday(month, day, year) { return true }
    let before = adding(days: -1).parts
    if weekday == 1, Self.isFixedHoliday(before.month, before.day, before.year) { return true }
    let week = (day - 1) / 7 + 1
    switch (month, weekday) {
    case (1, 1), (2, 1): return week == 3
    case (5, 1): return day + 7 > 31
    case (9, 1): return week == 1
    case (10, 1): return week == 2
    case (11, 4): return week == 4
    default: return false
    }
  }

  private static func isFixedHoliday(_ month: Int, _ day: Int, _ year: Int) -> Bool {
    switch (month, day) {
    case (1, 1), (7, 4), (11, 11), (12, 25): true
    case (6, 19): year >= 2022
    default: false
    }
  }
}
