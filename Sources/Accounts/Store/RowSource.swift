/// Where books find the rows that the operation itself has not touched.
protocol RowSource: AnyObject {
  func row(of table: Table, _ key: [Datum]) throws(Stop) -> [Datum]?
  /// What the lookup finds, in order. `limit` is the lookup's own or more; a source may answer
  /// more rows than that.
  func rows(_ lookup: LookupShape, _ arguments: [Datum], limit: Int?) throws(Stop) -> [[Datum]]
  func greatestKey(of table: Table) throws(Stop) -> Int64
}

/// Each lookup is a statement of its own: best where a statement costs no round trip.
final class DirectRows: RowSource {
  private let connection: any Connection

  init(_ connection: any Connection) {
    self.connection = connection
  }

  func row(of table: Table, _ key: [Datum]) throws(Stop) -> [Datum]? {
    try select(table.find, key, count: table.columns.count).first
  }

  func rows(_ lookup: LookupShape, _ arguments: [Datum], limit: Int?) throws(Stop) -> [[Datum]] {
    var bound = arguments
    if let limit { bound.append(.integer(Int64(limit))) }
    return try select(lookup.statement, bound, count: lookup.table.columns.count)
  }

  func greatestKey(of table: Table) throws(Stop) -> Int64 {
    try select(table.greatestKey, [], count: 1).first?.first?.integer ?? 0
  }

  private func select(_ statement: Statement, _ arguments: [Datum], count: Int)
    throws(Stop) -> [[Datum]]
  {
    var found: [[Datum]] = []
    do {
      try connection.each(statement, arguments) { row in
        found.append(row.values(count))
        return true
      }
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .store(StoreError(.defect, "\(error)"))
    }
    return found
  }
}
