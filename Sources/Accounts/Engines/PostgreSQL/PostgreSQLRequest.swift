/// One statement that was sent, and the result of it.
package final class PostgreSQLRequest {
  let isSynchronization: Bool
  private(set) var outcome: Result<PostgreSQLResult, StoreError>?

  init(isSynchronization: Bool = false) {
    self.isSynchronization = isSynchronization
  }

  func end(_ outcome: Result<PostgreSQLResult, StoreError>) {
    if self.outcome == nil { self.outcome = outcome }
  }
}
