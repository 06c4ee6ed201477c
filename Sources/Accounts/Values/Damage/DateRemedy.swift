/// Digits, counts and times where a date should be, with the day that they likely mean.
enum DateRemedy {
  static func remedy(_ bytes: CellBytes) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.allSatisfy(isDigit), let remedy = ofDigits(text) { return remedy }
    if bytes.count > 10, let likely = CivilDate(iso: CellBytes(rebasing: bytes[0..<10])) {
      return "leave out the time of day; likely \(likely)"
    }
    guard bytes.allSatisfy({ isDigit($0) || $0 == 0x2D || $0 == 0x2F }) else { return plain }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
    if parts.count == 2 { return ofTwo(parts) }
    if parts.count == 3, parts.allSatisfy({ (1...2).contains($0.count) }) {
      return "use a four-digit year"
    }
    return "this date does not exist; check the month and the day"
  }

  private static let plain = "use digits, as year-month-day or month/day/year"

  private static func ofDigits(_ text: String) -> String? {
    guard let number = Int(text) else { return nil }
    switch text.utf8.count {
    case 8: return ofEight(number)
    case 10: return ofSeconds(number)
    case 13: return ofSeconds(number / 1000)
    default: return nil
    }
  }

  /// `20261105`, `11052026`, `13112026`
  private static func ofEight(_ number: Int) -> String? {
    let (lead, next, year) = (number / 1_000_000, number / 10_000 % 100, number % 10_000)
    if let likely = CivilDate(
      year: number / 10_000, month: number / 100 % 100, day: number % 100)
    {
      return "add the dashes; likely \(likely)"
    }
    if let likely = CivilDate(year: year, month: lead, day: next) {
      return "add the slashes; likely \(likely)"
    }
    return CivilDate(year: year, month: next, day: lead).map {
      "the day comes first; likely \($0)"
    }
  }

  /// A Unix time of the years 2000 to 2049.
  private static func ofSeconds(_ seconds: Int) -> String? {
    guard (946_684_800..<2_524_608_000).contains(seconds) else { return nil }
    let day = CivilDate(daysSince1970: Int32(seconds / 86_400))
    return seconds % 86_400 == 0
      ? "a program's count of seconds; likely \(day)"
      : "a program's count of seconds, on \(day) in UTC; write the city's date, which may be another"
  }

  /// `2026-309`, `11/2026`
  private static func ofTwo(_ parts: [Substring]) -> String {
    if parts[0].count == 4, parts[1].count == 3, let year = Int(parts[0]), let day = Int(parts[1]),
      (1...366).contains(day),
      let likely = CivilDate(year: year, month: 1, day: 1)?.adding(days: day - 1),
      likely.parts.year == year
    {
      return "write the month and the day; likely \(likely)"
    }
    return parts.contains { $0.count == 4 } ? "add the day of the month" : "add the year"
  }
}
