/// Amounts and dates where a number of a record should be.
enum IdentifierDamage {
  /// How to fix it; nil if the cell may be an identifier.
  /// - Parameter mayBeDate: whether identifiers of the kind may have the form of a day, as `3/12`.
  static func remedy(_ bytes: CellBytes, mayBeDate: Bool) -> String? {
    guard let first = bytes.first, let last = bytes.last else { return nil }
    if isMoney(first) || isMoney(last) { return amountRemedy(bytes) }
    // Of a large file, nearly no cell has one.
    return mayBeDate || !bytes.contains(UInt8(ascii: "/")) ? nil : dateRemedy(bytes)
  }

  private static func isMoney(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// `(12.50)`, `$1250`, `-`
  private static func amountRemedy(_ bytes: CellBytes) -> String? {
    if bytes.allSatisfy({ isMoney($0) || $0 == UInt8(ascii: " ") }) {
      return "a spreadsheet's format for an empty amount; leave the cell blank, or check the column"
    }
    // A number may end with a dash.
    guard bytes.contains(where: { isMoney($0) && $0 != UInt8(ascii: "-") }),
      let number = NumberDamage.likely(bytes)
    else { return nil }
    let digits = number.hasPrefix("-") ? number.dropFirst() : number[...]
    let parts = digits.split(separator: ".")
    guard parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else {
      return "it is an amount of money; check which column it comes from"
    }
    return "a spreadsheet converted it to an amount of money; likely \(parts[0])"
  }

  /// `1/2`, `11/25/2015`
  private static func dateRemedy(_ bytes: CellBytes) -> String? {
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(isDigit) })
    else { return nil }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    let year = numbers.count == 3 ? TurnedDate.fourDigits(numbers[2]) : 2000
    guard CivilDate(year: year, month: numbers[0], day: numbers[1]) != nil else { return nil }
    let likely = String(decoding: bytes, as: UTF8.self).replacing("/", with: "-")
    return "a spreadsheet turned it into a date; likely \(likely); format the column as text "
      + "and copy it again"
  }
}
