/// Holds automatic payments.
public struct HoldEFT: Operation {
  public static let name = OperationName("eft", "hold")
  public static let summary = "Hold an account's automatic payments for a while"
  public static let examples = [
    "eft enroll 2000001 --routing 021000021",
    "eft hold 2000001 --reason \"bill is disputed\"",
  ]
  public static let fields = [EFTFields.account.info, EFTFields.reason.info]

  let account: AccountNumber
  let reason: Remark

  public init(_ input: Input) throws(Rejection) {
    account = try input.require(EFTFields.account)
    reason = try input.require(EFTFields.reason)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let row = try books.enrollment(of: account)
    if row[EFTEnrollment.state] == .onHold { return Effect("\(row.words) is already on hold") }
    try books.happen(.hold, to: row) { $0[EFTEnrollment.reason] = reason }
    return Effect("\(row.words) is on hold")
  }
}

/// Lets held automatic payments go on.
public struct ReleaseEFT: Operation {
  public static let name = OperationName("eft", "release")
  public static let summary = "Let automatic payments that are on hold go on"
  public static let discussion =
    "A prenote that was good before need not be sent again; otherwise its waiting goes on."
  public static let examples = HoldEFT.examples + ["eft release 2000001"]
  public static let fields = [EFTFields.account.info]

  let account: AccountNumber

  public init(_ input: Input) throws(Rejection) { account = try input.require(EFTFields.account) }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let row = try books.enrollment(of: account)
    if [.active, .prenotePending].contains(row[EFTEnrollment.state]) {
      return Effect("\(row.words) is already \(row[EFTEnrollment.state].rawValue)")
    }
    var after = try books.happen(.release, to: row) { $0[EFTEnrollment.reason] = nil }
    if books.isWaited(after) { after = try books.happen(.waited, to: after) }
    return Effect("\(row.words) is \(after[EFTEnrollment.state].rawValue)")
  }
}

/// Ends automatic payments.
public struct CancelEFT: Operation {
  public static let name = OperationName("eft", "cancel")
  public static let summary = "End an account's automatic payments"
  public static let discussion = "A draft that went to the bank already is not called back."
  public static let examples = [
    "eft enroll 2000001 --routing 021000021",
    "eft cancel 2000001 --reason \"customer's wish\"",
  ]
  public static let fields = HoldEFT.fields

  let account: AccountNumber
  let reason: Remark

  public init(_ input: Input) throws(Rejection) {
    account = try input.require(EFTFields.account)
    reason = try input.require(EFTFields.reason)
  }

  init(_ account: AccountNumber, because reason: String) {
    self.account = account
    self.reason = Remark(trusted: reason)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let row = try books.enrollment(of: account)
    if row[EFTEnrollment.state] == .cancelled { return Effect("\(row.words) is already cancelled") }
    try books.happen(.cancel, to: row) {
      $0[EFTEnrollment.reason] = reason
      $0[EFTEnrollment.endsOn] = min($0[EFTEnrollment.endsOn] ?? books.today, books.today)
    }
    return Effect("\(row.words): automatic payments are cancelled")
  }
}
