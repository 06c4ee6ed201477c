import Engines
package import Ledger
package import Values

/// Moves a payment that was posted to the wrong account, with its day, amount and reference.
package struct MovePayment: Operation {
  package static let name = OperationName("payment", "move")
  package static let leastRole = Role.supervisor
  package static let comparesRows = true
  package static let writes: [TableWrite] = [
    .update(Payment.table, [Payment.account.name, Payment.bill.name, Payment.cid.name])
  ]
  package static let fields = [payment.info, to.info, bill.info, reason.info]

  static let payment = Field<WholeNumber>.argument("payment", "payment number")
  static let to = Field<AccountNumber>.option("to", required: true, "correct account")
  static let bill = Field<BillNumber>.option("bill", "bill of that account to apply it to")
  static let reason = Field<Remark>.option("reason", required: true, "reason for the move")

  let payment: Int64
  let to: AccountNumber
  let bill: BillNumber?
  let reason: Remark

  package init(_ input: Input) throws(Rejection) {
    payment = try input.require(Self.payment).value
    to = try input.require(Self.to)
    bill = try input[Self.bill]
    reason = try input.require(Self.reason)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.payment(payment)
    _ = try books.account(to, field: "to")
    if before[Payment.account] == to, before[Payment.bill] == bill {
      return Effect("payment \(payment) is unchanged: it is on account \(to)")
    }
    if let effect = try leaveMovedAway(before, in: books) { return effect }
    if let reversed = before[Payment.reversedOn] {
      throw .refuse(
        .closed, field: "payment", found: "payment \(payment), reversed on \(reversed)",
        expected: "a payment that counts",
        remedy: "post it again, e.g. "
          + "\(run: "payment post", to, options: ["on": "DATE", "amount": "AMOUNT"])")
    }
    guard before[Payment.method] != .eft else {
      throw .refuse(
        .conflict, field: "payment", found: "payment \(payment), an automatic payment",
        expected: "a payment that was not drafted by a bank file",
        remedy:
          "correct the enrollment with `eft enroll`; `eft returns` reverses what the bank returns")
    }
    if let bill {
      let row = try books.bill(bill)
      guard row[Bill.account] == to else {
        throw .refuse(
          .conflict, field: "bill", found: "\(row.phrase) of account \(row[Bill.account])",
          expected: "a bill of account \(to)",
          remedy: "see \(run: "bill list", options: ["account": to])")
      }
    }
    var after = before
    after[Payment.account] = to
    after[Payment.bill] = bill
    after[Payment.cid] = nil
    books.update(before, to: after)
    return Effect(
      "payment \(payment) of \(before[Payment.amount]) moved from account "
        + "\(before[Payment.account]) to account \(to)" + (bill.map { ", bill \($0)" } ?? ""))
  }

  /// Leaves out or refuses a file's row that would move a payment back to an account that it was moved away from.
  private func leaveMovedAway(
    _ row: Row<Payment>, in books: Books
  ) throws(RuleError) -> Effect? {
    guard books.repeats.isOfFile, row[Payment.account] != to else { return nil }
    let day = row[Payment.postedOn]
    guard
      try books.paymentsMoved(from: to, on: day...day).contains(where: {
        $0[Payment.payment] == payment
      })
    else { return nil }
    return try books.leaveEnded(
      "payment \(payment), which was moved from account \(to) to account \(row[Payment.account])",
      field: "to", expected: "an account that the payment was not moved away from")
  }
}
