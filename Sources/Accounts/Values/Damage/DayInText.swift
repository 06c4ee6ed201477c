/// Days in the forms of other countries, and those that spreadsheets give for zero and for no end.
enum DayInText {
  /// `01.01.2001`, `31/10/2026`, `1900-01-00`; and where no number is written so, `01-01-2001`.
  static func isDay(_ bytes: CellBytes, withDashes: Bool) -> Bool {
    guard let lead = withoutTime(bytes), (8...10).contains(lead.count),
      let mark = lead.first(where: { !isDigit($0) }),
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: "/")
        || mark == UInt8(ascii: "-") && (withDashes || isEmpty(lead))
    else { return false }
    let parts = lead.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3,
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(isDigit) })
    else { return false }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 &- 48) } }
    if parts[0].count == 4 { return isDay(numbers[0], month: numbers[1], numbers[2]) }
    guard parts[2].count == 4 else { return false }
    // After the year, the month comes first everywhere; before it, countries differ.
    return isDay(numbers[2], month: numbers[0], numbers[1])
      || numbers[0] > 0 && isDay(numbers[2], month: numbers[1], numbers[0])
  }

  /// What is before a time of day; nil if it is too short for a day, or if no time follows it.
  static func withoutTime(_ bytes: CellBytes) -> Slice<CellBytes>? {
    guard bytes.count > 7, isDigit(bytes[0]) else { return nil }
    let end = bytes.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }
    if let end, !bytes[end...].contains(UInt8(ascii: ":")) { return nil }
    return bytes[..<(end ?? bytes.count)]
  }

  private static func isDay(_ year: Int, month: Int, _ day: Int) -> Bool {
    if year == 1899 || year == 1900 || year == 9999 {
      return (1...12).contains(month) && (0...31).contains(day)
    }
    return (1930..<2050).contains(year) && CivilDate(year: year, month: month, day: day) != nil
  }

  /// What spreadsheets write for zero, and databases for no end.
  private static func isEmpty(_ lead: Slice<CellBytes>) -> Bool {
    ["1899-12-30", "1899-12-31", "1900-01-00", "9999-12-31"].contains {
      lead.elementsEqual($0.utf8)
    }
  }
}
