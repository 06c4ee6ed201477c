/// A mail provider's status code of a bounce, e.g. 5.1.1.
package struct BounceCode: TextValue {
  package static let valueName = "text"
  package static let expected = "a status code, e.g. 5.1.1"
  /// A date has words of its own.
  package static let mayBeDate = true
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    guard (6...10).contains(bytes.count), let day = DateDamage.day(bytes) else { return nil }
    return ValueFault(
      .spreadsheetDamage, found: bytes, expected: expected,
      remedy: "a spreadsheet turned it into a date; "
        + (likely(day).map { "likely \($0); " } ?? "")
        + "format the column as text and copy it again")
  }

  /// Source: RFC 3463 section 2, the class of a status code is 2, 4 or 5.
  private static func likely(_ day: CivilDate) -> String? {
    let (year, month, date) = day.parts
    let last = year % 100
    return [2, 4, 5].contains(month)
      ? "\(month).\(date).\(last)" : [2, 4, 5].contains(date) ? "\(date).\(month).\(last)" : nil
  }
}
