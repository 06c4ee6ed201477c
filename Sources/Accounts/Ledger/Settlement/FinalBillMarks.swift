import Engines
import Values

/// The mark of a service whose final bill is on record, which is the day of that bill: `today` counts the services
/// without it, and looks at no bills. No operation writes it: it is set before a change commits, also in an undo.
struct FinalBillMarks {
  private let rows: KeyedRows

  init(_ connection: any Connection) { rows = KeyedRows(connection) }

  /// Sets the marks of those that a change has touched; answers whether any mark changed.
  func settle(_ touched: TouchedFinalBills, _ write: ([RowChange]) throws(StoreError) -> Void)
    throws(StoreError) -> Bool
  {
    var isAny = false
    for page in try touched.pages(rows) {
      let changes = try corrections(of: page, in: touched)
      guard !changes.isEmpty else { continue }
      isAny = true
      try write(changes)
    }
    return isAny
  }

  /// The changes that make the marks of these accounts agree with their bills.
  func corrections(
    of accounts: [AccountNumber], in touched: TouchedFinalBills = TouchedFinalBills()
  ) throws(StoreError) -> [RowChange] {
    let services = try rows.by(
      Service.account, accounts, " AND (stop_on IS NOT NULL OR final_billed_on IS NOT NULL)")
    guard !services.isEmpty else { return [] }
    let bills = try rows.by(Bill.account, services.keys.sorted(), " ORDER BY billed_on")
    let lines = try rows.lines(
      of: services.flatMap { account, services in
        let stops = services.compactMap { $0[Service.stopOn] }
        let marks = services.compactMap { $0[Service.finalBilledOn] }
        return (bills[account] ?? []).filter { bill in
          let day = bill[Bill.billedOn]
          return marks.contains(day) || stops.contains { $0.adding(days: -1) <= day }
        }
      })
    return services.values.joined().sorted { $0[Service.id] < $1[Service.id] }
      .compactMap { service in
        let bills = bills[service[Service.account]] ?? []
        var after = service
        after[Service.finalBilledOn] =
          firstDay(of: service, bills, lines) ?? foreignMark(of: service, bills, lines, touched)
        guard after != service else { return nil }
        return RowChange(table: Service.table, before: service.values, after: after.values)
      }
  }

  /// The day of the first bill that is final for a service; nil if there is none.
  /// - Parameter bills: of the account, by day.
  private func firstDay(
    of service: Row<Service>, _ bills: [Row<Bill>], _ lines: [BillNumber: [Row<BillLine>]]
  ) -> CivilDate? {
    guard let stop = service[Service.stopOn], service[Service.cancelledOn] == nil else {
      return nil
    }
    return bills.first { bill in
      bill[Bill.voidedOn] == nil
        && (lines[bill[Bill.bill]] ?? []).contains {
          $0[BillLine.code] == service[Service.code]
            && FinalBill.covers($0, billedOn: bill[Bill.billedOn], stop: stop)
        }
    }?[Bill.billedOn]
  }

  /// The mark that came with the records of another system: no bill gave it, and none of its day was removed.
  private func foreignMark(
    of service: Row<Service>, _ bills: [Row<Bill>], _ lines: [BillNumber: [Row<BillLine>]],
    _ touched: TouchedFinalBills
  ) -> CivilDate? {
    guard let mark = service[Service.finalBilledOn], service[Service.stopOn] != nil,
      service[Service.cancelledOn] == nil, !touched.marked.contains(service[Service.id]),
      touched.removed[service[Service.account]]?.contains(mark) != true,
      !FinalBill.gaveMark(to: service, bills, lines: { lines[$0] ?? [] })
    else { return nil }
    return mark
  }
}
