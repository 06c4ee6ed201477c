/// Money that came in for an account; reversed, never erased.
public enum Payment: Entity {
  public static let payment = Column<Payment, Int64>(0, "payment")
  public static let account = Column<Payment, AccountNumber>(1, "account")
  /// The bill it is for; nil pays the oldest due amounts first.
  public static let bill = Column<Payment, BillNumber?>(2, "bill")
  public static let postedOn = Column<Payment, CivilDate>(3, "posted_on")
  public static let amount = Column<Payment, Money>(4, "amount")
  public static let method = Column<Payment, PaymentMethod>(5, "method")
  /// The payer's or the bank's reference, e.g. a check number.
  public static let reference = Column<Payment, Line?>(6, "reference")
  /// The first day on which it no longer counts.
  public static let reversedOn = Column<Payment, CivilDate?>(7, "reversed_on")
  public static let reversalReason = Column<Payment, Remark?>(8, "reversal_reason")

  public static let table = Table(
    "payment",
    [
      payment.info, account.info, bill.info, postedOn.info, amount.info, method.info,
      reference.info, reversedOn.info, reversalReason.info,
    ])

  static let onDay = Lookup<Payment>(
    [.equal(account), .equal(postedOn)], order: [.ascending(payment)])
}
