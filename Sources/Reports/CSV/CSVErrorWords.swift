import Accounts
import Glibc

/// The texts of reader errors.
extension CSVError {
  /// The context of a fault, for its message.
  struct Place {
    /// The record, as far as it was read.
    let text: CellBytes
    /// The line on which the record begins.
    let line: Int
    let encoding: CSVEncoding
    let delimiter: CSVDelimiter

    /// What stands between cells instead of the delimiter, if it follows the quote that closes one.
    func otherDelimiter(at offset: Int) -> CSVDelimiter? {
      guard text.indices.contains(offset), line == 1 else { return nil }
      return CSVDelimiter(rawValue: text[offset])
    }
  }

  init(_ fault: CSVFault, in place: Place) {
    let before = CellBytes(rebasing: place.text[..<fault.offset])
    let lineStart =
      before.lastIndex { $0 == CSVByte.lineFeed || $0 == CSVByte.carriageReturn }.map { $0 + 1 }
      ?? 0
    let words = Self.words(fault, place)
    self.init(
      fault.kind, line: place.line + lineBreaks(in: before), cell: fault.cell + 1,
      byte: fault.offset - lineStart + 1,
      found: words.found, expected: words.expected, remedy: words.remedy)
  }

  private typealias Words = (found: String, expected: String, remedy: String)

  private static func words(_ fault: CSVFault, _ place: Place) -> Words {
    if fault.kind == .textAfterQuote, let other = place.otherDelimiter(at: fault.offset) {
      return (
        "\(other.plural) between the cells", "\(place.delimiter.plural)",
        "use --delimiter \(other.word)"
      )
    }
    return switch fault.kind {
    case .invalidText: invalidText(place.text, at: fault.offset, place.encoding)
    case .nulByte:
      (
        "a NUL byte", "text",
        "remove it; if the file is UTF-16, add --encoding utf-16le or utf-16be"
      )
    case .bareQuote:
      (
        "a quote inside a cell that does not begin with one",
        "quotes around the whole cell and every quote in it doubled",
        #"write 5" pipe as "5"" pipe", with nothing, not even a space, before the first quote"#
      )
    case .textAfterQuote:
      (
        "text after the quote that closes the cell",
        "a \(place.delimiter.word) or the end of the line",
        "double the quotes inside the cell, or remove what follows its last quote"
      )
    case .unclosedQuote:
      (
        "a quoted cell without a closing quote at the end of the file", "a closing quote",
        "close the quote that opens here, or double it inside quotes if it belongs to the text"
      )
    case .cellTooLong:
      (
        "a cell of more than \(CSVLimits.cell) bytes", "at most \(CSVLimits.cell) bytes in a cell",
        place.text[fault.offset] == CSVByte.quote
          ? "look for the quote that should close this cell"
          : "check that this is a text file with one record per line"
      )
    case .rowTooLong:
      (
        "a row of more than \(CSVLimits.row) bytes", "at most \(CSVLimits.row) bytes in a row",
        "check that this is a text file with one record per line"
      )
    default:
      (
        "a row of more than \(CSVLimits.cells) cells", "at most \(CSVLimits.cells) cells in a row",
        "check that this is a text file with one record per line"
      )
    }
  }

  private static func invalidText(
    _ text: CellBytes, at offset: Int, _ encoding: CSVEncoding
  ) -> Words {
    guard encoding == .utf8 || !isSurrogate(text, at: offset) else { return halfOfPair }
    let found =
      "the byte 0x\(String(text[offset], radix: 16, uppercase: true)), which is not UTF-8 here"
    guard encoding != .utf8 else {
      return (
        found, "UTF-8 text", "save the file as UTF-8, or add --encoding latin-1 or utf-16"
      )
    }
    return (
      found, "UTF-8 text: the file begins with the byte order mark of UTF-8",
      "save the file again, all of it as UTF-8; or remove the mark, its first three bytes"
    )
  }

  /// As `UTF8Output` writes it. Any other byte was read as it is, behind the mark of UTF-8.
  private static func isSurrogate(_ text: CellBytes, at offset: Int) -> Bool {
    guard text.indices.contains(offset + 1) else { return false }
    return text[offset] == 0xED && text[offset + 1] >= 0xA0
  }

  private static var halfOfPair: Words {
    (
      "half of a UTF-16 surrogate pair", "UTF-16 text",
      "export the file again; it was cut or joined in the middle of a character"
    )
  }

  /// A source that could not be read.
  init(_ failure: ReadFailure, line: Int) {
    switch failure {
    case .system(let code):
      unsafe self.init(
        .unreadable, line: line,
        found: "an error while reading: " + String(cString: strerror(code)),
        expected: "a file that can be read to its end",
        remedy: "check the file and the disk it is on"
      )
    case .unpairedByte:
      self.init(
        .cutShort, line: line, found: "an odd number of bytes",
        expected: "UTF-16, two bytes per unit",
        remedy: "copy or export the file again: its end is missing, or it is not UTF-16")
    case .noByteOrderMark:
      self.init(
        .wrongEncoding, line: line, found: "no byte order mark",
        expected: "UTF-16 that begins with one",
        remedy:
          "use --encoding utf-16le or utf-16be, or leave out the option for UTF-8")
    case .byteOrderMark(let encoding):
      self.init(
        .wrongEncoding, line: line,
        found: "the byte order mark of \(encoding.rawValue.uppercased())",
        expected: "text in the encoding of --encoding", remedy: "use --encoding utf-16")
    }
  }

  /// A UTF-16 byte order mark in what should be UTF-8.
  static let utf16Mark = CSVError(
    .wrongEncoding, line: 1, found: "a UTF-16 byte order mark", expected: "UTF-8 text",
    remedy: "add --encoding utf-16, or save the file as UTF-8")
}
