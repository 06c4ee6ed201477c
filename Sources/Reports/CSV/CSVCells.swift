/// Writes text cells so that every reader of delimited text, ours included, gets the same text back.
///
/// A missing value is written as nothing at all, so an empty text is `""`. A record of one missing
/// value would be an empty line, which readers pass over: write `""` there.
public enum CSVCells {
  /// Appends a text cell, in quotes only where it needs them: when it is empty, holds the
  /// delimiter, a quote or a line break, or begins or ends with a space.
  @inline(__always)
  public static func append<Sink: ByteSink>(
    text: UnsafeBufferPointer<UInt8>, delimiter: CSVDelimiter, escapeFormulas: Bool,
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

  public static func append<Sink: ByteSink>(
    text: String, delimiter: CSVDelimiter, escapeFormulas: Bool, to sink: Sink
  ) {
    var text = text
    text.withUTF8 {
      append(text: $0, delimiter: delimiter, escapeFormulas: escapeFormulas, to: sink)
    }
  }

  @inline(__always)
  private static func needsQuotes(
    _ text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8
  ) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if first == CSVByte.space || last == CSVByte.space { return true }
    if first == CSVByte.byteOrderMark.0, beginsLikeMark(text) { return true }
    for byte in text {
      switch byte {
      case delimiter, CSVByte.quote, CSVByte.lineFeed, CSVByte.carriageReturn: return true
      default: continue
      }
    }
    return false
  }

  /// At the very beginning of a file such a text would lose its first character.
  private static func beginsLikeMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= 3 && (text[0], text[1], text[2]) == CSVByte.byteOrderMark
  }

  private static func appendQuoted<Sink: ByteSink>(
    _ text: UnsafeBufferPointer<UInt8>, isEscaped: Bool, to sink: Sink
  ) {
    sink.append(CSVByte.quote)
    if isEscaped { sink.append(FormulaEscape.mark) }
    var rest = text[...]
    while let quote = rest.firstIndex(of: CSVByte.quote) {
      sink.append(UnsafeBufferPointer(rebasing: rest[...quote]))
      sink.append(CSVByte.quote)
      rest = rest[(quote + 1)...]
    }
    sink.append(UnsafeBufferPointer(rebasing: rest))
    sink.append(CSVByte.quote)
  }
}
