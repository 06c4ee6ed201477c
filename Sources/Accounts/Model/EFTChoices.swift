/// What kind of bank account is drafted.
public enum BankAccountType: String, Choice {
  public static let valueName = "type"
  case checking, savings
}

/// Where an enrolment for automatic payments stands.
public enum EFTState: String, Choice {
  public static let valueName = "state"
  case entered
  case prenotePending = "prenote_pending"
  case active
  case onHold = "on_hold"
  case returned, cancelled
}

/// What can happen to an enrolment.
public enum EFTEvent: String, CaseIterable, Sendable {
  /// Bank details were entered anew.
  case change
  case confirm
  /// A prenote went to the bank.
  case prenote
  /// The prenote's waiting days are over and it did not come back.
  case waited
  /// A draft went to the bank.
  case draft
  case hold, release
  /// The bank sent an entry back for want of money: R01, R09.
  case retryReturn = "retry_return"
  /// The bank sent an entry back for good.
  case stopReturn = "stop_return"
  /// The bank corrected the details: C01 and its like.
  case correction
  /// By the customer's wish, or because the account or responsibility ended.
  case cancel
}

/// What a file entry is.
public enum EFTEntryKind: String, Choice {
  public static let valueName = "kind"
  case prenote, draft
}
