import Engines
import Ledger
import Values

/// Bank details that an account had before: the customer or the bank ended that, or others replaced them.
struct EndedDetails {
  /// `account 2000001, checking •••6789`.
  let record: String
  /// `ended on 2026-03-10 (customer asked)`.
  let ending: String

  var phrase: String { "\(record), which \(ending)" }
}

extension Books {
  /// How the account lost the bank details; nil if it never had them, or has them today.
  func ended(
    _ details: BankDetails, of account: AccountNumber
  ) throws(RuleError) -> EndedDetails? {
    guard repeats.compares else { return nil }
    for row in try rows(EFTEnrollment.ofAccount, account) {
      if try details.changes(of: row, in: self).isEmpty {
        guard let ending = row.ending(on: today) else { return nil }
        return EndedDetails(record: row.phrase, ending: ending)
      }
      if let ended = try replaced(details, in: row) { return ended }
    }
    return nil
  }

  /// The details went to the bank under this enrollment, and others have taken their place.
  private func replaced(
    _ details: BankDetails, in row: Row<EFTEnrollment>
  ) throws(RuleError) -> EndedDetails? {
    guard let number = details.bankAccount, let type = details.type else { return nil }
    let sent = try rows(EFTEntry.ofEnrollment, row[EFTEnrollment.id]).filter {
      $0[EFTEntry.routing] == details.routing && $0[EFTEntry.type] == type
    }
    let sealed = try seal(number, for: row[EFTEnrollment.account])
    for id in Set(sent.map { $0[EFTEntry.bankAccount] }) {
      let known = try find(EFTBankAccount.self, id)
      guard known?[EFTBankAccount.sealed] == sealed else { continue }
      return EndedDetails(
        record: "account \(row[EFTEnrollment.account]), \(type.rawValue) •••\(number.lastFour)",
        ending: "\(row[EFTEnrollment.type].rawValue) •••\(row[EFTEnrollment.lastFour]) has replaced"
      )
    }
    return nil
  }
}

extension Row<EFTEnrollment> {
  /// How it ended; nil if it did not.
  fileprivate func ending(on day: CivilDate) -> String? {
    let reason = self[EFTEnrollment.reason].map { " (\($0))" } ?? ""
    if !isInForce(on: day) {
      return "ended" + (self[EFTEnrollment.endsOn].map { " on \($0)" } ?? "") + reason
    }
    return self[EFTEnrollment.state] == .returned ? "the bank returned" + reason : nil
  }
}
