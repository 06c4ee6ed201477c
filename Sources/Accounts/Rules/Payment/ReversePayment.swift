package import Engines
package import Ledger
package import Values

/// Reverses a payment.
package struct ReversePayment: Operation {
  package static let name = OperationName("payment", "reverse")
  package static let leastRole = Role.supervisor
  package static let writes = [TableWrite].reversals + [TableWrite].enrollments
  package static let fields = [payment.info, on.info, reason.info]

  static let payment = Field<WholeNumber>.argument("payment", "payment number")
  static let on = Field<CivilDate>.option(
    "on", "reversal date, from which it no longer counts; default: today")
  static let reason = Field<Remark>.option("reason", required: true, "reason for the reversal")

  let payment: Int64
  let on: CivilDate?
  let reason: Remark

  package init(_ input: Input) throws(Rejection) {
    payment = try input.require(Self.payment).value
    on = try input[Self.on]
    reason = try input.require(Self.reason)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.payment(payment)
    if let reversed = before[Payment.reversedOn] {
      guard on == nil || on == reversed else {
        throw .refuse(
          .closed, field: "on", found: "payment \(payment), reversed on \(reversed)",
          expected: "a payment that is not reversed",
          remedy: "undo that reversal with `change undo` first")
      }
      return Effect("payment \(payment) is unchanged: reversed on \(reversed)")
    }
    // A payment reversed before its posting date never counts.
    let day = on ?? max(books.today, before[Payment.postedOn])
    guard day >= before[Payment.postedOn] else {
      throw .refuse(
        .dateOrder, field: "on",
        found: "\(day), before the posting date \(before[Payment.postedOn])",
        expected: "\(before[Payment.postedOn]) or later", remedy: "")
    }
    var notices: [String] = []
    if day > before[Payment.postedOn] {
      try books.checkIsNear(day)
      notices = books.longAgoNotice(day)
    }
    notices += try books.stopDrafts(afterReversalOf: before)
    var after = before
    after[Payment.reversedOn] = day
    after[Payment.reversalReason] = reason
    books.update(before, to: after)
    return Effect(
      "payment \(payment) of \(before[Payment.amount]) to account \(before[Payment.account]) "
        + "reversed on \(day)", notices: notices, day: RecordDay(day, isGiven: on != nil))
  }
}

extension Books {
  package func payment(_ number: Int64) throws(RuleError) -> Row<Payment> {
    guard let row = try find(Payment.self, number) else {
      throw .refuse(
        .notFound, field: "payment", found: "no payment \(number)",
        expected: "the number of a payment", remedy: "see `payment list`")
    }
    return row
  }
}
