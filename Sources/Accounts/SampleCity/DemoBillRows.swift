import Engines
import Ledger
import Values

/// Rows of bills and payments.
extension DemoWriter {
  func writeBills(_ block: DemoBlock) throws(StoreError) {
    for bill in block.bills { try insert(row(bill)) }
    for line in block.lines { try insert(row(line)) }
    for payment in block.payments { try insert(row(payment)) }
  }

  private func row(_ bill: DemoBill) -> Row<Bill> {
    var row = Row<Bill>()
    row[Bill.bill] = BillNumber(trusted: String(bill.number))
    row[Bill.account] = AccountNumber(trusted: DemoAccount.number(bill.account))
    row[Bill.billedOn] = bill.on
    row[Bill.dueOn] = bill.due
    row[Bill.total] = Money(units: bill.total)
    return row
  }

  private func row(_ line: DemoBillLine) -> Row<BillLine> {
    var row = Row<BillLine>()
    row[BillLine.bill] = BillNumber(trusted: String(line.bill))
    row[BillLine.number] = line.number
    row[BillLine.code] = ServiceCode(trusted: line.code)
    row[BillLine.fromOn] = line.from
    row[BillLine.toOn] = line.to
    row[BillLine.amount] = Money(units: line.cents)
    return row
  }

  private func row(_ payment: DemoPayment) -> Row<Payment> {
    var row = Row<Payment>()
    row[Payment.payment] = payment.id
    row[Payment.account] = AccountNumber(trusted: DemoAccount.number(payment.account))
    row[Payment.bill] = payment.bill.map { BillNumber(trusted: String($0)) }
    row[Payment.postedOn] = payment.on
    row[Payment.amount] = Money(units: payment.cents)
    row[Payment.method] = payment.method
    row[Payment.reference] = payment.reference.map {
      Line(trusted: payment.method == .eft ? zeroPadded($0, digits: 15) : String($0))
    }
    row[Payment.reversedOn] = payment.reversedOn
    row[Payment.reversalReason] =
      payment.reversedOn == nil ? nil : Remark(trusted: "check returned unpaid")
    return row
  }
}
