import Accounts
import Reports

/// A command's exit status; help, manual pages and tests follow this table.
package enum ExitStatus: Int32, Sendable, CaseIterable, Error {
  case done = 0
  case refused = 1
  case changesPending = 2
  case someRowsFailed = 3
  case notFound = 4
  case conflict = 5
  case usage = 64
  case badData = 65
  case cannotOpenInput = 66
  case storeUnavailable = 69
  case bug = 70
  case cannotCreateOutput = 73
  case inputOutput = 74
  case locked = 75
  case notPermitted = 77
  case configuration = 78
  case interrupted = 130

  package var meaning: String {
    switch self {
    case .done: "done, or nothing to change"
    case .refused: "refused by a rule"
    case .changesPending: "changes pending (--detailed-exitcode)"
    case .someRowsFailed: "some rows failed"
    case .notFound: "no such record"
    case .conflict: "conflict, duplicate or stale plan"
    case .usage: "usage error: wrong command, option or argument"
    case .badData: "bad data in the input"
    case .cannotOpenInput: "cannot open input"
    case .storeUnavailable: "store unavailable"
    case .bug: "a bug in ubadmin; please report it"
    case .cannotCreateOutput: "cannot create output"
    case .inputOutput: "input or output error"
    case .locked: "store is in use; try again"
    case .notPermitted: "not permitted"
    case .configuration: "configuration error"
    case .interrupted: "interrupted"
    }
  }

  /// The end by a signal that no command handles, as a shell shows it: 128 and the signal's number.
  private static let signals: [(code: Int32, meaning: String)] = [
    (129, "ended by a hangup, e.g. a closed terminal"), (143, "ended by SIGTERM"),
  ]

  /// All codes in their order, for help and manual pages.
  static var table: [(code: String, meaning: String)] {
    (allCases.map { (code: $0.rawValue, meaning: $0.meaning) } + signals)
      .sorted { $0.code < $1.code }.map { ("\($0.code)", $0.meaning) }
  }
}

extension RejectionCode {
  var status: ExitStatus {
    switch self {
    case .malformed, .outOfRange, .tooLong, .controlCharacter, .unknownChoice, .spreadsheetDamage,
      .contradictory, .raggedRow, .nulByte, .invalidText, .bareQuote, .textAfterQuote:
      .badData
    case .required: .usage
    case .notFound: .notFound
    case .ambiguous, .duplicate, .conflict, .periodOverlaps, .meterElsewhere, .movedSince:
      .conflict
    case .notPermitted: .notPermitted
    case .wrongKey: .configuration
    default: .refused
    }
  }
}

extension StoreError {
  var status: ExitStatus {
    switch kind {
    case .badQuery, .badAddress: .usage
    case .unavailable, .notAStore, .newer, .corrupt, .incomplete, .standby, .stopped,
      .outcomeUnknown:
      .storeUnavailable
    case .busy, .conflict: .locked
    case .taken: .conflict
    case .full, .inputOutput: .inputOutput
    case .notPermitted: .notPermitted
    case .constraint, .defect: .bug
    case .interrupted: .interrupted
    case .exists, .cannotCreate: .cannotCreateOutput
    case .misconfigured: .configuration
    case .cannotOpenInput: .cannotOpenInput
    case .badInput: .badData
    }
  }
}

extension OutputError {
  var status: ExitStatus {
    switch stage {
    case .create, .overwrite: .cannotCreateOutput
    case .write, .replace: .inputOutput
    }
  }
}

extension CSVError {
  var status: ExitStatus { kind == .unreadable ? .inputOutput : .badData }
}
