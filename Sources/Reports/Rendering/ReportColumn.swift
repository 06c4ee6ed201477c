public import Accounts

/// A column of a report.
public struct ReportColumn: Sendable, Equatable {
  /// The field's name in CSV, JSON and `--fields`.
  public let name: String
  /// The head of the column in tables.
  public let title: String
  public let kind: ColumnType
  /// Says something about a person: masked for those who have not asked for it.
  public let isPersonal: Bool

  public init(_ name: String, title: String, kind: ColumnType, isPersonal: Bool = false) {
    self.name = name
    self.title = title
    self.kind = kind
    self.isPersonal = isPersonal
  }
}

extension ColumnType {
  /// Right-aligned where columns are aligned.
  var isNumber: Bool {
    switch self {
    case .integer, .money, .quantity: true
    case .text, .date, .timestamp, .boolean, .secret: false
    }
  }
}
