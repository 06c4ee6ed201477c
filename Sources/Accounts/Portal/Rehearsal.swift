package import Ledger

extension Store {
  /// Runs an operation on books that are discarded. The operation keeps what is slow to compute, so
  /// that the change itself does not make others wait.
  package func rehearse(_ operation: some Operation) {
    _ = try? operation.apply(to: books())
  }
}
