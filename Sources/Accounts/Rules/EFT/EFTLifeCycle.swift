import Engines
import Ledger
import Values

/// The life of an enrollment for automatic payments, as a table: state × event → state. What is not
/// in it cannot happen.
enum EFTLifeCycle {
  static let table: [EFTState: [EFTEvent: EFTState]] = [
    .entered: [
      .change: .entered, .confirm: .prenotePending, .cancel: .cancelled,
    ],
    .prenotePending: [
      .change: .entered, .prenote: .prenotePending, .waited: .active, .hold: .onHold,
      .retryReturn: .returned, .stopReturn: .returned, .correction: .prenotePending,
      .cancel: .cancelled,
    ],
    .active: [
      .change: .entered, .draft: .active, .hold: .onHold, .retryReturn: .active,
      .stopReturn: .returned, .correction: .active, .cancel: .cancelled,
    ],
    .onHold: [
      .change: .entered, .release: .prenotePending, .retryReturn: .onHold,
      .stopReturn: .returned, .correction: .onHold, .cancel: .cancelled,
    ],
    .returned: [
      .change: .entered, .retryReturn: .returned, .stopReturn: .returned,
      .correction: .returned, .cancel: .cancelled,
    ],
    // The bank may be late; what was cancelled stays so.
    .cancelled: [
      .retryReturn: .cancelled, .stopReturn: .cancelled, .correction: .cancelled,
    ],
  ]

  /// The state after an event, or the refusal that names what can be done.
  static func state(after event: EFTEvent, of row: Row<EFTEnrollment>) throws(Stop) -> EFTState {
    let state = row[EFTEnrollment.state]
    if let next = table[state]?[event] { return next }
    throw .refuse(
      .notActive, field: "account",
      found: "account \(row[EFTEnrollment.account]), whose enrollment is \(state.rawValue)",
      expected: "an enrollment that is "
        + EFTState.allCases.filter { table[$0]?[event] != nil }.map(\.rawValue)
        .joined(separator: " or "),
      mend: mend(state, row[EFTEnrollment.account]))
  }

  private static func mend(_ state: EFTState, _ account: AccountNumber) -> String {
    switch state {
    case .entered: "confirm it with `eft confirm \(account)`"
    case .prenotePending: "wait for the bank's answer to the prenote; see `eft show \(account)`"
    case .active: "see `eft show \(account)`"
    case .onHold: "let it go on with `eft release \(account)`"
    case .returned: "enter new bank details with `eft enroll \(account)`"
    case .cancelled: "enroll anew with `eft enroll \(account)`"
    }
  }
}

/// What a bank's return code does to the enrollment.
enum EFTReturnCode {
  /// Not enough money; everything else stops the drafts.
  static let retried: Set<String> = ["R01", "R09"]
  /// The first presentation and two more.
  static let greatestAttempt: Int64 = 3

  static func event(_ code: String, attempt: Int64) -> EFTEvent {
    retried.contains(code) && attempt < greatestAttempt ? .retryReturn : .stopReturn
  }

  /// The codes that a clerk meets.
  static let meanings: [String: String] = [
    "R01": "insufficient funds", "R02": "account closed", "R03": "no account, or not this name's",
    "R04": "invalid account number", "R05": "unauthorized debit to a consumer's account",
    "R06": "returned at the ODFI's request", "R07": "authorization revoked",
    "R08": "payment stopped", "R09": "uncollected funds", "R10": "customer advises not authorized",
    "R12": "branch sold", "R13": "invalid routing number", "R14": "representative payee deceased",
    "R15": "beneficiary deceased", "R16": "account frozen", "R17": "file record edit criteria",
    "R20": "not a transaction account", "R23": "credit refused by receiver",
    "R24": "duplicate entry", "R29": "corporate customer advises not authorized",
  ]
}
