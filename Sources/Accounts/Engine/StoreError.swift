/// Why the store could not do what was asked.
public struct StoreError: Error, Equatable {
  public enum Kind: Sendable {
    case unavailable, notAStore, newer, busy, full, notPermitted, inputOutput, corrupt
    case constraint, interrupted, defect, exists
    /// SQL of somebody else's is at fault.
    case badQuery
    /// Somebody who does not wait for the writer's lock changed the same rows: the whole change may
    /// be tried again.
    case conflict
    /// The connection was lost while a change was being committed.
    case outcomeUnknown
  }

  public let kind: Kind
  public let message: String
  public let mend: String

  public init(_ kind: Kind, _ message: String, mend: String = "") {
    self.kind = kind
    self.message = message
    self.mend = mend
  }

  /// What a change that met this error answers to everything but a rollback.
  var endingTheChange: StoreError {
    let words = "the change met an error and can only be rolled back: "
    return message.hasPrefix(words) ? self : StoreError(kind, words + message, mend: mend)
  }

  public var status: ExitStatus {
    switch kind {
    case .badQuery: .usage
    case .unavailable, .notAStore, .newer, .corrupt, .outcomeUnknown: .storeUnavailable
    case .busy, .conflict: .locked
    case .full, .inputOutput: .inputOutput
    case .notPermitted: .notPermitted
    case .constraint, .defect: .bug
    case .interrupted: .interrupted
    case .exists: .cannotCreateOutput
    }
  }
}

extension Connection {
  /// The first row's value of a query; nil where there is no row.
  func first<T>(
    _ statement: Statement, _ arguments: [Datum] = [], _ value: (any BorrowedRow) -> T
  ) throws(StoreError) -> T? {
    var found: T?
    do {
      try each(statement, arguments) { row in
        found = value(row)
        return false
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.defect, "\(error)")
    }
    return found
  }
}

extension Duration {
  /// Whole ones.
  var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
