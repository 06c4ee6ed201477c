import Engines
import Ledger
import Values

/// The life of an enrollment for automatic payments, as a table: state × event → state. What is not
/// in it cannot happen.
enum EFTLifeCycle {
  static let table: [EFTState: [EFTEvent: EFTState]] = [
    .entered: [
      .change: .entered, .confirm: .prenotePending, .retryReturn: .entered,
      .stopReturn: .returned, .revocation: .cancelled, .correction: .entered, .cancel: .cancelled,
    ],
    .prenotePending: [
      .change: .entered, .prenote: .prenotePending, .waited: .active, .hold: .onHold,
      .retryReturn: .returned, .stopReturn: .returned, .revocation: .cancelled,
      .correction: .prenotePending, .cancel: .cancelled,
    ],
    .active: [
      .change: .entered, .draft: .active, .hold: .onHold, .retryReturn: .active,
      .stopReturn: .returned, .revocation: .cancelled, .correction: .active, .cancel: .cancelled,
    ],
    .onHold: [
      .change: .entered, .release: .prenotePending, .retryReturn: .onHold,
      .stopReturn: .returned, .revocation: .cancelled, .correction: .onHold, .cancel: .cancelled,
    ],
    .returned: [
      .change: .entered, .retryReturn: .returned, .stopReturn: .returned,
      .revocation: .cancelled, .correction: .returned, .cancel: .cancelled,
    ],
    // The bank may be late; what was cancelled stays so.
    .cancelled: [
      .retryReturn: .cancelled, .stopReturn: .cancelled, .revocation: .cancelled,
      .correction: .cancelled,
    ],
  ]

  /// The state after an event, or the refusal that names what can be done.
  static func state(after event: EFTEvent, of row: Row<EFTEnrollment>) throws(RuleError) -> EFTState
  {
    let state = row[EFTEnrollment.state]
    if let next = table[state]?[event] { return next }
    throw .refuse(
      .notActive, field: "account",
      found: "account \(row[EFTEnrollment.account]), whose enrollment is \(state.rawValue)",
      expected: "an enrollment that is "
        + EFTState.allCases.filter { table[$0]?[event] != nil }.map(\.rawValue)
        .joined(separator: " or "),
      remedy: remedy(state, row[EFTEnrollment.account]))
  }

  private static func remedy(_ state: EFTState, _ account: AccountNumber) -> String {
    switch state {
    case .entered: "confirm it with `eft confirm \(word: account)`"
    case .prenotePending:
      "wait for the bank's answer to the prenote; see `eft show \(word: account)`"
    case .active: "see `eft show \(word: account)`"
    case .onHold: "resume it with `eft release \(word: account)`"
    case .returned: "enter new bank details with `eft enroll \(word: account)`"
    case .cancelled: "enroll again with `eft enroll \(word: account)`"
    }
  }
}
