/// A decimal with a fixed number of places, held as an integer; never floating point.
package protocol FixedPoint: FieldValue, DatumValue, Hashable, Comparable, CustomStringConvertible {
  /// Digits after the point.
  static var places: Int { get }
  /// Digits after the point that are always written.
  static var placesShown: Int { get }
  static var expected: String { get }
  /// What is expected instead of more digits than any value has.
  static var expectedOfFewer: String { get }
  /// Whether it is money, which some programs write as a count of cents.
  static var isMoney: Bool { get }
  var units: Int64 { get }
  init(units: Int64)
}

extension FixedPoint {
  package init(_ datum: Datum) { self.init(units: datum.integer ?? 0) }
  package var datum: Datum { .integer(units) }

  package static func < (left: Self, right: Self) -> Bool { left.units < right.units }
  package static func + (left: Self, right: Self) -> Self { Self(units: left.units + right.units) }
  package static func - (left: Self, right: Self) -> Self { Self(units: left.units - right.units) }
  package static prefix func - (value: Self) -> Self { Self(units: -value.units) }
  package static func += (left: inout Self, right: Self) { left = left + right }
  package static var zero: Self { Self(units: 0) }
  package static var expectedOfFewer: String { expected }
  package static var isMoney: Bool { false }

  /// One, in the integer's units.
  package static var scale: Int64 { (0..<places).reduce(1) { product, _ in product * 10 } }

  /// Plain decimal: `12.34`, `-0.5`, `12`.
  package var description: String {
    let scale = Self.scale
    let magnitude = units.magnitude
    var fraction = String(magnitude % UInt64(scale))
    fraction = String(repeating: "0", count: Self.places - fraction.count) + fraction
    while fraction.count > Self.placesShown, fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = (units < 0 ? "-" : "") + String(magnitude / UInt64(scale))
    return fraction.isEmpty ? whole : whole + "." + fraction
  }

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    var index = 0
    var negative = false
    if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      negative = bytes[0] == UInt8(ascii: "-")
      index = 1
    }
    var value: Int64 = 0
    var fraction = -1
    var count = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "."), fraction < 0 {
        fraction = 0
        continue
      }
      let digit = byte &- 48
      guard digit <= 9 else { throw Self.fault(bytes) }
      if fraction >= Self.places {
        guard digit == 0 else {
          throw Self.tooManyDecimals(bytes)
        }
        continue
      }
      if fraction >= 0 { fraction += 1 }
      count += 1
      guard count <= 15 else {
        throw ValueFault(
          .outOfRange, found: bytes, expected: Self.expectedOfFewer,
          remedy: "too large: check for an extra digit")
      }
      value = value * 10 + Int64(digit)
    }
    guard count > 0 else { throw Self.fault(bytes) }
    if Self.isMoney, fraction < 0, value != 0, let likely = CentCount.likely(bytes) {
      throw ValueFault(
        .malformed, found: bytes, expected: Self.expected,
        remedy: "\(CentCount.cause); likely \(likely)")
    }
    if Self.places < 3, Self.mayGroup(bytes) { throw Self.tooManyDecimals(bytes) }
    for _ in max(fraction, 0)..<Self.places { value *= 10 }
    self.init(units: negative ? -value : value)
  }

  /// Whether the point may separate thousands, as in 12.500: one meaning is a thousand times the other.
  package static func mayGroup(_ bytes: CellBytes) -> Bool {
    let digits = bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard digits.count > 4, digits.count < 8 else { return false }
    let point = digits.endIndex - 4
    return digits[point] == UInt8(ascii: ".") && digits[..<point].allSatisfy(isDigit)
      && !digits[..<point].elementsEqual("0".utf8)
  }

  /// The message does not suggest rounding: extra decimals usually mean that other digits are wrong.
  private static func tooManyDecimals(_ bytes: CellBytes) -> ValueFault {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.dropFirst().utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }),
      text.count(where: { $0 == "." }) == 1
    else { return fault(bytes) }
    if let likely = NumberDamage.withoutTail(text, places: places) {
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy: "a spreadsheet calculation left extra digits; likely \(likely)")
    }
    let other =
      mayGroup(bytes) ? ", or its point separates thousands (\(text.filter { $0 != "." }))" : ""
    return ValueFault(
      .outOfRange, found: bytes, expected: expected,
      remedy: "more than \(places) decimals: \(text) has too many digits\(other); check it at its "
        + "source")
  }

  private static func fault(_ bytes: CellBytes) -> ValueFault {
    let text = String(decoding: bytes, as: UTF8.self)
    if let number = ShortenedNumber(bytes) {
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy:
          "\(number.cause); likely \(number.likely); copy it from the source "
          + "again")
    }
    if text.contains("E-") || text.contains("e-") {
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy: "a spreadsheet shortened the number; copy it from the source again")
    }
    if let likely = NumberDamage.likely(bytes) {
      // A dash is an accountant's zero, but the reading of a meter that nobody read.
      guard isMoney || bytes.contains(where: isDigit) else {
        return ValueFault(
          .spreadsheetDamage, found: bytes, expected: expected, remedy: Placeholder.leaveBlank)
      }
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy: "use only digits and a decimal point, with - for negative values; "
          + "likely \(isMoney ? CentCount.likely(likely) ?? likely : likely)")
    }
    return ValueFault(
      .malformed, found: bytes, expected: expected, remedy: "use digits and a decimal point")
  }
}

/// An amount in cents.
package struct Money: FixedPoint {
  package static let places = 2
  package static let placesShown = 2
  package static let valueName = "amount"
  package static let columnType = ColumnType.money
  package static let expected = "an amount, e.g. 123.45"
  package static let isMoney = true
  /// Larger amounts could overflow the sum of a city's bills.
  package static let greatest = Money(units: 99_999_999_999)
  package static let expectedOfFewer = "an amount up to \(greatest)"
  package let units: Int64
  package init(units: Int64) { self.units = units }
}

/// A meter reading or a consumption in thousandths of its unit.
package struct Quantity: FixedPoint {
  package static let places = 3
  package static let placesShown = 0
  package static let valueName = "quantity"
  package static let columnType = ColumnType.quantity
  package static let expected = "a number, e.g. 123 or 123.456"
  package let units: Int64
  package init(units: Int64) { self.units = units }
}
