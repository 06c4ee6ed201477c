package import Values

/// A question for a few rows, as an engine may put it together with others.
package struct RowQuery: Hashable {
  let statement: Statement
  /// Without the limit, which is the statement's last argument where it has one.
  let arguments: [Datum]
  let shape: Shape

  package init(statement: Statement, arguments: [Datum], shape: Shape) {
    self.statement = statement
    self.arguments = arguments
    self.shape = shape
  }

  /// What all questions by the same statement share.
  package final class Shape: Sendable {
    let argumentTypes: [ColumnType]
    let columnCount: Int
    let hasLimit: Bool
    /// An index gives the first rows in order, so that the others need not be read.
    let isInIndexOrder: Bool

    package init(
      argumentTypes: [ColumnType], columnCount: Int, hasLimit: Bool, isInIndexOrder: Bool = false
    ) {
      self.isInIndexOrder = isInIndexOrder
      self.argumentTypes = argumentTypes
      self.columnCount = columnCount
      self.hasLimit = hasLimit
    }
  }

  package static func == (left: RowQuery, right: RowQuery) -> Bool {
    left.statement === right.statement && left.arguments == right.arguments
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(statement.id)
    hasher.combine(arguments)
  }
}

/// Queries with the same limit.
package struct RowQuestion {
  package let queries: [RowQuery]
  package let limit: Int?

  package init(queries: [RowQuery], limit: Int?) {
    self.queries = queries
    self.limit = limit
  }
}
