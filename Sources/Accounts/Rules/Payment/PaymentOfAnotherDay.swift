import Engines
import Ledger
import Values

/// A payment from before a change that may be the current one although its day is another: it has the same
/// amount and reference, or the file says no days and comes again later.
struct PaymentOfAnotherDay {
  let row: Row<Payment>
  let saysDay: Bool
  let hasMethod: Bool

  /// What is told of it; nil if there is none, or where the payment is meant. Throws if it must not
  /// be posted.
  func found(in books: Books) throws(RuleError) -> PaymentTwin? {
    guard books.repeats.compares else { return nil }
    let other =
      if row[Payment.reference] != nil { try named(in: books) } else { try nameless(in: books) }
    guard let other else { return nil }
    let number = other[Payment.payment]
    let words =
      "\(row[Payment.amount]); payment \(number) of \(other[Payment.postedOn]) to account "
      + "\(row[Payment.account]) has the same amount"
      + (row[Payment.reference].map { " and reference \($0)" } ?? "")
    if saysDay, books.repeats.isOfFile {
      try books.checkIsNoCorrection(
        field: "on", found: "\(row[Payment.postedOn]) for \(words)",
        correction: "reverse payment \(number) first with "
          + "`payment reverse \(number) --reason corrected`")
      return nil
    }
    guard books.repeats == .refuse else { return PaymentTwin(other) }
    throw books.refusalOfKnown(
      field: "amount", found: words,
      expected: "a payment that has not been posted, or its date in `on`")
  }

  private func named(in books: Books) throws(RuleError) -> Row<Payment>? {
    guard let reference = row[Payment.reference] else { return nil }
    let day = row[Payment.postedOn]
    let rows = try books.rows(
      Payment.ofReferenceInDays, row[Payment.account], reference,
      day.adding(days: -RepeatPolicy.days), day.adding(days: RepeatPolicy.days),
      try books.baseline(of: Payment.self))
    return rows.first {
      $0[Payment.reversedOn] == nil && $0[Payment.amount] == row[Payment.amount]
        && $0[Payment.postedOn] != day && isOfMethod($0)
    }
  }

  private func nameless(in books: Books) throws(RuleError) -> Row<Payment>? {
    guard !saysDay, books.repeats.isOfFile else { return nil }
    let known = try books.known(
      at: "payment \(row[Payment.account]) before \(row[Payment.postedOn])"
    ) {
      () throws(RuleError) in try load(books)
    }
    let methods =
      hasMethod ? [row[Payment.method].rawValue, PaymentMethod.other.rawValue] : ["any"]
    guard let number = known.first(methods.map { "\(row[Payment.amount]) \($0)" }),
      let key = Int64(number)
    else { return nil }
    known.match(number)
    return try books.find(Payment.self, key)
  }

  private func load(_ books: Books) throws(RuleError) -> KnownRows {
    let day = row[Payment.postedOn]
    let rows = try books.rows(
      Payment.ofDays, row[Payment.account], day.adding(days: -RepeatPolicy.days),
      day.adding(days: -1), try books.baseline(of: Payment.self))
    return KnownRows(
      rows.filter { $0[Payment.reversedOn] == nil && $0[Payment.reference] == nil }.map { payment in
        (
          "\(payment[Payment.payment])",
          ["any", payment[Payment.method].rawValue].map { "\(payment[Payment.amount]) \($0)" }
        )
      })
  }

  private func isOfMethod(_ other: Row<Payment>) -> Bool {
    !hasMethod || [row[Payment.method], .other].contains(other[Payment.method])
  }
}

/// A payment on record that may be the current one.
struct PaymentTwin {
  let number: Int64
  let day: CivilDate

  init(_ row: Row<Payment>) {
    number = row[Payment.payment]
    day = row[Payment.postedOn]
  }
}
