import Engines
package import Ledger
package import Values

/// What the bank sent back for one entry.
package struct RecordReturn: Mutation {
  package static let name = OperationName("eft", "returns")
  package static let leastRole = Role.supervisor
  package static let writes = [TableWrite].returns

  let item: ReturnFile.Item
  let on: CivilDate

  package init(_ item: ReturnFile.Item, on: CivilDate) {
    self.item = item
    self.on = on
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    try books.checkIsNear(on)
    let (entry, enrollment) = try books.sentEntry(of: item)
    if let corrected = item.corrected {
      return try NotificationOfChange(item: item, corrected: corrected, on: on)
        .apply(to: entry, of: enrollment, in: books)
    }
    guard let code = EFTReturnCode(item.code) else {
      throw .refuse(
        .malformed, field: "return reason code", found: item.code, expected: "R and two digits",
        remedy: "the entry was not applied; ask the bank")
    }
    let unchanged = Effect("\(enrollment.phrase): \(code.phrase) is unchanged")
    if entry[EFTEntry.code] == code.text || entry.hasHad(item) { return unchanged }
    let before = entry[EFTEntry.code].flatMap { EFTReturnCode($0) }
    if let before {
      // The same file again, after what came since.
      if let last = entry[EFTEntry.returnedOn], on < last { return unchanged }
      guard follows(code, before) else { throw conflict(before) }
    }
    var notices: [String] = []
    switch code.kind {
    case .dishonored: notices += try restore(entry, enrollment, in: books)
    case .contested:
      if before == nil { try happen(code, entry, enrollment, in: books) }
      try reverse(entry, code, in: books)
    case .retried, .stopped, .revoked:
      notices += late(code, try books.find(EFTFile.self, entry[EFTEntry.file]))
      if let phrase = try byHand(code, enrollment, entry, in: books) { notices.append(phrase) }
      try happen(code, entry, enrollment, in: books)
      try reverse(entry, code, in: books)
    }
    // What was presented since has taken its own row.
    let now = try books.find(EFTEntry.self, entry[EFTEntry.id]) ?? entry
    var after = now
    after.note(item)
    after[EFTEntry.code] = code.text
    after[EFTEntry.returnedOn] = on
    books.update(now, to: after)
    return Effect("\(enrollment.phrase): \(code.phrase)", notices: notices)
  }

  /// A return can be dishonored, and that contested; what was dishonored can be returned again.
  private func follows(_ code: EFTReturnCode, _ before: EFTReturnCode) -> Bool {
    switch (before.kind, code.kind) {
    case (.dishonored, _), (.contested, .dishonored): true
    case (.contested, _), (_, .retried), (_, .stopped), (_, .revoked): false
    default: true
    }
  }

  private func conflict(_ before: EFTReturnCode) -> RuleError {
    .refuse(
      .conflict, field: "original trace number",
      found: "\(item.trace), which was already returned as \(before.text)",
      expected: "an entry that has not been returned yet",
      remedy: "the entry was not applied; ask the bank which code is valid")
  }

  private func happen(
    _ code: EFTReturnCode, _ entry: Row<EFTEntry>, _ enrollment: Row<EFTEnrollment>,
    in books: Books
  ) throws(RuleError) {
    guard try concerns(enrollment, code, entry, in: books) else { return }
    let event = code.event(attempt: entry[EFTEntry.attempt])
    let today = books.today
    try books.happen(event, to: enrollment) { row in
      guard row[EFTEnrollment.state] != enrollment[EFTEnrollment.state] else { return }
      row[EFTEnrollment.reason] = Remark(trusted: code.phrase)
      if row[EFTEnrollment.state] == .cancelled {
        row[EFTEnrollment.endsOn] = min(row[EFTEnrollment.endsOn] ?? today, today)
      }
    }
  }

  /// Details that were entered since have nothing to do with it. Those that the bank has corrected are
  /// under the same authorization, which a return may end.
  private func concerns(
    _ enrollment: Row<EFTEnrollment>, _ code: EFTReturnCode, _ entry: Row<EFTEntry>,
    in books: Books
  ) throws(RuleError) -> Bool {
    if enrollment.isAsSent(in: entry) { return true }
    guard code.kind == .revoked, let file = try books.find(EFTFile.self, entry[EFTEntry.file])
    else { return false }
    return enrollment[EFTEnrollment.enteredOn] < file[EFTFile.createdOn]
  }

  private func byHand(
    _ code: EFTReturnCode, _ enrollment: Row<EFTEnrollment>, _ entry: Row<EFTEntry>,
    in books: Books
  ) throws(RuleError) -> String? {
    // After a move-out, somebody else would be enrolled.
    guard try books.isOwnerResponsible(in: enrollment, on: books.today) else { return nil }
    let cid = enrollment[EFTEnrollment.cid]
    return code.byHand(
      enrollment[EFTEnrollment.account].text, cid.text,
      isOrganization: entry[EFTEntry.isOrganization] ?? false)
  }

  private func late(_ code: EFTReturnCode, _ file: Row<EFTFile>?) -> [String] {
    guard let settled = file?[EFTFile.effectiveOn],
      let deadline = code.deadline(settledOn: settled), on > deadline
    else { return [] }
    return [
      "it came on \(on), and \(code.text) of \(settled) was due by \(deadline): ask your bank whether it "
        + "dishonors the late return (R68)"
    ]
  }

  /// The draft's money never came.
  private func reverse(
    _ entry: Row<EFTEntry>, _ code: EFTReturnCode, in books: Books
  ) throws(RuleError) {
    guard let number = entry[EFTEntry.payment],
      let payment = try books.find(Payment.self, number), payment[Payment.reversedOn] == nil
    else { return }
    var after = payment
    after[Payment.reversedOn] = max(on, payment[Payment.postedOn])
    after[Payment.reversalReason] = Remark(trusted: code.phrase)
    books.update(payment, to: after)
  }

  /// The return does not count, so the draft's money is there again: as its own payment, for what
  /// was reversed stays on record.
  private func restore(
    _ entry: Row<EFTEntry>, _ enrollment: Row<EFTEnrollment>, in books: Books
  ) throws(RuleError) -> [String] {
    guard let number = entry[EFTEntry.payment],
      let payment = try books.find(Payment.self, number), payment[Payment.reversedOn] != nil
    else { return [] }
    var after = entry
    after[EFTEntry.payment] = try books.restoreDraft(payment, on: on)
    books.update(entry, to: after)
    let account = enrollment[EFTEnrollment.account]
    let again = try books.draftedAgain(entry, of: account)
    guard [.returned, .cancelled].contains(enrollment[EFTEnrollment.state]) else { return again }
    let stays = "its automatic payments stay \(enrollment[EFTEnrollment.state].rawValue)"
    guard try books.isOwnerResponsible(in: enrollment, on: books.today) else {
      return again + [stays]
    }
    return again + [
      "\(stays); if the return was wrong, go on with `eft enroll \(word: account)`"
    ]
  }
}
