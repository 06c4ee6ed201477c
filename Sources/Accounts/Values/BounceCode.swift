/// A mail provider's status code of a bounce, e.g. 5.1.1.
package struct BounceCode: TextValue {
  package static let valueName = "text"
  package static let expected = "a status code of a bounce, e.g. 5.1.1 or 550"
  /// A date has words of its own.
  package static let mayBeDate = true
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    if (6...10).contains(bytes.count), let day = DateDamage.day(bytes) {
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy: "a spreadsheet turned it into a date; "
          + (likely(day).map { "likely \($0); " } ?? "")
          + "format the column as text and copy it again")
    }
    guard hasForm(bytes) else {
      return ValueFault(
        .malformed, found: bytes, expected: expected, remedy: "copy the status code alone")
    }
    guard bytes.first != UInt8(ascii: "2") else {
      return ValueFault(
        .malformed, found: bytes, expected: expected,
        remedy: "the message was delivered, and did not bounce; leave out the row")
    }
    return nil
  }

  /// Sources: RFC 3463 section 2, class, subject and detail of a status code; RFC 5321 section 4.2, the three
  /// digits of a reply.
  private static func hasForm(_ bytes: CellBytes) -> Bool {
    guard let first = bytes.first, "245".utf8.contains(first) else { return false }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
    if parts.count == 1 { return bytes.count == 3 }
    return parts.count == 3 && parts[0].count == 1
      && parts.dropFirst().allSatisfy { (1...3).contains($0.count) }
  }

  /// The class of a bounce is 4 or 5.
  private static func likely(_ day: CivilDate) -> String? {
    let (year, month, date) = day.parts
    let last = year % 100
    return [4, 5].contains(month)
      ? "\(month).\(date).\(last)" : [4, 5].contains(date) ? "\(date).\(month).\(last)" : nil
  }
}
