package import Accounts

/// Writes text cells of tab-separated values: no quotes, one line a record whatever the texts hold.
///
/// A backslash, tab, line feed and carriage return are written `\\`, `\t`, `\n` and `\r`
/// (as PostgreSQL's COPY does). A missing value and an empty text both are nothing at all.
package enum TSVCells {
  package static func append<Sink: ByteSink>(
    text: CellBytes, escapeFormulas: Bool, to sink: Sink
  ) {
    if escapeFormulas, FormulaEscape.isNeeded(text) { sink.append(FormulaEscape.mark) }
    var rest = text[...]
    while let index = rest.firstIndex(where: { letter($0) != nil }) {
      sink.append(CellBytes(rebasing: rest[..<index]))
      sink.append(UInt8(ascii: "\\"))
      sink.append(letter(rest[index]) ?? rest[index])
      rest = rest[(index + 1)...]
    }
    sink.append(CellBytes(rebasing: rest))
  }

  /// What is after the backslash for a byte that cannot stand for itself.
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\\"): UInt8(ascii: "\\")
    case CSVByte.tab: UInt8(ascii: "t")
    case CSVByte.lineFeed: UInt8(ascii: "n")
    case CSVByte.carriageReturn: UInt8(ascii: "r")
    default: nil
    }
  }
}
