import Engines
import Ledger
import Values

extension Books {
  /// Whether a bill on record gave a service its mark; else it came with the records of another system.
  func isMarkedByBill(_ service: Row<Service>) throws(RuleError) -> Bool {
    guard let day = service[Service.finalBilledOn] else { return false }
    for bill in try rows(Bill.ofDay, service[Service.account], day)
    where bill[Bill.voidedOn] == nil {
      let lines = try rows(BillLine.ofBill, bill[Bill.bill])
      if lines.contains(where: { $0[BillLine.code] == service[Service.code] }) { return true }
    }
    return false
  }
}
