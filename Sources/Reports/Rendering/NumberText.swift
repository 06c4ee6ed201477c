import Accounts

/// Numbers as their kind says, in two manners: for programs, and for people.
extension OutputBuffer {
  /// For programs: `1234.50`, `0.125`, `true`. A kind of text takes whole numbers as they are.
  @inline(__always)
  func append(_ value: Int64, as kind: ColumnType) {
    switch kind {
    case .money: append(decimal: value, places: 2, shown: 2)
    case .quantity: append(decimal: value, places: 3, shown: 0)
    case .boolean: append(value == 0 ? "false" : "true" as StaticString)
    case .integer, .text, .date, .timestamp, .secret: append(integer: value)
    }
  }
}

extension ColumnType {
  /// For people: `1,234.50`, `1,234.125`, `yes`.
  func display(_ value: Int64) -> String {
    switch self {
    case .money:
      unsafe Self.digits {
        unsafe DecimalDigits.write(value, places: 2, shown: 2, isGrouped: true, to: $0)
      }
    case .quantity:
      unsafe Self.digits {
        unsafe DecimalDigits.write(value, places: 3, shown: 0, isGrouped: true, to: $0)
      }
    case .boolean: value == 0 ? "no" : "yes"
    case .integer, .text, .date, .timestamp, .secret: String(value)
    }
  }

  /// How many: `68,204`.
  static func count(_ value: Int64) -> String {
    unsafe digits {
      unsafe DecimalDigits.write(value, places: 0, shown: 0, isGrouped: true, to: $0)
    }
  }

  /// The digits of a dial: `379354`.
  fileprivate static func dial(_ value: Int64) -> String {
    unsafe digits { unsafe DecimalDigits.write(value, places: 3, shown: 0, to: $0) }
  }

  private static func digits(_ write: (UnsafeMutablePointer<UInt8>) -> Int) -> String {
    unsafe String(unsafeUninitializedCapacity: DecimalDigits.longest) { room in
      unsafe room.baseAddress.map(write) ?? 0
    }
  }
}

extension ReportColumn {
  /// For people.
  func display(_ value: Int64) -> String {
    if isCount { return ColumnType.count(value) }
    return isDial ? ColumnType.dial(value) : kind.display(value)
  }
}
