/// Amounts of money where another value should be.
enum AmountInText {
  static let empty =
    "a spreadsheet's format for an empty amount of money; leave the cell blank, or check the column"

  /// How to fix `(12.50)` or `$1250`; nil if the text is no amount. A number may begin or end with a
  /// dash.
  static func remedy(_ bytes: CellBytes) -> String? {
    guard let first = bytes.first, let last = bytes.last, isMoney(first) || isMoney(last),
      bytes.contains(where: { isMoney($0) && $0 != UInt8(ascii: "-") }),
      let number = NumberDamage.likely(bytes)
    else { return nil }
    let digits = number.hasPrefix("-") ? number.dropFirst() : number[...]
    let parts = digits.split(separator: ".")
    guard parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else {
      return "it is an amount of money; check which column it comes from"
    }
    return "a spreadsheet converted it to an amount of money; likely \(parts[0])"
  }

  static func isMoney(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
