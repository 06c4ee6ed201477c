import Engines
import Ledger
import Values

/// The mark of a service whose final bill is on record: it saves `today` a look at the bills of all services that
/// ever stopped. What bills say counts, with the mark or without it: see `FinalBill`.
extension Books {
  /// Marks the services that had stopped by the day of a bill, and whose last day a line of it covers.
  func markFinalBilled(by line: Row<BillLine>, of bill: Row<Bill>) throws(RuleError) {
    guard let code = line[BillLine.code] else { return }
    let (first, day) = bill.days(of: line)
    for service in try rows(Service.toBill, bill[Bill.account], code, first, day) {
      guard let stop = service[Service.stopOn],
        FinalBill.covers(line, billedOn: day, stop: stop)
      else { continue }
      var after = service
      after[Service.finalBilledOn] = day
      update(service, to: after)
    }
  }

  /// Takes back the marks that a bill gave; another one that covers the last day counts without a mark.
  func unmarkFinalBilled(by bill: Row<Bill>) throws(RuleError) {
    for line in try rows(BillLine.ofBill, bill[Bill.bill]) {
      guard let code = line[BillLine.code] else { continue }
      let (first, day) = bill.days(of: line)
      for service in try rows(Service.billed, bill[Bill.account], code, first, day, day) {
        var after = service
        after[Service.finalBilledOn] = nil
        update(service, to: after)
      }
    }
  }

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

extension Row<Bill> {
  /// After the first of these days, and up to the last, services stopped whose last day a line may cover.
  fileprivate func days(of line: Row<BillLine>) -> (after: CivilDate, last: CivilDate) {
    let day = self[Bill.billedOn]
    return (line[BillLine.fromOn] ?? day.adding(days: -FinalBill.daysBack), day)
  }
}
