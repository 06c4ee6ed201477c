/// A bank's ABA routing number: nine digits, a prefix that is in use, the checksum 3-7-1.
package struct RoutingNumber: FieldValue, DatumValue, Hashable, CustomStringConvertible {
  package static let valueName = "routing"
  package static let columnType = ColumnType.text
  package static let expected = "an ABA routing number of nine digits"
  package let text: String

  package init(_ datum: Datum) { text = datum.text ?? "" }
  package var datum: Datum { .text(text) }
  package var description: String { text }

  /// Federal Reserve districts, thrift institutions, electronic, traveler's checks.
  private static let prefixes: [ClosedRange<Int>] = [0...12, 21...32, 61...72, 80...80]

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    guard bytes.count == 9, bytes.allSatisfy(isDigit) else {
      throw ValueFault(
        .malformed, found: bytes, expected: Self.expected,
        remedy: Self.likely(bytes).map { "likely \($0); copy the number from the source again" }
          ?? Self.withZeros(Self.plain(bytes)).map {
            "a spreadsheet removed leading zeros; likely \($0); format the column as text"
          }
          ?? (bytes.count < 9 && bytes.allSatisfy(isDigit)
            ? "a spreadsheet may have removed leading zeros; copy the number from the source again"
            : "copy the nine digits at the bottom left of a check"))
    }
    let digits = bytes.map { Int($0 &- 48) }
    guard Self.hasPrefix(digits) else {
      throw ValueFault(
        .outOfRange, found: bytes, expected: "first two digits of 00-12, 21-32, 61-72 or 80",
        remedy: "check the first two digits")
    }
    guard Self.hasChecksum(digits) else {
      throw ValueFault(
        .malformed, found: bytes, expected: "a number with a valid checksum (3-7-1)",
        remedy: "a digit is wrong or two are swapped; copy it from the check again")
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The nine digits, where a spreadsheet has added to them.
  private static func likely(_ bytes: CellBytes) -> String? {
    let digits = plain(bytes)
    return digits.count == 9 && digits.utf8.allSatisfy(isDigit) ? digits : nil
  }

  /// Without decimals, and without marks between digits.
  private static func plain(_ bytes: CellBytes) -> String {
    let text = NumberInText.wholePart(bytes) ?? String(decoding: bytes, as: UTF8.self)
    return text.filter { $0 != "'" && $0 != "," && $0 != " " && $0 != "-" }
  }

  /// Of seven or eight digits, the number that begins with zeros, if that is one.
  private static func withZeros(_ text: String) -> String? {
    guard (7...8).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
    let missing = 9 - text.utf8.count
    let digits = Array(repeating: 0, count: missing) + text.utf8.map { Int($0 &- 48) }
    guard hasPrefix(digits), hasChecksum(digits) else { return nil }
    return String(repeating: "0", count: missing) + text
  }

  private static func hasPrefix(_ digits: [Int]) -> Bool {
    prefixes.contains { $0.contains(digits[0] * 10 + digits[1]) }
  }

  private static func hasChecksum(_ digits: [Int]) -> Bool {
    let sum = zip(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    // All zeros would pass.
    return sum % 10 == 0 && digits.contains { $0 != 0 }
  }
}
