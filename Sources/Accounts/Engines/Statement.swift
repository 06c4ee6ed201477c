import Synchronization

/// SQL that every engine understands, prepared at most once a connection; `?` marks an argument.
package final class Statement: Sendable {
  package let id: Int
  let sql: String
  /// Whether its result is a few rows at most, which may be held at once.
  let isShort: Bool
  /// Whether a server plans it for the arguments and the tables of each use. What it would keep of the
  /// first uses may be wrong for a table that grows meanwhile.
  let isPlannedAnew: Bool
  /// The same with nothing in place of secrets, for those who may not read them; nil if there
  /// are none.
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
