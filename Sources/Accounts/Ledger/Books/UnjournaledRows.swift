package import Engines
package import Values

/// Writes many rows that are not in the journal line by line, together where that pays.
package final class UnjournaledRows {
  private let connection: any Connection
  private let batch: (any BatchConnection)?
  private var waiting: [RowChange] = []

  init(_ connection: any Connection) {
    self.connection = connection
    batch = connection as? any BatchConnection
  }

  package func insert(_ table: Table, _ values: [Datum]) throws(StoreError) {
    try write(RowChange(table: table, before: nil, after: values))
  }

  package func write(_ change: RowChange) throws(StoreError) {
    guard let batch else { return try connection.write(change) }
    waiting.append(change)
    if waiting.count >= batch.batchSize { try flush() }
  }

  /// Must follow the last row.
  package func flush() throws(StoreError) {
    guard let batch, !waiting.isEmpty else { return }
    try batch.write(waiting) { [] }
    waiting.removeAll(keepingCapacity: true)
  }
}
