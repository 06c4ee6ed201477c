package import Engines
package import Values

extension Column {
  /// SQL: whether the cells that a line of the journal keeps have this column with a value.
  /// - Parameter cells: the line's `before` or `after`.
  package func isJournaled(_ value: Value, in cells: String) -> String where Value: Choice {
    "coalesce(\(cells), '') LIKE '%\"\(name)\":\"\(value.rawValue)\"%'"
  }
}
