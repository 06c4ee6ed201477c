/// The first record of a file: the names of its columns.
package struct CSVHeader: Equatable, Sendable {
  /// In the file's order, without the blanks around them.
  package let names: [String]
  package let line: Int

  package init(reading row: CSVRow) {
    names = (0..<row.count).map { trimmed(row.text($0)) }
    line = row.line
  }

  package var count: Int { names.count }

  /// The error to report for a row that has more or fewer cells than the header; nil if it fits.
  package func mismatch(_ row: CSVRow) -> CSVError? {
    row.count == count ? nil : .ragged(line: row.line, found: row.count, expected: count)
  }
}

private func trimmed(_ text: String) -> String {
  let head = text.drop(while: \.isWhitespace)
  return String(head.reversed().drop(while: \.isWhitespace).reversed())
}
