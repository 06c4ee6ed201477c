package import Accounts

/// A column of a report.
package struct ReportColumn: Sendable, Equatable {
  /// The field's name in CSV, JSON and `--fields`.
  package let name: String
  /// The head of the column in tables.
  package let title: String
  package let kind: ColumnType
  /// Says something about a person: masked for those who have not asked for it.
  package let isPersonal: Bool

  package init(_ name: String, title: String, kind: ColumnType, isPersonal: Bool = false) {
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
