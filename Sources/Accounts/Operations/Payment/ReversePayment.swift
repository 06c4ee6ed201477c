/// Takes a payment back.
public struct ReversePayment: Operation {
  public static let name = OperationName("payment", "reverse")
  public static let summary = "Take a payment back, e.g. a check that bounced"
  public static let discussion = """
    From that day on the payment no longer counts; it stays on record with the reason. What it \
    had paid is open again, unless other money of the account covers it.
    """
  public static let examples = [
    "payment post 2000001 --amount 40 --method check",
    "payment reverse 1 --reason \"check came back unpaid\"",
  ]
  public static let fields = [payment.info, on.info, reason.info]

  static let payment = Field<WholeNumber>.argument("payment", "the payment's number")
  static let on = Field<CivilDate>.option(
    "on", "first day on which it no longer counts; today where absent")
  static let reason = Field<Remark>.option("reason", required: true, "why")

  let payment: Int64
  let on: CivilDate?
  let reason: Remark

  public init(_ input: Input) throws(Rejection) {
    payment = try input.require(Self.payment).value
    on = try input[Self.on]
    reason = try input.require(Self.reason)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    guard let before = try books.find(Payment.self, payment) else {
      throw .refuse(
        .notFound, field: "payment", found: "no payment \(payment)",
        expected: "the number of a payment", mend: "see `payment list`")
    }
    if let reversed = before[Payment.reversedOn] {
      guard on == nil || on == reversed else {
        throw .refuse(
          .closed, field: "on", found: "payment \(payment), reversed on \(reversed)",
          expected: "a payment that stands",
          mend: "take that reversal back with `change undo` first")
      }
      return Effect("payment \(payment) is already so: reversed on \(reversed)")
    }
    // A payment that was entered ahead of its day never counts at all.
    let day = on ?? max(books.today, before[Payment.postedOn])
    guard day >= before[Payment.postedOn] else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(day); the payment is of \(before[Payment.postedOn])",
        expected: "\(before[Payment.postedOn]) or a later day", mend: "name a later day")
    }
    var after = before
    after[Payment.reversedOn] = day
    after[Payment.reversalReason] = reason
    books.update(before, to: after)
    return Effect(
      "payment \(payment) of \(before[Payment.amount]) to account \(before[Payment.account]) "
        + "reversed on \(day)")
  }
}
