/// A question for a few rows, as an engine may put it together with others.
struct RowQuery: Hashable {
  let statement: Statement
  /// Without the limit, which is the statement's last argument where it has one.
  let arguments: [Datum]
  let shape: Shape

  /// What all questions by the same statement share.
  final class Shape: Sendable {
    let argumentTypes: [ColumnType]
    let columnCount: Int
    let hasLimit: Bool

    init(argumentTypes: [ColumnType], columnCount: Int, hasLimit: Bool) {
      self.argumentTypes = argumentTypes
      self.columnCount = columnCount
      self.hasLimit = hasLimit
    }
  }

  static func == (left: RowQuery, right: RowQuery) -> Bool {
    left.statement === right.statement && left.arguments == right.arguments
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(statement.id)
    hasher.combine(arguments)
  }
}
