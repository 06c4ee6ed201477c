package import Engines
package import Values

/// The final bill of a service that stopped: one of the last day with service or later that is not void and has a
/// line for the service that covers that day. A charge without a period covers it if the bill is not older than the
/// stop. What was billed in advance is not final.
package enum FinalBill {
  /// It follows from the bills, so an undo ignores later changes of it.
  static func isMark(_ column: ColumnInfo, of table: Table) -> Bool {
    table === Service.table && column.index == Service.finalBilledOn.index
  }

  /// Whether a line of a bill of that day covers the last day of a service; the SQL below asks the same.
  package static func covers(
    _ line: Row<BillLine>, billedOn: CivilDate, stop: CivilDate
  ) -> Bool {
    let lastDay = stop.adding(days: -1)
    if billedOn < lastDay { return false }
    if let from = line[BillLine.fromOn], from >= stop { return false }
    guard let to = line[BillLine.toOn] else {
      return billedOn >= stop && line[BillLine.amount] >= .zero
    }
    return to >= lastDay
  }

  /// Whether one of these bills, void or not, may have given a service its mark; else the mark came with the records
  /// of another system.
  /// - Parameters:
  ///   - bills: of the service's account.
  ///   - lines: those of a bill.
  package static func gaveMark<Failure: Error>(
    to service: Row<Service>, _ bills: [Row<Bill>],
    lines: (BillNumber) throws(Failure) -> [Row<BillLine>]
  ) throws(Failure) -> Bool {
    for bill in bills where bill[Bill.billedOn] == service[Service.finalBilledOn] {
      let found = try lines(bill[Bill.bill])
      if found.contains(where: { $0[BillLine.code] == service[Service.code] }) { return true }
    }
    return false
  }

  /// Whether a service with a stop date has one on a day, in SQL for both engines.
  /// - Parameters:
  ///   - day: an expression for the day.
  ///   - service: what the query calls the service table.
  package static func sql(
    asOf day: String, service: String = "s", _ dialect: any Dialect
  ) -> String {
    let stop = "\(service).stop_on"
    let lastDay = dialect.day(stop, plus: "-1")
    return """
      EXISTS (SELECT 1 FROM bill fb JOIN bill_line fl ON fl.bill = fb.bill \
      WHERE fb.account = \(service).account AND fl.code = \(service).code \
      AND fb.billed_on <= \(day) AND fb.billed_on >= \(lastDay) \
      AND (fb.voided_on IS NULL OR fb.voided_on > \(day)) \
      AND (fl.from_on IS NULL OR fl.from_on < \(stop)) \
      AND CASE WHEN fl.to_on IS NULL THEN fb.billed_on >= \(stop) AND fl.amount >= 0 \
      ELSE fl.to_on >= \(lastDay) END)
      """
  }
}
