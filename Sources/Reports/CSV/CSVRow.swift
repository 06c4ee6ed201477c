package import Accounts

/// One record of a file, borrowed from its reader: valid until the reader's next call.
@safe
package struct CSVRow {
  /// The line of the file on which the record begins, from 1.
  package let line: Int
  package let count: Int
  private let text: UnsafePointer<UInt8>
  private let length: Int
  private let spans: UnsafePointer<CSVSpan>
  private let unescaped: UnsafePointer<UInt8>

  init(
    line: Int, count: Int, text: UnsafePointer<UInt8>, length: Int,
    spans: UnsafePointer<CSVSpan>, unescaped: UnsafePointer<UInt8>
  ) {
    self.line = line
    self.count = count
    unsafe self.text = text
    self.length = length
    unsafe self.spans = spans
    unsafe self.unescaped = unescaped
  }

  /// The bytes of a cell, UTF-8, without its quotes.
  @inline(__always)
  package func cell(_ index: Int) -> CellBytes {
    precondition(index >= 0 && index < count, "a cell that the row does not have")
    let span = unsafe spans[index]
    let base = unsafe span.isUnescaped ? unescaped : text
    return unsafe CellBytes(start: base + span.start, count: span.length)
  }

  /// Whether the cell stood in quotes: `""` is an empty text, nothing at all is no value.
  package func wasQuoted(_ index: Int) -> Bool {
    precondition(index >= 0 && index < count, "a cell that the row does not have")
    return unsafe spans[index].isQuoted
  }

  /// A copy of a cell that outlives the row.
  package func text(_ index: Int) -> String {
    String(decoding: cell(index), as: UTF8.self)
  }

  /// Whether every cell of it is blank.
  package var isBlank: Bool { isBlank(from: 0) }

  /// Whether it is nothing but DOS's mark for the end of a file, Ctrl-Z.
  package var isEndMark: Bool {
    guard count > 0 else { return false }
    let first = cell(0)
    return first.count == 1 && first[0] == CSVByte.endOfFile && isBlank(from: 1)
  }

  /// Whether every cell from this one on is blank.
  package func isBlank(from first: Int) -> Bool {
    for index in first..<max(count, first) {
      if CellBlanks.trimmed(cell(index)) != nil { return false }
    }
    return true
  }

  /// The record as it came, quotes and all, without its line end.
  package var raw: CellBytes {
    unsafe CellBytes(start: text, count: length)
  }
}
