/// One cell of a row as an engine stores it.
package enum Datum: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)

  package var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  package var integer: Int64? {
    if case .integer(let value) = self { return value }
    return nil
  }

  package var text: String? {
    if case .text(let value) = self { return value }
    return nil
  }
}

extension Datum: CustomStringConvertible {
  package var description: String {
    switch self {
    case .null: "NULL"
    case .integer(let value): String(value)
    case .text(let value): value
    }
  }
}

/// Order as the engines sort: null first, integers by value, text by bytes.
extension Datum: Comparable {
  package static func < (left: Datum, right: Datum) -> Bool {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): a < b
    case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    case (.null, .null): false
    case (.null, _): true
    case (.integer, .text): true
    default: false
    }
  }
}

/// The meaning of a column: decides how a report writes it and which type an engine uses.
package enum ColumnType: Sendable, CaseIterable {
  case text
  case integer
  /// Cents.
  case money
  /// Thousandths.
  case quantity
  /// ISO text.
  case date
  /// ISO text.
  case timestamp
  /// Zero or one.
  case boolean
  /// Text that is never shown; the journal records only that a value existed.
  case secret
}

/// A value that lives in a column: what the store holds is trusted to be well formed.
package protocol DatumValue: Sendable {
  static var columnType: ColumnType { get }
  static var isNullable: Bool { get }
  /// Whether it is contact data of a person.
  static var isPersonal: Bool { get }
  /// The type of what is there where it is not null.
  static var present: any DatumValue.Type { get }
  init(_ datum: Datum)
  var datum: Datum { get }
}

extension DatumValue {
  package static var isNullable: Bool { false }
  package static var isPersonal: Bool { false }
  package static var present: any DatumValue.Type { self }
}

extension Optional: DatumValue where Wrapped: DatumValue {
  package static var columnType: ColumnType { Wrapped.columnType }
  package static var isNullable: Bool { true }
  package static var isPersonal: Bool { Wrapped.isPersonal }
  package static var present: any DatumValue.Type { Wrapped.self }

  package init(_ datum: Datum) {
    self = datum.isNull ? nil : Wrapped(datum)
  }

  package var datum: Datum { self?.datum ?? .null }
}

extension Int64: DatumValue {
  package static var columnType: ColumnType { .integer }
  package init(_ datum: Datum) { self = datum.integer ?? 0 }
  package var datum: Datum { .integer(self) }
}

extension Int: DatumValue {
  package static var columnType: ColumnType { .integer }
  package init(_ datum: Datum) { self = Int(datum.integer ?? 0) }
  package var datum: Datum { .integer(Int64(self)) }
}

extension Bool: DatumValue {
  package static var columnType: ColumnType { .boolean }
  package init(_ datum: Datum) { self = datum.integer == 1 }
  package var datum: Datum { .integer(self ? 1 : 0) }
}

extension String: DatumValue {
  package static var columnType: ColumnType { .text }
  package init(_ datum: Datum) { self = datum.text ?? "" }
  package var datum: Datum { .text(self) }
}
