import Engines
package import Ledger
package import Values

/// What the bank sent back for one entry.
package struct RecordReturn: Operation {
  package static let name = OperationName("eft", "returns")
  package static let leastRole = Role.supervisor
  package static let writes = [TableWrite].returns
  package static let fields: [FieldInfo] = []

  let item: ReturnFile.Item
  package let on: CivilDate

  package init(_ input: Input) throws(Rejection) {
    throw Rejection(
      .required, field: "from", found: "nothing", expected: "the bank's file",
      mend: "name it with --from")
  }

  package init(_ item: ReturnFile.Item, on: CivilDate) {
    self.item = item
    self.on = on
  }

  package func apply(to books: Books) throws(Stop) -> Effect {
    let (entry, enrollment) = try books.sentEntry(of: item)
    if entry[EFTEntry.code] == item.code { return Effect("\(words(enrollment)) is unchanged") }
    guard entry[EFTEntry.code] == nil || entry[EFTEntry.code]?.first == "C" else {
      throw .refuse(
        .conflict, field: "original trace number",
        found: "\(item.trace), which came back as \(entry[EFTEntry.code] ?? "") before",
        expected: "an entry that did not come back yet", mend: "ask the bank which code counts")
    }
    var after = entry
    after[EFTEntry.code] = item.code
    after[EFTEntry.returnedOn] = on
    books.update(entry, to: after)
    // Details that were entered since have nothing to do with it.
    let isCurrent =
      enrollment[EFTEnrollment.bankAccount] == entry[EFTEntry.bankAccount]
      && enrollment[EFTEnrollment.routing] == entry[EFTEntry.routing]
      && enrollment[EFTEnrollment.type] == entry[EFTEntry.type]
    if let corrected = item.corrected {
      if isCurrent { try correct(enrollment, corrected, in: books) }
      return Effect(words(enrollment))
    }
    if isCurrent {
      let event = EFTReturnCode.event(item.code, attempt: entry[EFTEntry.attempt])
      try books.happen(event, to: enrollment) { row in
        if row[EFTEnrollment.state] == .returned { row[EFTEnrollment.reason] = reason }
      }
    }
    try reverse(entry, in: books)
    return Effect(words(enrollment))
  }

  private var reason: Remark {
    Remark(
      trusted: item.code + (EFTReturnCode.meanings[item.code].map { ", \($0)" } ?? ""))
  }

  private func words(_ enrollment: Row<EFTEnrollment>) -> String {
    "\(enrollment.words): \(reason.text)"
  }

  private func correct(
    _ enrollment: Row<EFTEnrollment>, _ corrected: String, in books: Books
  ) throws(Stop) {
    let correction: EFTCorrection?
    do {
      correction = try EFTCorrection(item.code, corrected)
    } catch {
      throw .rejected(Rejection(error, field: "corrected data"))
    }
    guard let correction else { return }
    var row = enrollment
    row[EFTEnrollment.state] = try EFTLifeCycle.state(after: .correction, of: enrollment)
    guard row[EFTEnrollment.state] != .cancelled else { return }
    _ = try correction.details.write(to: &row, in: books)
    books.update(enrollment, to: row)
  }

  /// The draft's money never came.
  private func reverse(_ entry: Row<EFTEntry>, in books: Books) throws(Stop) {
    guard let number = entry[EFTEntry.payment],
      let payment = try books.find(Payment.self, number), payment[Payment.reversedOn] == nil
    else { return }
    var after = payment
    after[Payment.reversedOn] = max(on, payment[Payment.postedOn])
    after[Payment.reversalReason] = reason
    books.update(payment, to: after)
  }
}
