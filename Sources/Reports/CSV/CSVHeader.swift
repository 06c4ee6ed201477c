/// The first record of a file: the names of its columns.
package struct CSVHeader: Equatable, Sendable {
  /// In the file's order, without the blanks around them.
  package let names: [String]
  package let line: Int

  package init(reading row: CSVRow) {
    names = (0..<row.count).map { trimmed(row.text($0)) }
    line = row.line
  }
}

private func trimmed(_ text: String) -> String {
  let head = text.drop(while: \.isWhitespace)
  return String(head.reversed().drop(while: \.isWhitespace).reversed())
}
