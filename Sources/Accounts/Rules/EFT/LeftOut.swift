import Engines
import Ledger
import Values

/// Why nothing of an enrollment goes to the bank.
extension Books {
  /// Those of which no entry goes, by account; what is cancelled is not expected to.
  func leftOut(
    of entries: [Row<EFTEntry>], on day: CivilDate
  ) throws(RuleError) -> [BankFile.LeftOut] {
    let sent = Set(entries.map { $0[EFTEntry.enrollment] })
    var left: [BankFile.LeftOut] = []
    for state in EFTState.allCases where state != .cancelled {
      for row in try rows(EFTEnrollment.inState, state) where !sent.contains(row[EFTEnrollment.id])
      {
        left.append(
          BankFile.LeftOut(
            account: row[EFTEnrollment.account], state: state, why: try whyNothing(row, on: day)))
      }
    }
    return left.sorted { $0.account.text < $1.account.text }
  }

  private func whyNothing(_ row: Row<EFTEnrollment>, on day: CivilDate) throws(RuleError) -> String
  {
    let account = row[EFTEnrollment.account]
    let reason = row[EFTEnrollment.reason].map { " (\($0.text))" } ?? ""
    if let ends = row[EFTEnrollment.endsOn], ends <= day { return "it ends on \(ends)" }
    switch row[EFTEnrollment.state] {
    case .entered: return "another operator must confirm it: `eft confirm \(word: account)`"
    case .onHold: return "it is on hold\(reason); resume it with `eft release \(word: account)`"
    case .returned:
      return "the bank returned it\(reason); enter new bank details with "
        + "`eft enroll \(word: account)`"
    case .cancelled: return "it is cancelled"
    case .prenotePending:
      let sent = row[EFTEnrollment.prenoteOn] ?? day
      let until = sent.addingBankingDays(settings.integer(.eftPrenoteDays))
      return "its prenote of \(sent) is waiting for the bank's answer until \(until)"
    case .active: return try whyNoDraft(row, on: day)
    }
  }

  private func whyNoDraft(_ row: Row<EFTEnrollment>, on day: CivilDate) throws(RuleError) -> String
  {
    let ahead = try draftsToCome(for: row, on: day)
    if let next = ahead.map(\.on).min() {
      let sum = ahead.filter { $0.on == next }.reduce(Money.zero) { $0 + $1.open }
      return "its next draft is \(sum) on \(next)"
    }
    // Drafts that settle later than the day of the file.
    let sent = try rows(EFTEntry.ofEnrollment, row[EFTEnrollment.id]).first
    if let sent, sent[EFTEntry.kind] == .draft, sent[EFTEntry.code] == nil,
      let file = try find(EFTFile.self, sent[EFTEntry.file]), file[EFTFile.effectiveOn] >= today
    {
      return "its draft of \(sent[EFTEntry.amount]) on \(file[EFTFile.effectiveOn]) is in file "
        + "\(file[EFTFile.id])"
    }
    return "nothing is due"
  }
}
