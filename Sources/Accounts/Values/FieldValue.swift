/// A value from a command line or a file. Once parsed, it is valid.
package protocol FieldValue: Sendable {
  /// Its placeholder in help, e.g. `date`.
  static var valueName: String { get }
  /// The accepted words, where the set is closed.
  static var choices: [String]? { get }
  /// What a word has to be, for messages.
  static var expected: String { get }
  /// The most bytes that a value can have.
  static var mostBytes: Int { get }
  /// `bytes` are trimmed and not empty.
  init(parsing bytes: CellBytes) throws(ValueFault)
}

extension FieldValue {
  package static var choices: [String]? { nil }
  package static var expected: String { valueName }
  package static var mostBytes: Int { 4096 }

  /// The same, where damage by a spreadsheet or a wrong encoding is named as such.
  package init(cell bytes: CellBytes) throws(ValueFault) {
    guard bytes.count <= Self.mostBytes else {
      throw ValueFault(
        .tooLong, found: "\(String(decoding: bytes, as: UTF8.self).count) characters",
        expected: Self.expected, remedy: "check the value; in a file, a quote may be missing")
    }
    do throws(ValueFault) {
      self = try Self(parsing: bytes)
    } catch {
      throw Self.marked(error, bytes) ?? CellDamage.naming(error, of: bytes)
    }
  }

  /// A value after the apostrophe with which spreadsheets mark text, as `'2026-11-02`. A fault that does
  /// not repeat what was typed is one of a secret, and stays.
  private static func marked(_ fault: ValueFault, _ bytes: CellBytes) -> ValueFault? {
    guard bytes.first == UInt8(ascii: "'"), bytes.count > 1, fault.code != .spreadsheetDamage,
      fault.found == CellBlanks.shown(bytes)
    else { return nil }
    let rest = SpreadsheetMark.rest(of: bytes)
    guard (try? Self(parsing: rest)) != nil else { return nil }
    return ValueFault(
      .spreadsheetDamage, found: bytes, expected: fault.expected,
      remedy: SpreadsheetMark.remedy(likely: String(decoding: rest, as: UTF8.self)))
  }

  /// For constants in code and tests.
  package init(_ text: String) throws(ValueFault) {
    var text = text
    self = try text.withCellBytes { (bytes) throws(ValueFault) in try Self(cell: bytes) }
  }
}

/// Why a cell is not a valid value.
package struct ValueFault: Error, Equatable {
  package let code: RejectionCode
  package let found: String
  package let expected: String
  package let remedy: String

  package init(_ code: RejectionCode, found: String, expected: String, remedy: String) {
    self.code = code
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }

  package init(_ code: RejectionCode, found: CellBytes, expected: String, remedy: String) {
    self.init(code, found: CellBlanks.shown(found), expected: expected, remedy: remedy)
  }

  /// The same; of a text with as many digits as a bank account only the length is told.
  package var hidingNumber: ValueFault {
    guard found.utf8.filter(isDigit).count >= 8 else { return self }
    return ValueFault(
      code, found: "\(found.count) characters", expected: expected, remedy: remedy)
  }
}
