/// Whole dates where a text should be.
enum WholeDate {
  /// How to fix it; nil if the text is no date.
  static func remedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    guard let day = day(bytes) else {
      guard DayInText.isDay(bytes, withDashes: false) else { return nil }
      return nature == .code
        ? "a spreadsheet turned it into a date; format the column as text and copy it again" : other
    }
    guard nature == .code else { return other }
    let (year, month, date) = day.parts
    let whole = "\(month)-\(date)-\(year)"
    // With slashes, the year is as it was typed.
    let likely = bytes.contains(UInt8(ascii: "/")) ? whole : "\(month)-\(date) or \(whole)"
    return "a spreadsheet turned it into a date; likely \(likely); format the column as text "
      + "and copy it again"
  }

  static let other = "it is a date; check which column it comes from"

  /// `2026-01-15` and `1/15/2026`, also with a time of day, of years that spreadsheets give.
  static func day(_ bytes: CellBytes) -> CivilDate? {
    guard let part = DayInText.withoutTime(bytes),
      bytes[4] == UInt8(ascii: "-") || bytes[..<3].contains(UInt8(ascii: "/"))
    else { return nil }
    let lead = CellBytes(rebasing: part)
    guard let day = CivilDate(iso: lead) ?? CivilDate(us: lead),
      (1930..<2050).contains(day.parts.year)
    else { return nil }
    return day
  }
}
