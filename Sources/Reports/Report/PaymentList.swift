package import Accounts

extension Report {
  /// Payments, the latest first; reversed ones only when asked for.
  /// - Parameter day: a payment counts until its reversal; nil is after all days.
  package static func payments(
    accounts: [String] = [], bill: String? = nil, method: PaymentMethod? = nil,
    from: CivilDate? = nil, to: CivilDate? = nil, withReversed: Bool = false,
    asOf day: CivilDate? = nil
  ) -> Report {
    var conditions: [Condition] = []
    conditions += Condition.among(accounts, "p.account")
    if let bill { conditions.append(Condition("p.bill = ?", [bill.datum])) }
    if let method { conditions.append(Condition("p.method = ?", [method.datum])) }
    if let from { conditions.append(Condition("p.posted_on >= ?", [from.datum])) }
    if let to { conditions.append(Condition("p.posted_on <= ?", [to.datum])) }
    if !withReversed {
      conditions.append(
        day.map { Condition("(p.reversed_on IS NULL OR p.reversed_on > ?)", [$0.datum]) }
          ?? Condition("p.reversed_on IS NULL"))
    }
    return Report(
      "payment list",
      columns: [
        Column("payment", of: Payment.payment, "p"), Column("account", of: Payment.account, "p"),
        Column("bill", of: Payment.bill, "p"),
        Column("on", of: Payment.postedOn, "p", title: "Posted"),
        Column("amount", of: Payment.amount, "p"), Column("method", of: Payment.method, "p"),
        Column("reference", of: Payment.reference, "p"),
        Column("reversed-on", of: Payment.reversedOn, "p", title: "Reversed"),
        Column("reason", of: Payment.reversalReason, "p"),
      ], from: "payment p", where: conditions, orderBy: ["p.posted_on DESC", "p.payment DESC"])
  }
}

extension Report {
  /// How payments are applied to a bill, by day; those that were reversed end.
  package static func applications(bill: BillNumber) -> Report {
    Report(
      "applications",
      columns: [
        Column("payment", of: PaymentApplication.payment, "a"),
        Column("credit-bill", of: PaymentApplication.creditBill, "a", title: "Credit of bill"),
        Column("posted", of: PaymentApplication.postedOn, "a"),
        Column("amount", of: PaymentApplication.amount, "a"),
        Column("rule", of: PaymentApplication.rule, "a"),
        Column("method", of: Payment.method, "p"),
        Column("reference", of: Payment.reference, "p"),
        Column("from", of: PaymentApplication.fromOn, "a"),
        Column("to", of: PaymentApplication.toOn, "a", title: "Until"),
      ],
      from: "payment_application a LEFT JOIN payment p ON p.payment = a.payment",
      where: [Condition("a.bill = ?", [bill.datum])],
      orderBy: ["a.from_on", "a.account", "a.number"])
  }
}
