/// Text that a spreadsheet took for a date, and dates with the name of a month: `1-Jan`, `Jan-78`,
/// `25-Nov-2015`.
enum TurnedDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// How to fix a text that became a date.
  static func remedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    likely(bytes, nature).map {
      "a spreadsheet turned it into a date; likely \($0); format the column as text and copy it again"
    }
  }

  private static func likely(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    if nature.isFraction, let likely = fraction(bytes) { return likely }
    if nature == .measure, let likely = ofDayNumber(bytes) { return likely }
    guard (5...11).contains(bytes.count), let dash = bytes.firstIndex(of: UInt8(ascii: "-")),
      dash + 1 < bytes.count,
      isDigit(bytes[0]) ? dash < 3 && !isDigit(bytes[dash + 1]) : dash == 3
    else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "-")
    return likely(parts, joint: nature.isFraction ? "/" : "-")
  }

  /// `3/4` of a whole date that it became.
  private static func fraction(_ bytes: CellBytes) -> String? {
    if bytes.count > 7, let day = DateDamage.day(bytes) {
      return "\(day.parts.month)/\(day.parts.day)"
    }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "/").map { Int($0) }
    guard parts.count == 3, let month = parts[0], let day = parts[1], let year = parts[2],
      CivilDate(year: fourDigits(year), month: month, day: day) != nil
    else { return nil }
    return "\(month)/\(day)"
  }

  /// `3/4` that became a date and then a day number, as `46085`. Apartments may have such numbers.
  private static func ofDayNumber(_ bytes: CellBytes) -> String? {
    guard bytes.count == 5, bytes.allSatisfy(isDigit),
      let number = Int32(String(decoding: bytes, as: UTF8.self)), (36_526..<54_789).contains(number)
    else { return nil }
    let day = CivilDate(daysSince1970: number - 25_569)
    return "\(day.parts.month)/\(day.parts.day)"
  }

  private static func likely(_ parts: [Substring], joint: String) -> String? {
    if parts.count == 2, let month = month(parts[0]), isNumber(parts[1]) {
      return "\(month)\(joint)\(joint == "/" ? parts[1].drop { $0 == "0" } : parts[1])"
    }
    guard (2...3).contains(parts.count), isNumber(parts[0]), let month = month(parts[1]),
      parts.count == 2 || isNumber(parts[2])
    else { return nil }
    return "\(month)\(joint)\(parts[0])" + (parts.count == 3 ? "\(joint)\(parts[2])" : "")
  }

  /// The day of a date that names its month: `25-Nov-2015`, `Nov 25, 2015`.
  static func day(_ text: String) -> CivilDate? {
    let parts = text.split { " -/,.".contains($0) }
    guard parts.count == 3, let year = Int(parts[2]).map(fourDigits) else { return nil }
    if let month = month(parts[1]), let day = Int(parts[0]) {
      return CivilDate(year: year, month: month, day: day)
    }
    guard let month = month(parts[0]), let day = Int(parts[1]) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// As spreadsheets read a year of two digits.
  static func fourDigits(_ year: Int) -> Int {
    year >= 100 ? year : year + (year < 30 ? 2000 : 1900)
  }

  /// By its first three letters.
  private static func month(_ word: Substring) -> Int? {
    guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
    let lead = word.prefix(3).lowercased()
    return (word.count == 3 || word.count > 3 && names[lead] == word.lowercased())
      ? months.firstIndex(of: lead).map { $0 + 1 } : nil
  }

  private static let names = [
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "may": "may",
    "jun": "june", "jul": "july", "aug": "august", "sep": "september", "oct": "october",
    "nov": "november", "dec": "december",
  ]

  private static func isNumber(_ word: Substring) -> Bool {
    (1...4).contains(word.count) && word.utf8.allSatisfy(isDigit)
  }
}
