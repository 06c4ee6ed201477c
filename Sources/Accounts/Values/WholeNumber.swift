/// A whole number from 0 to 999,999,999.
package struct WholeNumber: FieldValue, DatumValue, Hashable, Comparable {
  package static let valueName = "number"
  package static let columnType = ColumnType.integer
  package static let expected = "a whole number"
  package let value: Int64

  package init(value: Int64) { self.value = value }
  package init(_ datum: Datum) { value = datum.integer ?? 0 }
  package var datum: Datum { .integer(value) }

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    var value: Int64 = 0
    for byte in bytes {
      guard isDigit(byte) else {
        throw Self.fault(bytes)
      }
      value = value * 10 + Int64(byte &- 48)
      guard value <= 999_999_999 else {
        throw ValueFault(
          .outOfRange, found: bytes, expected: "at most 999999999",
          remedy: "check for an extra digit")
      }
    }
    self.value = value
  }

  private static func fault(_ bytes: CellBytes) -> ValueFault {
    let remedy = "use digits only, without sign, point or commas"
    guard let likely = NumberDamage.likely(bytes), !likely.hasPrefix("-"),
      let whole = likely.split(separator: ".").first,
      likely.dropFirst(whole.count).allSatisfy({ $0 == "." || $0 == "0" })
    else { return ValueFault(.malformed, found: bytes, expected: expected, remedy: remedy) }
    return ValueFault(
      .spreadsheetDamage, found: bytes, expected: expected, remedy: "\(remedy); likely \(whole)")
  }

  package static func < (left: WholeNumber, right: WholeNumber) -> Bool {
    left.value < right.value
  }
}
