/// Days as people say them: `today`, `yesterday`, `tomorrow`; days, weeks, months or years from today
/// as `+3`, `-1w`, `+2m`; and a day of the nearest year as `11/27`.
package enum DayWords {
  static let alone = ["today", "yesterday", "tomorrow"]

  /// Nil if the text is not such a word, as a whole date is none.
  package static func day(_ text: String, today: CivilDate) -> CivilDate? {
    switch text.lowercased() {
    case "today": return today
    case "yesterday": return today.adding(days: -1)
    case "tomorrow": return today.adding(days: 1)
    default: return step(text, today) ?? nearest(text, today)
    }
  }

  /// Why a cell of a file is no date, where it is such a word.
  static func fault(_ bytes: CellBytes) -> ValueFault? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard day(text, today: CivilDate(daysSince1970: 0)) != nil else { return nil }
    return ValueFault(
      .malformed, found: bytes, expected: CivilDate.expected,
      remedy: text.contains("/")
        ? "add the year"
        : "use digits: in a file, the word would mean another date on another day")
  }

  /// `+3`, `-1w`: a sign, up to four digits, and d, w, m or y.
  private static func step(_ text: String, _ today: CivilDate) -> CivilDate? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    var digits = text.dropFirst()
    let unit = digits.last.flatMap { "dwmy".contains($0.lowercased()) ? $0.lowercased() : nil }
    if unit != nil { digits = digits.dropLast() }
    guard (1...4).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
      let number = Int(digits)
    else { return nil }
    let count = sign == "-" ? -number : number
    switch unit {
    case "w": return today.adding(days: 7 * count)
    case "m": return today.adding(months: count)
    case "y": return today.adding(months: 12 * count)
    default: return today.adding(days: count)
    }
  }

  /// `11/27`: of last year, this year or next year, whichever is nearest.
  private static func nearest(_ text: String, _ today: CivilDate) -> CivilDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) }),
      let month = Int(parts[0]), let day = Int(parts[1])
    else { return nil }
    let year = today.parts.year
    return (year - 1...year + 1)
      .compactMap { CivilDate(year: $0, month: month, day: day) }
      .min { abs($0 - today) < abs($1 - today) }
  }
}
