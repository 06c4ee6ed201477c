package import Engines

/// What one operation did.
package struct Performed: Sendable {
  package let effect: Effect
  package let changes: [RowChange]

  package var isUnchanged: Bool { changes.isEmpty }
}

extension ChangeTransaction {
  /// Applies one operation; after a rejection the books are as they were before it.
  @discardableResult
  package func perform(_ operation: some Mutation) throws(RuleError) -> Performed {
    if unwritten != nil { return try performUnwritten(operation) }
    let effect: Effect
    do throws(StoreError) { try requireOpen() } catch { throw .store(error) }
    do {
      effect = try operation.apply(to: books)
    } catch {
      books.discard()
      guard case .store(let loss) = error else { throw error }
      throw .store(failing(loss))
    }
    let changes = books.takePending()
    books.keep()
    books.gaps.settle()
    do {
      try write(changes)
    } catch {
      throw .store(error)
    }
    return Performed(effect: effect, changes: changes)
  }
}
