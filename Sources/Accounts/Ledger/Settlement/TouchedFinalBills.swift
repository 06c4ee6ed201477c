import Engines
import Values

/// The accounts of a change whose services may have another final bill now.
struct TouchedFinalBills {
  /// There are never more than the city has.
  private var accounts: Set<AccountNumber> = []
  /// Bills of which only lines were written, so far.
  private var bills: Set<BillNumber> = []
  private var lastBill: BillNumber?
  /// Services whose mark the change wrote: an undo may bring back one whose bill is gone.
  private(set) var marked: Set<Int64> = []
  /// The days of bills that an undo removed: a mark of such a day was theirs.
  private(set) var removed: [AccountNumber: Set<CivilDate>] = [:]

  mutating func note(_ change: RowChange) {
    if change.table === Bill.table {
      guard let values = change.after ?? change.before else { return }
      let bill = Row<Bill>(values: values)
      accounts.insert(bill[Bill.account])
      bills.remove(bill[Bill.bill])
      lastBill = bill[Bill.bill]
      if change.after == nil {
        removed[bill[Bill.account], default: []].insert(bill[Bill.billedOn])
      }
    } else if change.table === BillLine.table {
      guard let values = change.after ?? change.before else { return }
      let bill = Row<BillLine>(values: values)[BillLine.bill]
      if bill != lastBill { bills.insert(bill) }
    } else if change.table === Service.table {
      note(
        change.before.map(Row<Service>.init(values:)), change.after.map(Row<Service>.init(values:)))
    }
  }

  private mutating func note(_ before: Row<Service>?, _ after: Row<Service>?) {
    guard before?.stopAndMark != after?.stopAndMark, let row = after ?? before else { return }
    accounts.insert(row[Service.account])
    if before?[Service.finalBilledOn] != after?[Service.finalBilledOn] {
      marked.insert(row[Service.id])
    }
  }

  func pages(_ rows: KeyedRows) throws(StoreError) -> [[AccountNumber]] {
    var all = accounts
    try rows.each(by: Bill.bill, bills.sorted()) { all.insert($0[Bill.account]) }
    return all.sorted().chunks(of: KeyPage.count).map { Array($0) }
  }
}

extension Row<Service> {
  /// What a mark depends on; nil where there is nothing to mark.
  fileprivate var stopAndMark: [CivilDate?]? {
    let days = [self[Service.stopOn], self[Service.cancelledOn], self[Service.finalBilledOn]]
    return days.allSatisfy { $0 == nil } ? nil : days
  }
}
