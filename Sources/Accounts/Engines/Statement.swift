import Synchronization

/// SQL that every engine understands, prepared at most once a connection; `?` marks an argument.
package final class Statement: Sendable {
  package let id: Int
  let sql: String
  /// Whether its result is a few rows at most, which may be held at once.
  let isShort: Bool
  /// Whether a server plans it again for each use. A plan kept from the first uses can be wrong for
  /// a table that has grown since.
  let isPlannedAnew: Bool
  /// The same with NULL in place of secrets, for logins that may not read them; nil if it has no
  /// secrets.
  let withoutSecrets: String?

  private static let next = Atomic<Int>(0)

  package init(
    _ sql: String, isShort: Bool = false, isPlannedAnew: Bool = false,
    withoutSecrets: String? = nil
  ) {
    id = Self.next.add(1, ordering: .relaxed).oldValue
    self.sql = sql
    self.isShort = isShort
    self.isPlannedAnew = isPlannedAnew
    self.withoutSecrets = withoutSecrets
  }
}
