import Engines
package import Ledger
import Values

/// Whether an entry of the bank's file is the city's, and which entry that went out it is about.
/// A trace number alone does not tell: banks give numbers out again, and misprint them. Amount,
/// company, utility account, bank, bank account and its kind must be those that were sent (Nacha Operating
/// Rules, Appendix Four: a return copies the original entry's fields; Appendix Five: a correction has the
/// amount 0).
extension Books {
  /// Whether the entry names the city as its company, as the settings or a file that went out do.
  package func isOurs(_ item: ReturnFile.Item) throws(RuleError) -> Bool {
    if Self.isSame(company: item.company, settings[.eftCompanyID]) { return true }
    for entry in try rows(EFTEntry.withTrace, item.trace) {
      if Self.isSame(company: item.company, try companyID(of: entry)) { return true }
    }
    return false
  }

  /// The returned entry, or the refusal that says what differs.
  func sentEntry(of item: ReturnFile.Item) throws(RuleError) -> (Row<EFTEntry>, Row<EFTEnrollment>)
  {
    var refusal: RuleError?
    for entry in try rows(EFTEntry.withTrace, item.trace) {
      guard let enrollment = try find(EFTEnrollment.self, entry[EFTEntry.enrollment]) else {
        continue
      }
      guard let difference = try difference(of: item, to: entry, enrollment) else {
        return (entry, enrollment)
      }
      refusal = refusal ?? difference
    }
    throw refusal
      ?? .refuse(
        .notFound, field: "original trace number", found: item.trace,
        expected: "the trace number of an entry that was sent to the bank",
        remedy:
          "the entry was not applied; ask the bank, and look for an undone export with `change list`"
      )
  }

  private func difference(
    of item: ReturnFile.Item, to entry: Row<EFTEntry>, _ enrollment: Row<EFTEnrollment>
  ) throws(RuleError) -> RuleError? {
    let account = enrollment[EFTEnrollment.account]
    func differs(_ field: String, _ found: String, _ expected: String) -> RuleError {
      .refuse(
        .conflict, field: field, found: "\(found) for trace number \(item.trace)",
        expected: "\(expected), as in file \(entry[EFTEntry.file]) for account \(account)",
        remedy: "the entry was not applied; ask the bank, and see `eft show \(word: account)`")
    }
    let company = try companyID(of: entry)
    guard Self.isSame(company: item.company, company) else {
      return differs("company ID", item.company, company)
    }
    let sent = entry[EFTEntry.amount]
    let isRightAmount =
      item.amount == sent && (item.isDebit || item.corrected != nil)
      || (item.corrected != nil && item.amount == .zero)
    guard isRightAmount else {
      let found = item.amount.map(\.description) ?? "no amount"
      return differs("amount", item.isDebit ? found : "a credit of \(found)", "\(sent)")
    }
    let (bank, own) = (entry[EFTEntry.routing].dfi, try originatingBank(of: entry).dfi)
    let named = item.banks.filter { Int64($0) != 0 && !$0.isEmpty }
    // The two places may be the sender's and the receiver's of the return. A correction may come from
    // the bank that took the account over.
    guard named.contains(bank),
      item.corrected != nil || named.allSatisfy({ $0 == bank || $0 == own })
    else {
      return differs("routing number", named.first { $0 != own } ?? named.first ?? "none", bank)
    }
    let number = try openBankAccount(entry[EFTEntry.bankAccount], of: account)
    guard Self.digits(item.bankAccount) == Self.digits(number) else {
      return differs(
        "bank account", "•••\(item.bankAccount.suffix(4))", "•••\(number.suffix(4))")
    }
    guard Self.isSame(individualID: item.individualID, account) else {
      return differs("individual ID", item.individualID, Self.individualID(account))
    }
    let type = entry[EFTEntry.type]
    guard item.transactionCode / 10 == type.transactionCode / 10 || Self.mayDiffer(item) else {
      let expected = "\(type.transactionCode - 1) (\(type.rawValue))"
      return differs("transaction code", "\(item.transactionCode)", expected)
    }
    return nil
  }

  /// As the entry went out: in capitals, and cut to its place.
  private static func individualID(_ account: AccountNumber) -> String {
    String(account.text.uppercased().prefix(NACHALayout.entry.field("individual ID")?.length ?? 15))
  }

  /// Banks may leave it blank, or fill it with zeros.
  private static func isSame(individualID: String, _ account: AccountNumber) -> Bool {
    func bare(_ text: String) -> Substring {
      text.uppercased().filter { $0 != " " }.drop { $0 == "0" }
    }
    let found = bare(individualID)
    return found.isEmpty || found == bare(Self.individualID(account))
  }

  /// Corrections of the kind of bank account may have the right one; of others, some banks leave it out.
  private static func mayDiffer(_ item: ReturnFile.Item) -> Bool {
    item.corrected != nil
      && (item.transactionCode == 0 || ["C05", "C06", "C07"].contains(item.code))
  }

  private func companyID(of entry: Row<EFTEntry>) throws(RuleError) -> String {
    try find(EFTFile.self, entry[EFTEntry.file])?[EFTFile.companyID] ?? settings[.eftCompanyID]
  }

  private func originatingBank(of entry: Row<EFTEntry>) throws(RuleError) -> RoutingNumber {
    try find(EFTFile.self, entry[EFTEntry.file])?[EFTFile.bankRouting]
      ?? RoutingNumber(Datum.text(settings[.eftBankRouting]))
  }

  /// Banks put a digit before a tax number of nine.
  private static func isSame(company: String, _ other: String) -> Bool {
    let other = other.uppercased().trimmingBlanks
    if company.isEmpty || other.isEmpty { return false }
    return company.uppercased() == other
      || min(company.count, other.count) >= 9 && company.suffix(9) == other.suffix(9)
  }

  /// Banks fill with zeros, and part groups.
  private static func digits(_ number: String) -> Substring {
    let kept = number.filter { $0 != " " && $0 != "-" }
    return kept.drop { $0 == "0" }
  }
}

extension RoutingNumber {
  /// Without the check digit, as most records of the bank's files have it.
  var dfi: String { String(text.prefix(8)) }
}

extension String {
  fileprivate var trimmingBlanks: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
