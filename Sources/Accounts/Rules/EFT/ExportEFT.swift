import Engines
package import Ledger
package import Values

/// Puts together what goes to the bank: prenotes, and drafts of what is due. Each enrollment is a
/// step of its own, so that no step holds more than a few rows.
package struct ExportEFT: Mutation {
  enum Step {
    case open
    case send(Row<EFTEnrollment>, file: Int64)
    case close(file: Int64)
  }

  package static let name = OperationName("eft", "export")
  package static let leastRole = Role.supervisor
  package static let writes = [TableWrite].exports

  let on: CivilDate
  let step: Step

  init(on: CivilDate, _ step: Step) {
    self.on = on
    self.step = step
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    switch step {
    case .open: try open(in: books)
    case .send(let row, let file): try send(row, file, in: books)
    case .close(let file): try close(file, in: books)
    }
  }

  private func open(in books: Books) throws(RuleError) -> Effect {
    try books.checkIsNear(on)
    let bank = try BankSettings(books)
    var row = Row<EFTFile>()
    row[EFTFile.id] = try nextFile(in: books)
    row[EFTFile.effectiveOn] = on
    row[EFTFile.createdOn] = books.today
    row[EFTFile.entries] = 0
    row[EFTFile.total] = .zero
    bank.keep(on: &row)
    books.insert(row)
    return Effect("file opened", newKey: "\(row[EFTFile.id])")
  }

  private func send(
    _ row: Row<EFTEnrollment>, _ file: Int64, in books: Books
  ) throws(RuleError) -> Effect {
    guard row.isInForce(on: on) else { return Effect("\(row.phrase) has ended") }
    var sheet = EFTSheet(
      file: file, bank: try BankSettings(books), on: on, next: try books.nextBankEntry(in: file)
    )
    switch row[EFTEnrollment.state] {
    case .prenotePending where books.isWaited(row):
      try draft(try books.happen(.waited, to: row), on: &sheet, in: books)
    case .prenotePending where row[EFTEnrollment.prenoteOn] == nil:
      try sheet.addPrenote(row, in: books)
      try books.happen(.prenote, to: row) { $0[EFTEnrollment.prenoteOn] = on }
    case .active: try draft(row, on: &sheet, in: books)
    default: break
    }
    return Effect("\(row.phrase) sent", notices: try unnamed(row, after: sheet, in: books))
  }

  private func unnamed(
    _ row: Row<EFTEnrollment>, after sheet: EFTSheet, in books: Books
  ) throws(RuleError) -> [String] {
    guard sheet.count > 0,
      let customer = try books.find(Customer.self, row[EFTEnrollment.cid]),
      ACHText.transliterated(customer[Customer.name].text) == nil
    else { return [] }
    return [
      "account \(row[EFTEnrollment.account]): the name of customer \(row[EFTEnrollment.cid]) has no "
        + "character allowed in a bank file; the entry has the account number instead"
    ]
  }

  private func close(_ file: Int64, in books: Books) throws(RuleError) -> Effect {
    let entries = try books.rows(EFTEntry.inFile, file)
    guard let before = try books.find(EFTFile.self, file) else { return Effect("no file") }
    guard !entries.isEmpty else {
      books.delete(before)
      return Effect("nothing to send to the bank for \(on)")
    }
    var after = before
    after[EFTFile.entries] = Int64(entries.count)
    after[EFTFile.total] = entries.reduce(.zero) { $0 + $1[EFTEntry.amount] }
    books.update(before, to: after)
    let prenotes = entries.count { $0[EFTEntry.kind] == .prenote }
    return Effect(
      "file \(file) for \(on): \(prenotes.counted("prenote")), "
        + "\((entries.count - prenotes).counted("draft")) of \(after[EFTFile.total]) together",
      newKey: "\(file)")
  }

  /// A day before the last file's would draft what that file has drafted.
  private func nextFile(in books: Books) throws(RuleError) -> Int64 {
    guard on.isBankingDay else {
      throw .refuse(
        .outOfRange, field: "on", found: "\(on), which is not a banking day",
        expected: "a banking day",
        remedy: "use \(on.addingBankingDays(1))")
    }
    guard on >= books.today else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(on), which is in the past",
        expected: "today or a later day",
        remedy: "use \(books.today.adding(days: -1).addingBankingDays(1))")
    }
    let number = try books.nextBankFile()
    if let last = try books.lastBankFile(before: number, standing: true),
      last[EFTFile.effectiveOn] > on
    {
      throw .refuse(
        .dateOrder, field: "on",
        found: "\(on); file \(last[EFTFile.id]) is for \(last[EFTFile.effectiveOn])",
        expected: "\(last[EFTFile.effectiveOn]) or a later day",
        remedy: "use \(last[EFTFile.effectiveOn]), or undo that file's change before it is sent")
    }
    return number
  }

  /// What was returned for insufficient funds is presented again as it was; the rest is its own draft.
  private func draft(
    _ row: Row<EFTEnrollment>, on sheet: inout EFTSheet, in books: Books
  ) throws(RuleError) {
    var due = try books.amountDrafted(for: row, on: on)
    let sent = try books.rows(EFTEntry.ofEnrollment, row[EFTEnrollment.id])
      .filter { $0[EFTEntry.kind] == .draft }
    let last = sent.filter { $0[EFTEntry.file] == sent.first?[EFTEntry.file] }
    var attempt: Int64 = 1
    for entry in last
    where entry[EFTEntry.code].flatMap({ EFTReturnCode($0) })?.kind == .retried {
      guard entry[EFTEntry.amount] <= due else {
        attempt = max(attempt, entry[EFTEntry.attempt] + 1)
        continue
      }
      due = due - entry[EFTEntry.amount]
      try sheet.addDraft(
        row, entry[EFTEntry.amount], attempt: entry[EFTEntry.attempt] + 1, isRetry: true, in: books)
    }
    guard due > .zero else { return }
    try sheet.addDraft(row, due, attempt: attempt, isRetry: false, in: books)
  }
}
