import Engines
package import Ledger
package import Values

/// The text of an earlier file, from what is on record, so that a lost file can be written again.
extension Books {
  func bankFile(_ number: Int64) throws(RuleError) -> String {
    guard let file = try find(EFTFile.self, number) else {
      throw .refuse(
        .notFound, field: "again", found: "no file \(number)", expected: "a file that was written",
        remedy: "write a new one with \(run: "eft export", options: ["on": "DATE"])")
    }
    if let day = file[EFTFile.withdrawnOn] {
      throw .refuse(
        .wrongStatus, field: "again",
        found:
          "file \(number), whose export was undone on \(day), or is not in the backup that was restored then",
        expected: "a file whose export was not undone",
        remedy:
          "find the undo with `change list`, and undo it first if the file was sent to the bank"
      )
    }
    let sameDay = try rows(EFTFile.createdThatDay, file[EFTFile.createdOn])
    let position = sameDay.firstIndex { $0[EFTFile.id] == number } ?? 0
    let modifiers = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    let bank = try BankSettings(of: file, in: self)
    let origin = NACHAOrigin(
      companyName: bank.companyName, companyID: bank.companyID, bank: bank.routing,
      bankName: bank.bankName, createdOn: file[EFTFile.createdOn],
      effectiveOn: file[EFTFile.effectiveOn],
      modifier: String(modifiers[position % modifiers.count]), reference: "\(number)")
    var entries: [NACHAEntry] = []
    for row in try rows(EFTEntry.inFile, number) { entries.append(try entry(row)) }
    return NACHAWriter(origin: origin).file(entries)
  }

  private func entry(_ row: Row<EFTEntry>) throws(RuleError) -> NACHAEntry {
    guard let enrollment = try find(EFTEnrollment.self, row[EFTEntry.enrollment]) else {
      throw .store(StoreError(.corrupt, "enrollment \(row[EFTEntry.enrollment]) is missing"))
    }
    let account = enrollment[EFTEnrollment.account]
    let isOrganization =
      if let kept = row[EFTEntry.isOrganization] { kept } else {
        try find(Customer.self, enrollment[EFTEnrollment.cid])?[Customer.kind] == .organization
      }
    let entryClass =
      row[EFTEntry.entryClass] ?? EntryClass(isOrganization: isOrganization, .paper)
    return NACHAEntry(
      kind: row[EFTEntry.kind], type: row[EFTEntry.type], routing: row[EFTEntry.routing],
      bankAccount: try openBankAccount(row[EFTEntry.bankAccount], of: account),
      amount: row[EFTEntry.amount], account: account.text, name: row[EFTEntry.name],
      trace: row[EFTEntry.trace], isRetry: row[EFTEntry.isRetry],
      entryClass: entryClass)
  }
}

/// A file for the bank, while its change is not yet committed.
package struct BankFile {
  package let effect: Effect
  /// Nil if nothing is to go to the bank.
  package let number: Int64?
  /// Nil if nothing is to go to the bank.
  package let text: String?
  /// Notices about the file that are not errors.
  package private(set) var notices: [String] = []
  /// Enrollments without an entry, by account.
  package private(set) var leftOut: [LeftOut] = []
  /// Those of the same day.
  package private(set) var earlier: [EarlierFile] = []
  /// The last one before it, of any day.
  package private(set) var previous: EarlierFile?
  /// Those of any day whose command ended before the file was written to its place.
  package private(set) var unplaced: [EarlierFile] = []
  /// How many prenotes and drafts go, and what the drafts are together.
  package private(set) var prenotes: Int64 = 0
  package private(set) var drafts: Int64 = 0
  package private(set) var total = Money.zero

  /// An enrollment without an entry in the file, and why.
  package struct LeftOut: Sendable {
    package let account: AccountNumber
    package let state: EFTState
    package let why: String
  }

  /// Puts together what is to go to the bank on a day.
  package init(on day: CivilDate, in change: ChangeTransaction) throws {
    let opened = try change.perform(ExportEFT(on: day, .open)).effect
    let file = opened.newKey.flatMap { Int64($0) } ?? 0
    let enrollments = try change.reading { books throws(RuleError) in
      try books.rows(EFTEnrollment.inState, EFTState.prenotePending)
        + books.rows(EFTEnrollment.inState, EFTState.active)
    }
    for row in enrollments {
      notices += try change.perform(ExportEFT(on: day, .send(row, file: file))).effect.notices
    }
    let entries = try change.reading { books throws(RuleError) in
      try books.rows(EFTEntry.inFile, file)
    }
    leftOut = try change.reading { books throws(RuleError) in
      try books.leftOut(of: entries, on: day)
    }
    earlier = try change.reading { books throws(RuleError) in
      try books.earlierFiles(for: day, before: file)
    }
    previous = try change.reading { books throws(RuleError) in
      try books.previousFile(before: file)
    }
    unplaced = try change.reading { books throws(RuleError) in
      try books.unplacedFiles(before: file)
    }
    prenotes = Int64(entries.count { $0[EFTEntry.kind] == .prenote })
    drafts = Int64(entries.count) - prenotes
    total = entries.reduce(.zero) { $0 + $1[EFTEntry.amount] }
    effect = try change.perform(ExportEFT(on: day, .close(file: file))).effect
    number = effect.newKey == nil ? nil : file
    text = try number.map { number in
      try change.reading { books throws(RuleError) in try books.bankFile(number) }
    }
  }

  /// One that was put together before, with the same bytes; that somebody asked for its bank accounts
  /// goes into the journal.
  package init(again number: Int64, in change: ChangeTransaction) throws {
    effect = Effect("file \(number), with the same bytes as before")
    self.number = number
    text = try change.books.bankFile(number)
    try change.openJournal()
  }
}
