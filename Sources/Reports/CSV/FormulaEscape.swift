package import Accounts

/// The apostrophe that prevents a spreadsheet from running a text cell as a formula.
///
/// It is added before = + - @ TAB CR, and before apostrophes that stand before one of these:
/// so `strip` gives back every text that `isNeeded` had marked, and changes no text
/// that a marked export could not hold.
package enum FormulaEscape {
  static let mark: UInt8 = 0x27

  /// Whether a text gets the mark in front.
  @inline(__always)
  package static func isNeeded(_ text: CellBytes) -> Bool {
    // Nearly every text begins with something greater than @ or with a digit.
    guard let first = text.first, first <= 0x40, !(0x30...0x39 ~= first) else { return false }
    return runsAfterMarks(text)
  }

  /// The text without the mark that our own export put in front of it.
  package static func strip(_ cell: CellBytes) -> CellBytes {
    guard cell.first == mark, runsAfterMarks(cell) else { return cell }
    return CellBytes(rebasing: cell.dropFirst())
  }

  private static func runsAfterMarks(_ text: CellBytes) -> Bool {
    switch text.first(where: { $0 != mark }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      CSVByte.tab, CSVByte.carriageReturn:
      true
    default:
      false
    }
  }
}
