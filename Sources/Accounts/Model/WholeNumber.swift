/// A whole number from 0 to 999,999,999.
public struct WholeNumber: FieldValue, DatumValue, Hashable, Comparable {
  public static let valueName = "number"
  public static let columnType = ColumnType.integer
  public let value: Int64

  public init(value: Int64) { self.value = value }
  public init(_ datum: Datum) { value = datum.integer ?? 0 }
  public var datum: Datum { .integer(value) }

  public init(parsing bytes: CellBytes) throws(ValueFault) {
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

  public static func < (left: WholeNumber, right: WholeNumber) -> Bool {
    left.value < right.value
  }
}
