/// Cells of CSV and TSV on their way out.
public enum CSVCells {
  /// A text cell of CSV: as it is, or in quotes where it would not be read back equal without.
  /// An empty text is `""`; nothing at all is null.
  @inline(__always)
  public static func append(
    text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, escapeFormulas: Bool,
    to sink: some ByteSink
  ) {
    if isPlain(text, delimiter: delimiter) {
      sink.append(text)
    } else {
      appendSpecial(text, delimiter: delimiter, escapeFormulas: escapeFormulas, to: sink)
    }
  }

  /// A text cell of TSV, which knows no quotes: `\t`, `\n`, `\r` and `\\` stand for themselves.
  public static func appendTSV(
    text: UnsafeBufferPointer<UInt8>, escapeFormulas: Bool, to sink: some ByteSink
  ) {
    if escapeFormulas, isFormula(text) { sink.append(UInt8(ascii: "'")) }
    var begin = 0
    for (index, byte) in text.enumerated() {
      guard let letter = tsvEscape(byte) else { continue }
      sink.append(UnsafeBufferPointer(rebasing: text[begin..<index]))
      sink.append(UInt8(ascii: "\\"))
      sink.append(letter)
      begin = index + 1
    }
    sink.append(UnsafeBufferPointer(rebasing: text[begin...]))
  }

  /// Whether a spreadsheet would run the cell. Escaped ones count too and are escaped once more,
  /// so that taking away one `'` gives back what there was.
  static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// Nothing to quote or escape: begins with a letter, digit or the like, holds no delimiter,
  /// quote or control character, and does not end with a blank.
  @inline(__always)
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Bool {
    guard let first = text.first, first > UInt8(ascii: "."), first != UInt8(ascii: "="),
      first != UInt8(ascii: "@"), text[text.count &- 1] != UInt8(ascii: " ")
    else { return false }
    var isPlain = true
    for byte in text {
      isPlain = isPlain && byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != delimiter
    }
    return isPlain
  }

  @inline(never)
  private static func appendSpecial(
    _ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, escapeFormulas: Bool,
    to sink: some ByteSink
  ) {
    let isEscaped = escapeFormulas && isFormula(text)
    let isQuoted = needsQuotes(text, delimiter: delimiter)
    if isQuoted { sink.append(UInt8(ascii: "\"")) }
    if isEscaped { sink.append(UInt8(ascii: "'")) }
    var begin = 0
    for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\"") {
      sink.append(UnsafeBufferPointer(rebasing: text[begin...index]))
      begin = index
    }
    sink.append(UnsafeBufferPointer(rebasing: text[begin...]))
    if isQuoted { sink.append(UInt8(ascii: "\"")) }
  }

  private static func needsQuotes(
    _ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8
  ) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    return first == UInt8(ascii: " ") || last == UInt8(ascii: " ")
      || text.contains {
        $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
          || $0 == UInt8(ascii: "\r")
      }
  }

  private static func tsvEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\t"): UInt8(ascii: "t")
    case UInt8(ascii: "\n"): UInt8(ascii: "n")
    case UInt8(ascii: "\r"): UInt8(ascii: "r")
    case UInt8(ascii: "\\"): UInt8(ascii: "\\")
    default: nil
    }
  }
}
