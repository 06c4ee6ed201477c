/// A little CSV reader of LF lines that tells null from an empty text; it reads what it is given
/// by bytes, one state after the other, and trusts it to be well formed.
enum TinyCSV {
  static func parse(_ text: String) -> [[[UInt8]?]] {
    var rows: [[[UInt8]?]] = []
    var row: [[UInt8]?] = []
    var cell: [UInt8]?
    var isInside = false
    var isAfterQuote = false
    for byte in text.utf8 {
      switch (byte, isInside) {
      case (UInt8(ascii: "\""), true):
        isInside = false
        isAfterQuote = true
        continue
      case (UInt8(ascii: "\""), false):
        if isAfterQuote { cell?.append(byte) }
        cell = cell ?? []
        isInside = true
      case (UInt8(ascii: ","), false):
        row.append(cell)
        cell = nil
      case (UInt8(ascii: "\n"), false):
        rows.append(row + [cell])
        row = []
        cell = nil
      default: cell = (cell ?? []) + [byte]
      }
      isAfterQuote = false
    }
    return rows
  }
}
