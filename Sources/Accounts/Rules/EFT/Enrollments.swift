package import Engines
package import Ledger
package import Values

extension Rejection {
  package static func notEnrolled(_ account: AccountNumber) -> Rejection {
    Rejection(
      .notFound, field: "account", found: "no enrollment of account \(account)",
      expected: "an account that is enrolled for automatic payments",
      remedy: "to enroll it, run `eft enroll \(word: account)` at a terminal, which asks for the "
        + "bank's numbers")
  }
}

/// Enrollments as rules reach them.
extension Books {
  /// The account's enrollment that is not cancelled, or else the last that was; nil if the
  /// account never had one.
  func lastEnrollment(of account: AccountNumber) throws(RuleError) -> Row<EFTEnrollment>? {
    let rows = try rows(EFTEnrollment.ofAccount, account)
    return rows.first { $0.isInForce(on: today) } ?? rows.first
  }

  package func enrollment(of account: AccountNumber) throws(RuleError) -> Row<EFTEnrollment> {
    _ = try self.account(account)
    if let row = try lastEnrollment(of: account) { return row }
    throw .rejected(.notEnrolled(account))
  }

  /// Lets something happen to an enrollment; answers the row as it is then.
  @discardableResult
  func happen(
    _ event: EFTEvent, to row: Row<EFTEnrollment>,
    _ edit: (inout Row<EFTEnrollment>) -> Void = { _ in }
  ) throws(RuleError) -> Row<EFTEnrollment> {
    var after = row
    after[EFTEnrollment.state] = try EFTLifeCycle.state(after: event, of: row)
    edit(&after)
    update(row, to: after)
    if after[EFTEnrollment.state] != row[EFTEnrollment.state] { try tellOfEFT(after) }
    return after
  }

  /// A prenote that the bank did not send back is good after some banking days.
  func isWaited(_ row: Row<EFTEnrollment>) -> Bool {
    guard row[EFTEnrollment.state] == .prenotePending, let sent = row[EFTEnrollment.prenoteOn]
    else { return false }
    return today >= sent.addingBankingDays(settings.integer(.eftPrenoteDays))
  }

  var needsSecondOperator: Bool { settings[.eftTwoPersons] == "yes" }

  /// Ends automatic payments with the account, or with its responsible customers.
  /// - Parameter old: the day on which they were to end before.
  func endEFT(
    of account: AccountNumber, only cids: Set<CustomerID>? = nil, on day: CivilDate,
    old: CivilDate? = nil, reason: String
  ) throws(RuleError) -> [String] {
    var notices: [String] = []
    for row in try rows(EFTEnrollment.ofAccount, account)
    where row[EFTEnrollment.state] != .cancelled || (old != nil && row[EFTEnrollment.endsOn] == old)
    {
      if let cids, !cids.contains(row[EFTEnrollment.cid]) { continue }
      if let ends = row[EFTEnrollment.endsOn], ends != old, ends <= day { continue }
      var after = row
      after[EFTEnrollment.endsOn] = day
      after[EFTEnrollment.reason] = Remark(trusted: reason)
      if day <= today { after[EFTEnrollment.state] = .cancelled }
      if update(row, to: after) {
        try tellOfEFT(after)
        notices.append("its automatic payments end on \(day)")
      }
    }
    return notices
  }
}

extension EFTEnrollment {
  static let ofCustomer = Lookup<EFTEnrollment>([.equal(cid)], order: [.ascending(id)])
}

extension Row<EFTEnrollment> {
  /// Not cancelled, and not ended by that day.
  func isInForce(on day: CivilDate) -> Bool {
    self[EFTEnrollment.state] != .cancelled && self[EFTEnrollment.endsOn].map { $0 > day } ?? true
  }

  /// One without a channel is listed as on paper, and such a list may come back.
  mutating func setChannel(_ channel: EFTChannel) {
    guard self[EFTEnrollment.channel] ?? .paper != channel else { return }
    self[EFTEnrollment.channel] = channel
  }

  /// `account 2000001, checking •••6789`.
  var phrase: String {
    "account \(self[EFTEnrollment.account]), \(self[EFTEnrollment.type].rawValue) "
      + "•••\(self[EFTEnrollment.lastFour])"
  }
}
