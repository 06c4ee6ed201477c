import Accounts

/// The words with which a spreadsheet's line of totals begins.
enum TotalWord {
  private static let totals = [
    "total", "totals", "subtotal", "sub-total", "grand-total", "sum", "count",
  ]

  private static let leads = Set(totals.map { lead(of: $0.utf8) })

  /// The first three letters, small or large.
  private static func lead(of text: some Sequence<UInt8>) -> UInt32 {
    text.prefix(3).reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
  }

  /// `Total`, `Grand total:`, `Count: 17`, `Total 17`
  static func begins(_ cell: CellBytes) -> Bool {
    // Most cells are done with here.
    guard (3..<40).contains(cell.count), leads.contains(lead(of: cell)) else { return false }
    let text = BulkHeader.folded(String(decoding: cell, as: UTF8.self))
    return totals.contains { total in
      guard text.hasPrefix(total) else { return false }
      let rest = text.dropFirst(total.count)
      return rest.isEmpty || rest.hasPrefix(":")
        || rest.hasPrefix("-") && rest.dropFirst().utf8.allSatisfy(isNumeric)
    }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }
}
