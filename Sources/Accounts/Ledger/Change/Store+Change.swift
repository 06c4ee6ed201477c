import Engines

/// What becomes of a change once its body has run.
package enum ChangeEnd<Value> {
  /// It is committed; in a dry run it is rolled back.
  case commit(Value)
  /// It is rolled back, and what was learned on the way is kept.
  case discard(Value)
}

extension Store {
  /// The only way to write to the store: begins a change, runs the body, puts the change
  /// into the journal, and commits it or rolls it back. Whatever the body throws rolls back and is
  /// thrown on.
  ///
  /// Where somebody who writes to a server's tables past the writer's lock was faster, the body runs
  /// again from its beginning, in a new transaction; after a few times the conflict is thrown.
  /// - Parameter retries: false where the body cannot run twice.
  /// - Returns: the body's value, and the number of the change; nil if nothing was changed.
  @discardableResult
  package func change<Value>(
    by author: Author, isDryRun: Bool = false, retries: Bool = true,
    _ body: (ChangeTransaction) throws -> ChangeEnd<Value>
  ) throws -> (value: Value, number: Int64?) {
    if let open {
      guard open.isEmpty || !isDryRun else {
        throw StoreError(.defect, "a dry run was to be part of a change")
      }
      if !isDryRun { return try changeWithin(open, author, body) }
    }
    for _ in 1..<(retries ? Self.mostAttempts : 1) {
      do {
        return try changeOnce(author, isDryRun, body)
      } catch RuleError.store(let error) where error.isOfOtherWriter {
      } catch let error as StoreError where error.isOfOtherWriter {
      }
    }
    return try changeOnce(author, isDryRun, body)
  }

  private func changeOnce<Value>(
    _ author: Author, _ isDryRun: Bool, _ body: (ChangeTransaction) throws -> ChangeEnd<Value>
  ) throws -> (value: Value, number: Int64?) {
    let change = try beginChange(author, isDryRun: isDryRun)
    // After the commit there is nothing to roll back.
    defer { change.rollback() }
    switch try body(change) {
    case .commit(let value): return (value, try change.commit())
    case .discard(let value): return (value, nil)
    }
  }

  private static var mostAttempts: Int { 5 }
}

extension StoreError {
  /// Whether somebody who writes past the writer's lock may have been faster.
  fileprivate var isOfOtherWriter: Bool { kind == .conflict || kind == .taken }
}
