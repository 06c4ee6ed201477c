/// Dates in other forms, with the day that they likely mean.
enum DateDamage {
  static func fault(_ bytes: CellBytes) -> ValueFault? {
    let text = String(decoding: bytes, as: UTF8.self)
    if let year = oddYear(text) {
      let full = TurnedDate.fourDigits(year)
      return ValueFault(
        .outOfRange, found: bytes, expected: CivilDate.expected,
        remedy: "the year \(padded(year)) is out of range"
          + (year < 100 ? ", likely \(full)" : "") + "; check the year")
    }
    if hasOffset(text) {
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: CivilDate.expected,
        remedy: "write the city's date without a time; a time in UTC or with an offset may be on "
          + "another day there")
    }
    guard let likely = likely(text) else { return nil }
    let how =
      endsDay(text)
      ? "24:00 is the beginning of the next day"
      : text.contains(":")
        ? "leave out the time of day" : "use digits, as year-month-day or month/day/year"
    return ValueFault(
      .spreadsheetDamage, found: bytes, expected: CivilDate.expected,
      remedy: "\(how); likely \(likely)")
  }

  /// `2026-11-05T04:00:00Z`
  private static func hasOffset(_ text: String) -> Bool {
    guard let first = text.utf8.first, isDigit(first), let colon = text.firstIndex(of: ":") else {
      return false
    }
    let time = text[colon...].uppercased()
    return ["Z", "UTC", "GMT"].contains { time.hasSuffix($0) } || time.contains("+")
      || time.contains("-")
  }

  /// A year of four digits that no record of a city can have, in a date that is right otherwise.
  private static func oddYear(_ text: String) -> Int? {
    let isISO = text.contains("-")
    let parts = text.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }),
      let year = Int(parts[isISO ? 0 : 2]), parts[isISO ? 0 : 2].count > 2,
      let month = Int(parts[isISO ? 1 : 0]), let day = Int(parts[isISO ? 2 : 1]),
      !(1900...2999).contains(year), CivilDate(year: 2000, month: month, day: day) != nil
    else { return nil }
    return year
  }

  private static func padded(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The day that a cell likely means which is, or was, a date in another form.
  static func day(_ bytes: CellBytes) -> CivilDate? {
    (try? CivilDate(parsing: bytes)) ?? likely(String(decoding: bytes, as: UTF8.self))
  }

  /// `2026-11-05 24:00`
  private static func endsDay(_ text: String) -> Bool {
    text.hasSuffix(" 24:00") || text.hasSuffix("T24:00") || text.hasSuffix(" 24:00:00")
      || text.hasSuffix("T24:00:00")
  }

  private static func likely(_ text: String) -> CivilDate? {
    if let day = TurnedDate.day(text) { return day }
    // 11/25/2015 0:00
    if let blank = text.firstIndex(where: { $0 == " " || $0 == "T" }), text.contains(":") {
      let day = try? CivilDate(String(text[..<blank]))
      return day?.adding(days: endsDay(text) ? 1 : 0)
    }
    return ordered(text)
  }

  /// `2015/11/25`, `2015-1-5`, `25.11.2015`, `11-25-2015`, `25-11-2015`
  private static func ordered(_ text: String) -> CivilDate? {
    for mark: Character in ["/", "-", "."] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false).map { part in
        part.count <= 4 && part.utf8.allSatisfy(isDigit) ? Int(part) : nil
      }
      guard parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] else { continue }
      if a > 31 { return CivilDate(year: a, month: b, day: c) }
      if c > 31, mark != "/" {
        let american = mark == "." ? nil : CivilDate(year: c, month: a, day: b)
        return american ?? (mark == "." || a > 12 ? CivilDate(year: c, month: b, day: a) : nil)
      }
    }
    return nil
  }
}
