import Engines

/// Whether a change can go on.
struct ChangeState {
  /// The first error of the store: after it, nothing but a rollback.
  private var fault: StoreError?
  private(set) var hasEnded = false

  func requireOpen() throws(StoreError) {
    if let fault { throw fault.endingTheChange }
    guard !hasEnded else { throw StoreError(.defect, "the change has ended already") }
  }

  /// Keeps an error of the store, and answers how to report it.
  mutating func fail(_ error: StoreError) -> StoreError {
    let error = Self.unfinished(error)
    if fault == nil { fault = error }
    return error
  }

  mutating func end() { hasEnded = true }

  /// Until the commit is under way, a connection that was lost leaves nothing half done.
  static func unfinished(_ error: StoreError) -> StoreError {
    let words = "; nothing was changed"
    guard error.kind == .unavailable, !error.message.hasSuffix(words) else { return error }
    return StoreError(.unavailable, error.message + words, remedy: error.remedy)
  }
}
