package import Engines
import Values

/// Several commands that are one change: begun by `Store.open`, and committed or rolled back whole.
package final class OpenChange {
  /// Begun with the first command that changes something; until then nobody else has to wait.
  fileprivate var transaction: ChangeTransaction?
  /// The commands that have changed something.
  package fileprivate(set) var commands = 0
  /// Something in it has failed: it is rolled back already, and can only be ended.
  package fileprivate(set) var hasFailed = false

  /// A command has begun to change something, and has not ended.
  package fileprivate(set) var isHalfDone = false

  fileprivate init() {}

  package var isEmpty: Bool { transaction == nil }

  fileprivate func rollBack() {
    transaction?.rollback()
    transaction = nil
  }
}

extension Store {
  /// From now on changes are part of one, until it is committed or rolled back.
  package func openChange() { open = OpenChange() }

  /// After a command that failed half-way nothing of the open change can stand.
  package func failOpenChange() {
    open?.rollBack()
    open?.hasFailed = true
  }

  /// Makes the open change; answers its number, and nil if nothing was changed.
  package func commitOpenChange() throws(StoreError) -> Int64? {
    guard let change = open else { return nil }
    open = nil
    guard !change.hasFailed else {
      throw StoreError(.defect, "a change that has failed was to be committed")
    }
    return try change.transaction?.commit()
  }

  package func rollBackOpenChange() {
    open?.rollBack()
    open = nil
  }

  /// The next part of the open change.
  func changeWithin<Value>(
    _ change: OpenChange, _ author: Author, _ body: (ChangeTransaction) throws -> ChangeEnd<Value>
  ) throws -> (value: Value, number: Int64?) {
    guard !change.hasFailed else {
      throw StoreError(.defect, "a change was to go on that has failed")
    }
    let transaction: ChangeTransaction
    if let begun = change.transaction {
      transaction = begun
      begun.goOn(with: signed(author))
    } else {
      transaction = try beginChange(author)
      change.transaction = transaction
    }
    let before = transaction.writtenRows
    change.isHalfDone = true
    switch try body(transaction) {
    case .commit(let value):
      try transaction.settleSoFar()
      change.isHalfDone = false
      if transaction.writtenRows > before { change.commands += 1 }
      return (value, nil)
    case .discard(let value):
      failOpenChange()
      return (value, nil)
    }
  }
}
