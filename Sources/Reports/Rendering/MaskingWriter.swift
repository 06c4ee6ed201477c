import Accounts

/// Masks what is personal on its way to another writer.
final class MaskingWriter: RowWriter {
  private let writer: any RowWriter
  private var isPersonal: [Bool] = []
  private var column = 0

  init(_ writer: any RowWriter) { self.writer = writer }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    isPersonal = columns.map(\.isPersonal)
    try writer.begin(columns)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isPersonal[column] {
      Mask.masked(bytes).withUnsafeBufferPointer { writer.text($0) }
    } else {
      writer.text(bytes)
    }
    column += 1
  }

  func integer(_ value: Int64) {
    writer.integer(value)
    column += 1
  }

  func null() {
    writer.null()
    column += 1
  }

  func endRow() throws(OutputError) {
    try writer.endRow()
    column = 0
  }

  func finish(note: String?) throws(OutputError) { try writer.finish(note: note) }
}
