/// Why the store could not do what was asked.
package struct StoreError: Error, Equatable {
  package enum Kind: Sendable {
    case unavailable, notAStore, newer, busy, full, notPermitted, inputOutput, corrupt
    case constraint, interrupted, defect, exists
    /// The server stopped a statement that this program did not cancel.
    case stopped
    /// A table or column is missing.
    case incomplete
    /// A server that follows another and takes no writes.
    case standby
    /// An error in a user's SQL.
    case badQuery
    /// Somebody who does not wait for the writer's lock changed the same rows: the whole change may
    /// be tried again.
    case conflict
    /// On a server, another row has the same key: one that such a person added since the change began, or one
    /// that is in the way.
    case taken
    /// The connection was lost while a change was being committed.
    case outcomeUnknown
    /// The key file or an address in the configuration is not right for the store.
    case misconfigured
    /// What was given as a store's address is none.
    case badAddress
    /// A file cannot be created.
    case cannotCreate
    /// A file that was named cannot be opened, or is not what it is named for.
    case cannotOpenInput, badInput
  }

  package let kind: Kind
  package let message: String
  package let remedy: String

  package init(_ kind: Kind, _ message: String, remedy: String = "") {
    self.kind = kind
    self.message = message
    self.remedy = remedy
  }

  package static let interrupted = StoreError(.interrupted, "interrupted; nothing was changed")

  /// The error of every later call but a rollback, once a change has met this one.
  package var endingTheChange: StoreError {
    let words = "the change had an error and can only be rolled back: "
    return message.hasPrefix(words) ? self : StoreError(kind, words + message, remedy: remedy)
  }
}

extension Duration {
  /// How long to wait for a lock by default.
  package static let standardWait = Duration.seconds(10)

  /// Whole ones.
  package var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
