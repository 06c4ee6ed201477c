package import Ledger
package import Values

/// Holds automatic payments.
package struct HoldEFT: Operation {
  package static let name = OperationName("eft", "hold")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].enrollments
  package static let fields = [EFTFields.account.info, EFTFields.reason.info]

  let account: AccountNumber
  let reason: Remark

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(EFTFields.account)
    reason = try input.require(EFTFields.reason)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let row = try books.enrollment(of: account)
    if row[EFTEnrollment.state] == .onHold { return Effect("\(row.phrase) is already on hold") }
    if let effect = try books.leaveReleased(row, heldBecause: reason) { return effect }
    try books.happen(.hold, to: row) { $0[EFTEnrollment.reason] = reason }
    return Effect("\(row.phrase) is on hold")
  }
}

/// Lets held automatic payments go on.
package struct ReleaseEFT: Operation {
  package static let name = OperationName("eft", "release")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].enrollments
  package static let fields = [EFTFields.account.info]

  let account: AccountNumber

  package init(_ input: Input) throws(Rejection) { account = try input.require(EFTFields.account) }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let row = try books.enrollment(of: account)
    if [.active, .prenotePending].contains(row[EFTEnrollment.state]) {
      return Effect("\(row.phrase) is already \(row[EFTEnrollment.state].rawValue)")
    }
    if let effect = try books.leaveHeld(row) { return effect }
    var after = try books.happen(.release, to: row) { $0[EFTEnrollment.reason] = nil }
    if books.isWaited(after) { after = try books.happen(.waited, to: after) }
    return Effect("\(row.phrase) is \(after[EFTEnrollment.state].rawValue)")
  }
}

/// Ends automatic payments.
package struct CancelEFT: Operation {
  package static let name = OperationName("eft", "cancel")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].enrollments
  package static let fields = HoldEFT.fields

  let account: AccountNumber
  let reason: Remark

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(EFTFields.account)
    reason = try input.require(EFTFields.reason)
  }

  package init(_ account: AccountNumber, because reason: String) {
    self.account = account
    self.reason = Remark(trusted: reason)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let row = try books.enrollment(of: account)
    if row[EFTEnrollment.state] == .cancelled {
      return Effect("\(row.phrase) is already cancelled")
    }
    if let effect = try books.leaveEnrolled(row, cancelledBecause: reason) { return effect }
    try books.happen(.cancel, to: row) {
      $0[EFTEnrollment.reason] = reason
      $0[EFTEnrollment.endsOn] = min($0[EFTEnrollment.endsOn] ?? books.today, books.today)
    }
    return Effect("\(row.phrase): automatic payments are cancelled")
  }
}
