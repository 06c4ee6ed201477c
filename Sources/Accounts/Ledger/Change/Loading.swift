package import Engines

/// Fills a store that is discarded unless it is finished.
extension Store {
  /// What is written in the body is safe against a crash only when the body has ended.
  package func loading(_ body: () throws -> Void) throws {
    try connection.beginLoading()
    try body()
    try connection.endLoading()
  }
}

extension ChangeTransaction {
  /// Writes new rows that the journal does not list: of a store that has no history yet.
  package func unjournaledRows() -> UnjournaledRows { UnjournaledRows(connection) }

  /// Works out who owes what in a store whose rows were loaded.
  package func settleAllAccounts() throws(StoreError) {
    try AccountSettling(connection).settleAll()
  }

  /// Sums the consumption of a store whose rows were loaded.
  package func sumAllConsumption() throws(StoreError) { try connection.rebuildTotals() }

  /// Finds the bounced deliveries of a store whose rows were loaded.
  package func findAllBounces() throws(StoreError) { try connection.rebuildBouncedDeliveries() }
}
