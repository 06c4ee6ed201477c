/// Text that a spreadsheet took for a date, and dates with the name of a month: `1-Jan`, `janv-78`,
/// `25-Nov-2015`.
enum TurnedDate {
  /// How to fix a text that became a date.
  /// - Parameter isNoWord: whether no word may begin such a text, so that `gen-01` is a date in it.
  static func remedy(_ bytes: CellBytes, _ nature: TextNature, isNoWord: Bool? = nil) -> String? {
    likely(bytes, nature, isNoWord ?? (nature == .measure)).map(remedyText)
  }

  private static func likely(
    _ bytes: CellBytes, _ nature: TextNature, _ isNoWord: Bool
  ) -> String? {
    if nature.isFraction, let likely = fraction(bytes) { return likely }
    if nature == .measure, let likely = ofDayNumber(bytes) { return likely }
    guard (4...18).contains(bytes.count), mayNameMonth(bytes, nature) else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self).split { character in
      character.asciiValue.map { isMark($0, nature) } ?? false
    }
    let joint = nature.isFraction ? "/" : "-"
    if parts.count == 2, let month = MonthName.number(parts[0]), isNumber(parts[1]) {
      guard isNoWord || isDashed(bytes) && MonthName.isSure(parts[0]) else { return nil }
      return "\(month)\(joint)\(joint == "/" ? parts[1].drop { $0 == "0" } : parts[1])"
    }
    guard (2...3).contains(parts.count), isNumber(parts[0]), let month = MonthName.number(parts[1]),
      parts.count == 2 || isNumber(parts[2])
    else { return nil }
    return "\(month)\(joint)\(parts[0])" + (parts.count == 3 ? "\(joint)\(parts[2])" : "")
  }

  /// Between day and month: a dash anywhere, and a space or a point where no names are.
  private static func isMark(_ byte: UInt8, _ nature: TextNature) -> Bool {
    byte == UInt8(ascii: "-")
      || nature != .line && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "."))
  }

  /// Of a large file, nearly no cell is looked at more closely.
  private static func mayNameMonth(_ bytes: CellBytes, _ nature: TextNature) -> Bool {
    guard let mark = bytes.firstIndex(where: { isMark($0, nature) }),
      let next = bytes[mark...].firstIndex(where: { !isMark($0, nature) })
    else { return false }
    return isDigit(bytes[0])
      ? mark < 3 && !isDigit(bytes[next]) : (3...11).contains(mark) && isDigit(bytes[next])
  }

  private static func isDashed(_ bytes: CellBytes) -> Bool { bytes.contains(UInt8(ascii: "-")) }

  /// `5月8日`, as spreadsheets of China and Japan write a day.
  static func wideRemedy(_ text: String, _ nature: TextNature) -> String? {
    guard text.hasSuffix("日") else { return nil }
    let parts = text.dropLast().split(separator: "月", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(isNumber), let month = Int(parts[0]),
      let day = Int(parts[1]), CivilDate(year: 2000, month: month, day: day) != nil
    else { return nil }
    return remedyText("\(month)\(nature.isFraction ? "/" : "-")\(day)")
  }

  private static func remedyText(_ likely: String) -> String {
    "a spreadsheet turned it into a date; likely \(likely); format the column as text and copy it again"
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

  /// The day of a date that names its month: `25-Nov-2015`, `Nov 25, 2015`, `25. mai 2015`.
  static func day(_ text: String) -> CivilDate? {
    let parts = text.split { " -/,.".contains($0) }
    guard parts.count == 3, let year = Int(parts[2]).map(fourDigits) else { return nil }
    if let month = MonthName.number(parts[1]), let day = Int(parts[0]) {
      return CivilDate(year: year, month: month, day: day)
    }
    guard let month = MonthName.number(parts[0]), let day = Int(parts[1]) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// As spreadsheets read a year of two digits.
  static func fourDigits(_ year: Int) -> Int {
    year >= 100 ? year : year + (year < 30 ? 2000 : 1900)
  }

  private static func isNumber(_ word: Substring) -> Bool {
    (1...4).contains(word.count) && word.utf8.allSatisfy(isDigit)
  }
}
