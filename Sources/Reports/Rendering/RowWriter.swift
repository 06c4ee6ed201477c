package import Accounts

/// What a report writes its rows to. The calls of a row come in column order, then `endRow`.
///
/// Cells do not throw, so that they cost nothing to check: what went wrong with the output is
/// kept, and thrown by the next `endRow` or by `finish`.
package protocol RowWriter: AnyObject {
  func begin(_ columns: [ReportColumn]) throws(OutputError)
  /// A cell of UTF-8 text.
  func text(_ bytes: CellBytes)
  /// An integer, money, quantity or boolean, written as the column's kind says.
  func integer(_ value: Int64)
  /// A number that is not an integer, as it is to be written.
  func number(_ digits: CellBytes)
  func null()
  func endRow() throws(OutputError)
  /// Brings everything out. The note is for the reader of a table, e.g. "first 20 of 431".
  func finish(note: String?) throws(OutputError)
}

extension RowWriter {
  package func number(_ digits: CellBytes) { text(digits) }

  package func text(_ string: String) {
    var string = string
    string.withCellBytes { text($0) }
  }
}
