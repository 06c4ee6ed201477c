@_spi(_Unicode) import Swift

/// Text of one line with its own grammar.
package protocol TextValue: FieldValue, DatumValue, Hashable, Comparable, CustomStringConvertible {
  static var longest: Int { get }
  static var nature: TextNature { get }
  /// Whether one may have the form of a day, as a route and its place in it.
  static var mayBeDate: Bool { get }
  /// Says what is wrong with trimmed bytes that hold no control character, or nil.
  static func fault(in bytes: CellBytes) -> ValueFault?
  var text: String { get }
  /// `text` comes from the store or has been checked.
  init(trusted text: String)
}

extension TextValue {
  package static var columnType: ColumnType { .text }
  package static var longest: Int { 200 }
  package static var nature: TextNature { .line }
  package static var mayBeDate: Bool { false }
  package static var mostBytes: Int { .max }
  package static func fault(in bytes: CellBytes) -> ValueFault? { nil }
  package init(_ datum: Datum) { self.init(trusted: datum.text ?? "") }
  package var datum: Datum { .text(text) }
  package var description: String { text }
  package static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    // What is far too long is not searched for damage.
    if bytes.count > 4 * Self.longest {
      try Self.checkLength(String(decoding: bytes, as: UTF8.self).count)
    }
    if let damage = CellDamage.fault(
      inText: bytes, Self.nature, mayBeDate: Self.mayBeDate, expected: Self.expected)
    {
      throw damage
    }
    let isASCII = try checkControl(bytes, expected: Self.expected)
    if let fault = Self.fault(in: bytes) { throw fault }
    let text = String(decoding: bytes, as: UTF8.self)
    try Self.checkLength(isASCII ? bytes.count : text.count)
    self.init(trusted: isASCII ? text : text.composed)
  }

  private static func checkLength(_ count: Int) throws(ValueFault) {
    guard count <= longest else {
      throw ValueFault(
        .tooLong, found: "\(count) characters", expected: "at most \(longest) characters",
        remedy: "shorten it, and put the rest in a note")
    }
  }
}

extension String {
  /// Canonical composition (Unicode NFC), so that equal names compare equal in every engine.
  package var composed: String { String(String.UnicodeScalarView(self._nfc)) }
}

/// Refuses control characters; true where all bytes are ASCII.
private func checkControl(_ bytes: CellBytes, expected: String) throws(ValueFault) -> Bool {
  var seen: UInt8 = 0
  var hasControl = false
  for byte in bytes {
    seen |= byte
    if byte < 0x20 || byte == 0x7F { hasControl = true }
  }
  if seen >= 0x80, !hasControl {
    // C1 controls are C2 80 … C2 9F.
    for index in 1..<max(bytes.count, 1)
    where bytes[index - 1] == 0xC2 && (0x80...0x9F).contains(bytes[index]) {
      hasControl = true
    }
  }
  if hasControl {
    throw ValueFault(
      .controlCharacter, found: bytes, expected: expected,
      remedy: "remove the control characters; they cannot be stored")
  }
  return seen < 0x80
}

/// Identifiers that people type: one ASCII word without quotes, commas or characters that are
/// special to a shell or spreadsheet. Leading zeros are kept.
protocol IdentifierValue: TextValue {}

extension IdentifierValue {
  package static var longest: Int { 32 }
  package static var nature: TextNature { .code }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    let damage = IdentifierDamage.remedy(bytes, mayBeDate: mayBeDate)
    if let remedy = Placeholder.isNone(bytes) ? Placeholder.leaveBlank : damage {
      return ValueFault(.spreadsheetDamage, found: bytes, expected: expected, remedy: remedy)
    }
    for byte in bytes where !isIdentifierByte(byte) {
      let remedy = "use letters, digits and symbols, without spaces, quotes or commas"
      return ValueFault(
        .malformed, found: bytes, expected: expected,
        remedy: likely(bytes).map { "\(remedy); likely \($0)" } ?? remedy)
    }
    return nil
  }

  /// `'00123` and `2,000,001`, as spreadsheets show numbers.
  private static func likely(_ bytes: CellBytes) -> String? {
    // `2000001,2000002` is two.
    guard !bytes.contains(UInt8(ascii: ",")) || NumberInText.isGrouped(bytes) else { return nil }
    let kept = bytes.filter { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ",") }
    return !kept.isEmpty && kept.allSatisfy(isDigit) ? String(decoding: kept, as: UTF8.self) : nil
  }
}

@inline(__always)
private func isIdentifierByte(_ byte: UInt8) -> Bool {
  if isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 { return true }
  switch byte {
  case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"):
    return false
  default: return byte > 0x20 && byte < 0x7F
  }
}
