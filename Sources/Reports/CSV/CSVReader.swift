import Accounts

/// Reads the records of delimited text (RFC 4180) one at a time, in memory that does not grow
/// with the file.
///
/// Lines end with LF, CR LF or CR, also mixed; empty lines are skipped, and so is a byte order mark where a
/// record begins, as files that were put together have several.
/// After an error that does not end the file, `row` holds the record as it came and `next()`
/// continues with the one after it.
package final class CSVReader {
  private var window: CSVWindow
  private var scanner: CSVScanner
  private var unescaped = CSVUnescaping()
  private let encoding: CSVEncoding
  private let delimiter: CSVDelimiter
  /// The line on which the next record begins.
  private var line = 1
  private var rowLine = 1
  private var hasBegun = false
  private var hasEnded = false
  /// A line feed that follows at once belongs to the line end already counted.
  private var isAfterCarriageReturn = false

  package init(
    source: any ByteSource, delimiter: CSVDelimiter = .comma, encoding: CSVEncoding = .utf8
  ) {
    window = CSVWindow(encoding.reading(source))
    scanner = CSVScanner(delimiter)
    self.encoding = encoding
    self.delimiter = delimiter
  }

  /// The record that the last call of `next()` read, valid until the next one.
  package var row: CSVRow {
    unsafe CSVRow(
      line: rowLine, count: scanner.count, text: window.text, length: scanner.position,
      spans: scanner.spans, unescaped: unescaped.bytes)
  }

  /// Goes to the next record; false at the end of the file, and after an error that ended it.
  package func next() throws(CSVError) -> Bool {
    if hasEnded { return false }
    guard try findRecord() else {
      end()
      return false
    }
    rowLine = line
    try scanRecord()
    if let fault = scanner.fault ?? invalidText() {
      let error = CSVError(fault, in: place)
      if error.endsFile { end() }
      throw error
    }
    if scanner.hasDoubledQuotes {
      unsafe unescaped.undo(in: window.text, scanner.spans, scanner.count)
    }
    return true
  }

  /// Drops the last record, its line end and the empty lines behind it.
  /// False at the end of the file.
  private func findRecord() throws(CSVError) -> Bool {
    if hasBegun {
      if scanner.hasLineBreaks { line += lineBreaks(in: row.raw) }
      window.drop(scanner.position)
    } else {
      hasBegun = true
      try refuseUTF16()
    }
    scanner.begin()
    while true {
      if skipLineEnds() {
        if try !skipByteOrderMark() { return true }
        continue
      }
      if window.isComplete { return false }
      try readMore()
    }
  }

  /// True if a byte follows that is not a line end.
  private func skipLineEnds() -> Bool {
    while window.count > 0 {
      switch unsafe window.text[0] {
      case CSVByte.lineFeed:
        line += isAfterCarriageReturn ? 0 : 1
        isAfterCarriageReturn = false
      case CSVByte.carriageReturn:
        line += 1
        isAfterCarriageReturn = true
      default:
        isAfterCarriageReturn = false
        return true
      }
      window.drop(1)
    }
    return false
  }

  private func scanRecord() throws(CSVError) {
    while true {
      switch unsafe scanner.scan(window.text, window.count, isLast: window.isComplete) {
      case .record, .failed: return
      case .starved: try readMore()
      }
    }
  }

  private func refuseUTF16() throws(CSVError) {
    while window.count < 2, !window.isComplete { try readMore() }
    guard encoding == .utf8, window.count >= 2 else { return }
    let head = unsafe (window.text[0], window.text[1])
    if head == (0xFF, 0xFE) || head == (0xFE, 0xFF) {
      end()
      throw .utf16Mark
    }
  }

  /// True if there was one.
  private func skipByteOrderMark() throws(CSVError) -> Bool {
    guard unsafe window.text[0] == CSVByte.byteOrderMark.0 else { return false }
    while window.count < 3, !window.isComplete { try readMore() }
    guard window.count >= 3,
      unsafe (window.text[0], window.text[1], window.text[2]) == CSVByte.byteOrderMark
    else { return false }
    window.drop(3)
    return true
  }

  private func readMore() throws(CSVError) {
    do throws(ReadFailure) {
      try window.readMore()
    } catch {
      end()
      throw CSVError(error, line: line)
    }
  }

  /// Leaves an empty row, so a partial record is never used as a complete one.
  private func end() {
    hasEnded = true
    scanner.begin()
  }

  private func invalidText() -> CSVFault? {
    guard scanner.isBeyondASCII else { return nil }
    do throws(UTF8.ValidationError) {
      _ = try unsafe UTF8Span(validating: row.raw.lent.span)
      return nil
    } catch {
      let offset = error.byteOffsets.lowerBound
      let cell = (0..<scanner.count).first { unsafe offset < scanner.spans[$0].end } ?? 0
      return CSVFault(kind: .invalidText, offset: offset, cell: cell)
    }
  }

  private var place: CSVError.Place {
    unsafe CSVError.Place(
      text: CellBytes(start: window.text, count: window.count), line: rowLine,
      encoding: encoding, delimiter: delimiter)
  }
}
