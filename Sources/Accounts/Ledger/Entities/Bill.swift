package import Engines
package import Values

/// A bill: the amount an account owes, with its bill date and due date.
package enum Bill: Entity {
  package static let bill = Column<Bill, BillNumber>(
    0, "bill", help: "bill number", search: .init(.number, weight: 9))
  package static let account = Column<Bill, AccountNumber>(
    1, "account", search: .init(.number, weight: 3), references: { Account.table })
  package static let billedOn = Column<Bill, CivilDate>(2, "billed_on")
  package static let dueOn = Column<Bill, CivilDate>(3, "due_on")
  /// The sum of its lines; negative where the city owes.
  package static let total = Column<Bill, Money>(4, "total")

  /// The day on which it was found that the bill should not be; it is owed on no day.
  package static let voidedOn = Column<Bill, CivilDate?>(5, "voided_on", label: "Voided")
  package static let voidReason = Column<Bill, Remark?>(6, "void_reason")
  /// The customer whose transferred balance it is; nil is whoever holds the account in its period.
  package static let cid = Column<Bill, CustomerID?>(
    7, "cid", label: "Customer ID", title: "CID", references: { Customer.table })

  package static let table = Table(
    "bill",
    [
      bill.info, account.info, billedOn.info, dueOn.info, total.info, voidedOn.info,
      voidReason.info, cid.info,
    ])

  /// The end of the number of the bill that takes a transferred balance away from an account; the bill that
  /// adds it to the other account has the number without it.
  package static let transferEnding = "-OUT"

  package static let ofCustomer = Lookup<Bill>([.equal(cid)], order: [.ascending(bill)])

  package static let ofAccount = Lookup<Bill>(
    [.equal(account)], order: [.ascending(billedOn), .ascending(bill)])
  /// Enough to tell what is usual.
  static let latestOfAccount = Lookup<Bill>(
    [.equal(account)], order: [.descending(billedOn), .descending(bill)], limit: 24)
  package static let ofDay = Lookup<Bill>(
    [.equal(account), .equal(billedOn)], order: [.ascending(bill)])
  /// From one day to another, few of them.
  package static let ofDays = Lookup<Bill>(
    [.equal(account), .notBefore(billedOn), .notAfter(billedOn)],
    order: [.ascending(billedOn), .ascending(bill)], limit: 40)
}

/// One amount of a bill, for a service and a period where they are known.
package enum BillLine: Entity {
  package static let bill = Column<BillLine, BillNumber>(0, "bill", references: { Bill.table })
  package static let number = Column<BillLine, Int64>(1, "number")
  package static let code = Column<BillLine, ServiceCode?>(
    2, "code", references: { ServiceType.table })
  package static let fromOn = Column<BillLine, CivilDate?>(3, "from_on")
  /// The last day of the period, as printed on the bill.
  package static let toOn = Column<BillLine, CivilDate?>(4, "to_on")
  package static let amount = Column<BillLine, Money>(5, "amount", help: "amount of the line")

  package static let table = Table(
    "bill_line", keyCount: 2,
    [bill.info, number.info, code.info, fromOn.info, toOn.info, amount.info])

  package static let ofBill = Lookup<BillLine>([.equal(bill)], order: [.ascending(number)])
}
