/// A text of several lines, up to 10,000 characters.
package struct Prose: FieldValue, DatumValue, Hashable, CustomStringConvertible {
  package static let valueName = "text"
  package static let expected = "a text"
  package static let columnType = ColumnType.text
  package static let mostBytes = Int.max
  private static let longest = 10_000
  package let text: String

  package init(trusted text: String) { self.text = text }
  package init(_ datum: Datum) { text = datum.text ?? "" }
  package var datum: Datum { .text(text) }
  package var description: String { text }

  /// Line ends become LF and tabs become spaces; blank lines at the end are removed.
  package init(parsing bytes: CellBytes) throws(ValueFault) {
    if bytes.count > 4 * Self.longest {
      try Self.checkLength(String(decoding: bytes, as: UTF8.self).count)
    }
    var lines: [String] = []
    let feed = UInt8(ascii: "\n")
    for line in bytes.split(separator: feed, omittingEmptySubsequences: false) {
      var line = Array(line)
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      for index in line.indices where line[index] == UInt8(ascii: "\t") { line[index] = 0x20 }
      lines.append(line.isEmpty ? "" : try ProseLine(String(decoding: line, as: UTF8.self)).text)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let text = lines.joined(separator: "\n")
    guard !text.isEmpty else {
      throw ValueFault(
        .malformed, found: "blank lines", expected: "a text", remedy: "enter some text")
    }
    try Self.checkLength(text.count)
    self.text = text
  }

  private static func checkLength(_ count: Int) throws(ValueFault) {
    guard count <= longest else {
      throw ValueFault(
        .tooLong, found: "\(count) characters", expected: "at most \(longest) characters",
        remedy: "shorten it, or split it into two")
    }
  }
}

/// One line of it.
private struct ProseLine: TextValue {
  static let valueName = "text"
  static let expected = "a text"
  static let longest = 10_000
  static let nature = TextNature.prose
  let text: String
  package init(trusted text: String) { self.text = text }
}
