import Synchronization

/// SQL that every engine understands, prepared at most once a connection; `?` marks an argument.
public final class Statement: Sendable {
  let id: Int
  let sql: String
  /// Whether its result is a few rows at most, which may be held at once.
  let isShort: Bool

  private static let next = Atomic<Int>(0)

  init(_ sql: String, isShort: Bool = false) {
    id = Self.next.add(1, ordering: .relaxed).oldValue
    self.sql = sql
    self.isShort = isShort
  }
}
