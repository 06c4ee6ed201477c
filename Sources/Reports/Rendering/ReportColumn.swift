/// A column of a report.
public struct ReportColumn: Sendable, Equatable {
  /// The field's name in CSV, JSON and `--fields`.
  public let name: String
  /// The head of the column in tables.
  public let title: String
  public let kind: ColumnKind
  /// Says something about a person: masked for those who may not see it.
  public let isPersonal: Bool

  public init(_ name: String, title: String, kind: ColumnKind, isPersonal: Bool = false) {
    self.name = name
    self.title = title
    self.kind = kind
    self.isPersonal = isPersonal
  }
}

/// What the values of a column are, and so how they are written.
public enum ColumnKind: Sendable, CaseIterable {
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

  /// Right-aligned where columns are aligned.
  var isNumber: Bool {
    switch self {
    case .integer, .money, .quantity: true
    case .text, .date, .timestamp, .boolean: false
    }
  }
}
