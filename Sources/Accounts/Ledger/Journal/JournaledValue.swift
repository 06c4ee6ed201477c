package import Engines
package import Values

extension Column {
  /// SQL: whether a journal line's cells have this value in this column.
  /// - Parameter cells: the line's `before` or `after`.
  package func isJournaled(_ value: Value, in cells: String) -> String where Value: Choice {
    "coalesce(\(cells), '') LIKE '%\"\(name)\":\"\(value.rawValue)\"%'"
  }
}
