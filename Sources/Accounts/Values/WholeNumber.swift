/// A whole number from 0 to 999,999,999.
package struct WholeNumber: FieldValue, DatumValue, Hashable, Comparable {
  package static let valueName = "number"
  package static let columnType = ColumnType.integer
  package let value: Int64

  package init(value: Int64) { self.value = value }
  package init(_ datum: Datum) { value = datum.integer ?? 0 }
  package var datum: Datum { .integer(value) }

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    var value: Int64 = 0
    for byte in bytes {
      guard isDigit(byte) else {
        throw ValueFault(
          .malformed, found: bytes, expected: "a whole number",
          mend: "use digits only, without sign, point or commas")
      }
      value = value * 10 + Int64(byte &- 48)
      guard value <= 999_999_999 else {
        throw ValueFault(
          .outOfRange, found: bytes, expected: "at most 999999999",
          mend: "check for an extra digit")
      }
    }
    self.value = value
  }

  package static func < (left: WholeNumber, right: WholeNumber) -> Bool {
    left.value < right.value
  }
}
