package import Values

/// A connection on which a statement costs a round trip, so that it pays to load and write the
/// rows of many operations together.
package protocol BatchConnection: Connection {
  /// How many operations are worth doing together.
  var batchSize: Int { get }

  /// Answers all questions in one round trip: for each its queries, for each of those its rows.
  func fetch(_ questions: [RowQuestion]) throws(StoreError) -> [[[[Datum]]]]

  /// Writes rows in one round trip. The order of changes of different rows does not count; an error
  /// may show as late as at the next statement.
  /// - Parameter journal: the lines about the rows, made while the server writes the rows.
  func write(_ changes: [RowChange], journal: () -> [RowChange]) throws(StoreError)
}
