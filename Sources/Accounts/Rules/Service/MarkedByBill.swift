import Engines
import Ledger
import Values

extension Books {
  /// Whether a bill on record gave a service its mark; else it came with the records of another system.
  func isMarkedByBill(_ service: Row<Service>) throws(RuleError) -> Bool {
    guard let day = service[Service.finalBilledOn] else { return false }
    let bills = try rows(Bill.ofDay, service[Service.account], day)
    return try FinalBill.gaveMark(to: service, bills) { (bill) throws(RuleError) in
      try rows(BillLine.ofBill, bill)
    }
  }
}
