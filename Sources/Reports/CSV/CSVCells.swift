package import Accounts

/// Writes text cells so that every reader of delimited text, ours included, gets the same text back.
///
/// A missing value is written as nothing, and an empty text as `""`. A record of one missing value
/// would be an empty line, which readers skip: write `""` there.
package enum CSVCells {
  /// Appends a text cell, in quotes only where it needs them: when it is empty, holds the
  /// delimiter, a quote or a line break, or begins or ends with a space.
  @inline(__always)
  package static func append<Sink: ByteSink>(
    text: CellBytes, delimiter: CSVDelimiter, escapeFormulas: Bool,
    to sink: Sink
  ) {
    let isEscaped = escapeFormulas && FormulaEscape.isNeeded(text)
    if needsQuotes(text, delimiter.rawValue) {
      appendQuoted(text, isEscaped: isEscaped, to: sink)
    } else {
      if isEscaped { sink.append(FormulaEscape.mark) }
      sink.append(text)
    }
  }

  package static func append<Sink: ByteSink>(
    text: String, delimiter: CSVDelimiter, escapeFormulas: Bool, to sink: Sink
  ) {
    var text = text
    text.withCellBytes {
      append(text: $0, delimiter: delimiter, escapeFormulas: escapeFormulas, to: sink)
    }
  }

  @inline(__always)
  private static func needsQuotes(
    _ text: CellBytes, _ delimiter: UInt8
  ) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if first == CSVByte.space || last == CSVByte.space { return true }
    if first == CSVByte.byteOrderMark.0, beginsLikeMark(text) { return true }
    return holdsMark(text, delimiter)
  }

  /// Whether any byte is the delimiter, a quote or a line break.
  @inline(__always)
  private static func holdsMark(
    _ text: CellBytes, _ delimiter: UInt8
  ) -> Bool {
    guard text.count >= 8 else {
      for byte in text where isMark(byte, delimiter) { return true }
      return false
    }
    // Eight bytes at a time; the last eight may overlap those before.
    var offset = 0
    while offset < text.count - 8 {
      if holdsMark(text.eight(at: offset), delimiter) { return true }
      offset &+= 8
    }
    return holdsMark(text.eight(at: text.count - 8), delimiter)
  }

  @inline(__always)
  private static func isMark(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
    byte == delimiter || byte == CSVByte.quote || byte == CSVByte.lineFeed
      || byte == CSVByte.carriageReturn
  }

  @inline(__always)
  private static func holdsMark(_ eight: UInt64, _ delimiter: UInt8) -> Bool {
    (zeros(eight ^ spread(delimiter)) | zeros(eight ^ spread(CSVByte.quote))
      | zeros(eight ^ spread(CSVByte.lineFeed)) | zeros(eight ^ spread(CSVByte.carriageReturn)))
      != 0
  }

  @inline(__always)
  private static func spread(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Not 0 exactly where one of the eight bytes is 0.
  /// Source: Mycroft's test, in Warren, Hacker's Delight, section 6-1.
  @inline(__always)
  private static func zeros(_ eight: UInt64) -> UInt64 {
    (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080
  }

  /// At the start of a file, such a text would lose its first character.
  private static func beginsLikeMark(_ text: CellBytes) -> Bool {
    text.count >= 3 && (text[0], text[1], text[2]) == CSVByte.byteOrderMark
  }

  private static func appendQuoted<Sink: ByteSink>(
    _ text: CellBytes, isEscaped: Bool, to sink: Sink
  ) {
    sink.append(CSVByte.quote)
    if isEscaped { sink.append(FormulaEscape.mark) }
    var rest = text[...]
    while let quote = rest.firstIndex(of: CSVByte.quote) {
      sink.append(CellBytes(rebasing: rest[...quote]))
      sink.append(CSVByte.quote)
      rest = rest[(quote + 1)...]
    }
    sink.append(CellBytes(rebasing: rest))
    sink.append(CSVByte.quote)
  }
}
