package import Engines
package import Values

/// Money that came in for an account; reversed, never erased.
package enum Payment: Entity {
  package static let payment = Column<Payment, Int64>(0, "payment")
  package static let account = Column<Payment, AccountNumber>(
    1, "account", search: .init(.number, weight: 3), references: { Account.table })
  /// The bill it is for; nil pays the oldest due amounts first.
  package static let bill = Column<Payment, BillNumber?>(
    2, "bill", help: "bill to pay", references: { Bill.table })
  package static let postedOn = Column<Payment, CivilDate>(3, "posted_on")
  package static let amount = Column<Payment, Money>(4, "amount", help: "amount paid")
  package static let method = Column<Payment, PaymentMethod>(
    5, "method", help: "payment method")
  /// The payer's or the bank's reference, e.g. a check number.
  package static let reference = Column<Payment, Line?>(
    6, "reference", help: "check number, bank trace or similar; unique for an account and day",
    search: .init(.number, weight: 8))
  /// The first day on which it is no longer in effect.
  package static let reversedOn = Column<Payment, CivilDate?>(7, "reversed_on")
  package static let reversalReason = Column<Payment, Remark?>(8, "reversal_reason")

  /// The customer whose payment it is; nil is whoever holds the account on that day.
  package static let cid = Column<Payment, CustomerID?>(
    9, "cid", label: "Customer ID", title: "CID", help: "customer whose bills it pays",
    references: { Customer.table })

  package static let table = Table(
    "payment",
    [
      payment.info, account.info, bill.info, postedOn.info, amount.info, method.info,
      reference.info, reversedOn.info, reversalReason.info, cid.info,
    ])

  package static let ofCustomer = Lookup<Payment>([.equal(cid)], order: [.ascending(payment)])
  package static let ofAccount = Lookup<Payment>(
    [.equal(account)], order: [.ascending(postedOn), .ascending(payment)])
  /// From a day on, those of whoever holds the account.
  package static let ofHolders = Lookup<Payment>(
    [.equal(account), .notBefore(postedOn), .unknown(cid)],
    order: [.ascending(postedOn), .ascending(payment)])
  package static let ofReference = Lookup<Payment>(
    [.equal(account), .equal(postedOn), .equal(reference)], order: [.ascending(payment)])
  /// With a reference, the first few: whether it names one payment, or comes each month.
  package static let ofAnyDay = Lookup<Payment>(
    [.equal(account), .equal(reference)], order: [.ascending(postedOn), .ascending(payment)],
    limit: 5)
  /// Up to a number: what was there before a change.
  package static let ofDay = Lookup<Payment>(
    [.equal(account), .equal(postedOn), .notAfter(payment)], order: [.ascending(payment)])
  /// From one day to another, up to a number.
  package static let ofDays = Lookup<Payment>(
    [.equal(account), .notBefore(postedOn), .notAfter(postedOn), .notAfter(payment)],
    order: [.ascending(payment)])
}
