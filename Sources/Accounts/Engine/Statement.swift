import Synchronization

/// SQL that every engine understands, prepared at most once a connection; `?` marks an argument.
public final class Statement: Sendable {
  let id: Int
  let sql: String

  private static let next = Atomic<Int>(0)

  init(_ sql: String) {
    id = Self.next.add(1, ordering: .relaxed).oldValue
    self.sql = sql
  }
}
