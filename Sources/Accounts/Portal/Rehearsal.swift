package import Ledger

extension Store {
  /// Carries an operation out on books that nobody keeps. What it takes long to compute it then
  /// remembers, so that the change itself holds nobody up.
  package func rehearse(_ operation: some Operation) {
    _ = try? operation.apply(to: books())
  }
}
