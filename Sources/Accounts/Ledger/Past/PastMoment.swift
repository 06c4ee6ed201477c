package import Values

/// A point of the journal, as `--at` names it.
package enum JournalPoint: Sendable, Equatable {
  /// Just after this change.
  case change(Int64)
  /// After the last change up to this moment.
  case moment(Timestamp)
}

/// Where in the journal a store is shown.
package struct PastMoment: Sendable, Equatable {
  /// The last change that counts.
  package let change: Int64
  /// The time that counts as now.
  package let at: Timestamp
  /// The changes since, which do not count.
  package let later: Int64
}
