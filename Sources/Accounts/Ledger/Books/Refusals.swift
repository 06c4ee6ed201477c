package import Values

extension Books {
  /// What the rule of an operation refuses; the books are as they were before it.
  package func refusal(of operation: any Operation) throws(RuleError) -> Rejection? {
    defer {
      // It was only tried: nothing is taken by it.
      repeated.drop()
      discard()
    }
    do throws(RuleError) {
      _ = try operation.apply(to: self)
      return nil
    } catch {
      guard case .rejected(let rejection) = error else { throw error }
      return rejection
    }
  }
}

/// What several checks refuse, each made although one before it has failed.
package struct Refusals {
  private var found: [Rejection] = []

  package init() {}

  /// Nil if the check refuses.
  package mutating func check<T>(_ body: () throws(RuleError) -> T) throws(RuleError) -> T? {
    do throws(RuleError) {
      return try body()
    } catch {
      guard case .rejected(let rejection) = error else { throw error }
      found += rejection.all
      return nil
    }
  }

  /// Throws all that was refused.
  package func tell() throws(RuleError) {
    if let first = found.first { throw .rejected(first.with(Array(found.dropFirst()))) }
  }
}
