import Engines
package import Ledger
package import Values

/// Voids a bill that should not be: from today on it is not owed, and what was paid of it pays other bills or
/// is credit. Reports as of an earlier day keep it, as the reports of that day had it. A transferred balance is
/// voided with all its bills.
package struct VoidBill: Operation {
  package static let name = OperationName("bill", "void")
  package static let leastRole = Role.supervisor
  package static let writes: [TableWrite] = [
    .update(Bill.table, [Bill.voidedOn.name, Bill.voidReason.name]),
    .update(Service.table, [Service.finalBilledOn.name]),
  ]
  package static let fields = [BillFields.bill.info, reason.info]

  static let reason = Field<Remark>.option("reason", required: true, "reason for voiding the bill")

  let bill: BillNumber
  let reason: Remark

  package init(_ input: Input) throws(Rejection) {
    bill = try input.require(BillFields.bill)
    reason = try input.require(Self.reason)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.bill(bill)
    if let day = before[Bill.voidedOn] {
      return Effect("\(before.phrase) is unchanged: voided on \(day)")
    }
    if let transfer = try TransferredBalance(of: before, in: books) {
      return try void(transfer, for: before, in: books)
    }
    let parts = try books.transferred(of: before)
    try books.checkIsNotTransferred(before, parts)
    let drafts = try books.draftsAtBank(of: before)
    void(before, in: books)
    return Effect(
      "\(before.phrase) of \(before[Bill.total]) voided; payments on it go to account "
        + "\(before[Bill.account])'s other bills or become credit",
      moneyNotices: parts.map { "\($0.phrase); \($0.remedy)" } + drafts)
  }

  func void(_ before: Row<Bill>, in books: Books) {
    var after = before
    after[Bill.voidedOn] = books.today
    after[Bill.voidReason] = reason
    books.update(before, to: after)
  }
}
