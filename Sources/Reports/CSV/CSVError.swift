/// An error in an input file, with its place, in words that a clerk can act on.
package struct CSVError: Error, Equatable, Sendable {
  /// Every way in which a file can be wrong; the raw value is the code in a rejects file.
  package enum Kind: String, CaseIterable, Sendable {
    // The record is wrong; the reader can go on with the next one.
    case invalidText = "invalid_text"
    case nulByte = "nul_byte"
    case bareQuote = "bare_quote"
    case textAfterQuote = "text_after_quote"
    case ragged = "ragged_row"
    // Nothing after this can be parsed.
    case unclosedQuote = "unclosed_quote"
    case cellTooLong = "cell_too_long"
    case rowTooLong = "row_too_long"
    case tooManyCells = "too_many_cells"
    case wrongEncoding = "wrong_encoding"
    case cutShort = "cut_short"
    case unreadable

    /// Whether no further record can be read after this error.
    package var endsFile: Bool {
      switch self {
      case .invalidText, .nulByte, .bareQuote, .textAfterQuote, .ragged: false
      case .unclosedQuote, .cellTooLong, .rowTooLong, .tooManyCells, .wrongEncoding, .cutShort,
        .unreadable:
        true
      }
    }
  }

  package let kind: Kind
  /// The line of the file at fault, from 1. Inside a quoted cell of many lines this is not the
  /// line on which the record begins.
  package let line: Int
  /// The cell at fault, from 1, where there is one.
  package let cell: Int?
  /// The byte at fault, from 1 in its line (of the text as UTF-8, without a byte order mark).
  package let byte: Int?
  package let found: String
  package let expected: String
  package let remedy: String

  init(
    _ kind: Kind, line: Int, cell: Int? = nil, byte: Int? = nil,
    found: String, expected: String, remedy: String
  ) {
    self.kind = kind
    self.line = line
    self.cell = cell
    self.byte = byte
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }

  package var endsFile: Bool { kind.endsFile }

  /// A row that has more or fewer cells than the header.
  package static func ragged(line: Int, found: Int, expected: Int) -> CSVError {
    CSVError(
      .ragged, line: line, found: cells(found), expected: cells(expected) + ", as in the header",
      remedy: found > expected
        ? "put quotes around a cell that holds the delimiter"
        : "write a delimiter for every cell, including empty ones")
  }

  private static func cells(_ count: Int) -> String {
    count == 1 ? "1 cell" : "\(count) cells"
  }
}

extension CSVError: CustomStringConvertible {
  /// `line 3, cell 2 (byte 14): found …; expected …; …`
  package var description: String {
    var place = "line \(line)"
    if let cell { place += ", cell \(cell)" }
    if let byte { place += " (byte \(byte))" }
    return "\(place): found \(found); expected \(expected); \(remedy)"
  }
}
