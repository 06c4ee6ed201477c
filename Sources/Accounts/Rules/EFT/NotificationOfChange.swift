import Engines
import Ledger
import Values

/// Applies what the bank has corrected, and shows it; what cannot be applied is told with the command
/// that a person types. Nothing is dropped.
struct NotificationOfChange {
  let item: ReturnFile.Item
  let corrected: String
  let on: CivilDate

  private var code: String { item.code }

  func apply(
    to entry: Row<EFTEntry>, of enrollment: Row<EFTEnrollment>, in books: Books
  ) throws(RuleError) -> Effect {
    guard code.utf8.count == 3, code.first == "C", code.dropFirst().utf8.allSatisfy(isDigit) else {
      throw .refuse(
        .malformed, field: "change code", found: code, expected: "C and two digits",
        remedy: "the entry was not applied; ask the bank")
    }
    let correction = try correction(enrollment)
    // A bank may correct its own correction: what it says now counts, not the code alone.
    let mark = try mark(of: correction, enrollment[EFTEnrollment.account], in: books)
    let changes = try changes(by: correction, of: enrollment, in: books)
    let isOnRecord = changes?.isEmpty ?? false
    if entry.hasHad(item, mark) || isOnRecord && entry[EFTEntry.code] == code {
      return Effect("\(enrollment.phrase): \(phrase) is unchanged")
    }
    let effect = try effect(of: correction, changes, entry, enrollment, in: books)
    var after = entry
    if !isOnRecord { after.note(item, mark, isByHand: !effect.notices.isEmpty) }
    // A return weighs more than a correction that comes after it.
    if entry[EFTEntry.code].flatMap({ EFTReturnCode($0) }) == nil {
      after[EFTEntry.code] = code
      after[EFTEntry.returnedOn] = on
    }
    books.update(entry, to: after)
    return effect
  }

  /// What tells a correction from another of its code, without commas; a bank account is not shown in it.
  private func mark(
    of correction: EFTCorrection, _ account: AccountNumber, in books: Books
  ) throws(RuleError) -> String {
    switch correction {
    case .byHand(let phrase): return phrase.replacing(",", with: "")
    case .details(let details):
      var words = [details.routing?.description, details.type?.rawValue].compactMap { $0 }
      if let number = details.bankAccount {
        words.append(String(try books.seal(number, for: account).text.prefix(8)))
      }
      return words.joined(separator: " ")
    }
  }

  /// Nil for what no program may apply; empty where all of it is on record.
  private func changes(
    by correction: EFTCorrection, of enrollment: Row<EFTEnrollment>, in books: Books
  ) throws(RuleError) -> String? {
    guard case .details(let details) = correction else { return nil }
    return try details.changes(of: enrollment, in: books)
  }

  private func effect(
    of correction: EFTCorrection, _ changes: String?, _ entry: Row<EFTEntry>,
    _ enrollment: Row<EFTEnrollment>, in books: Books
  ) throws(RuleError) -> Effect {
    let account = enrollment[EFTEnrollment.account]
    switch correction {
    case .byHand(let phrase):
      return Effect("\(enrollment.phrase): \(self.phrase)", notices: [phrase])
    case .details(let details):
      guard let changes, !changes.isEmpty else {
        return Effect("\(enrollment.phrase): \(phrase): unchanged")
      }
      guard enrollment[EFTEnrollment.state] != .cancelled else {
        return Effect(
          "\(enrollment.phrase): \(phrase)",
          notices: ["its automatic payments have ended; nothing was corrected (\(changes))"])
      }
      guard enrollment.isAsSent(in: entry) else {
        return Effect(
          "\(enrollment.phrase): \(phrase)",
          notices: [
            "the bank details were changed after the file was sent; compare \(changes) with "
              + "`eft show \(word: account)`, and correct them with `eft enroll \(word: account)`"
          ])
      }
      var row = enrollment
      row[EFTEnrollment.state] = try EFTLifeCycle.state(after: .correction, of: enrollment)
      _ = try details.write(to: &row, in: books)
      books.update(enrollment, to: row)
      return Effect("\(enrollment.phrase): \(phrase): \(changes)")
    }
  }

  private func correction(_ enrollment: Row<EFTEnrollment>) throws(RuleError) -> EFTCorrection {
    let account = enrollment[EFTEnrollment.account].text
    do {
      return try EFTCorrection(code, corrected, account, enrollment[EFTEnrollment.cid].text)
    } catch {
      throw .refuse(
        error.code, field: "corrected data", found: error.found, expected: error.expected,
        remedy: "the entry was not applied; ask the bank, then run `eft enroll \(word: account)`")
    }
  }

  private var phrase: String { code + (Self.meanings[code].map { ", \($0)" } ?? "") }

  private static let meanings: [String: String] = [
    "C01": "wrong account number", "C02": "wrong routing number",
    "C03": "wrong routing number and account number", "C04": "wrong name",
    "C05": "wrong type of account", "C06": "wrong account number and type",
    "C07": "wrong routing number, account number and type", "C08": "wrong foreign bank",
    "C09": "wrong individual ID", "C10": "wrong company name", "C11": "wrong company ID",
    "C12": "wrong company name and company ID", "C13": "addenda format error",
  ]
}

extension Row<EFTEnrollment> {
  /// Whether the bank details are still those of an entry that went out.
  func isAsSent(in entry: Row<EFTEntry>) -> Bool {
    self[EFTEnrollment.bankAccount] == entry[EFTEntry.bankAccount]
      && self[EFTEnrollment.routing] == entry[EFTEntry.routing]
      && self[EFTEnrollment.type] == entry[EFTEntry.type]
  }
}
