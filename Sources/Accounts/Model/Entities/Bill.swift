/// A bill: the amount an account owes, with its bill date and due date.
public enum Bill: Entity {
  public static let bill = Column<Bill, BillNumber>(0, "bill")
  public static let account = Column<Bill, AccountNumber>(1, "account")
  public static let billedOn = Column<Bill, CivilDate>(2, "billed_on")
  public static let dueOn = Column<Bill, CivilDate>(3, "due_on")
  /// The sum of its lines; negative where the city owes.
  public static let total = Column<Bill, Money>(4, "total")

  public static let table = Table(
    "bill", [bill.info, account.info, billedOn.info, dueOn.info, total.info])
}

/// One amount of a bill, for a service and a period where they are known.
public enum BillLine: Entity {
  public static let bill = Column<BillLine, BillNumber>(0, "bill")
  public static let number = Column<BillLine, Int64>(1, "number")
  public static let code = Column<BillLine, ServiceCode?>(2, "code")
  public static let fromOn = Column<BillLine, CivilDate?>(3, "from_on")
  /// The last day of the period, as printed on the bill.
  public static let toOn = Column<BillLine, CivilDate?>(4, "to_on")
  public static let amount = Column<BillLine, Money>(5, "amount")

  public static let table = Table(
    "bill_line", keyCount: 2,
    [bill.info, number.info, code.info, fromOn.info, toOn.info, amount.info])

  static let ofBill = Lookup<BillLine>([.equal(bill)], order: [.ascending(number)])
}
