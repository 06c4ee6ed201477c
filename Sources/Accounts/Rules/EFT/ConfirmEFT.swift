import Engines
package import Ledger
package import Values

/// Confirms an enrollment.
package struct ConfirmEFT: Operation {
  package static let name = OperationName("eft", "confirm")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].enrollments
  package static let repeated = Repetition.isRefused
  package static let fields = [EFTFields.account.info]

  let account: AccountNumber

  package init(_ input: Input) throws(Rejection) { account = try input.require(EFTFields.account) }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let row = try books.enrollment(of: account)
    switch row[EFTEnrollment.state] {
    case .active: return Effect("\(row.phrase) is already active")
    case .prenotePending:
      guard books.isWaited(row) else { throw waits(row, books) }
      try books.happen(.waited, to: row)
      return Effect("\(row.phrase) is active")
    default: break
    }
    guard !books.needsSecondOperator || row[EFTEnrollment.enteredBy] != books.operatorName else {
      throw .refuse(
        .notPermitted, field: "account", found: "\(row.phrase), entered by you",
        expected: "an enrollment that another operator entered",
        remedy: "ask a colleague to run `eft confirm \(word: account)`")
    }
    try books.happen(.confirm, to: row) { $0[EFTEnrollment.confirmedBy] = books.operatorName }
    return Effect("\(row.phrase) confirmed; its prenote goes out with the next `eft export`")
  }

  private func waits(_ row: Row<EFTEnrollment>, _ books: Books) -> RuleError {
    let sent = row[EFTEnrollment.prenoteOn]
    let until = sent?.addingBankingDays(books.settings.integer(.eftPrenoteDays))
    return .refuse(
      .notActive, field: "account",
      found: "\(row.phrase), whose prenote "
        + (sent.map { "went out on \($0)" } ?? "has not been sent yet"),
      expected: "a prenote whose waiting period at the bank is over",
      remedy: until.map { "try again on \($0)" } ?? "send it with `eft export`")
  }
}
