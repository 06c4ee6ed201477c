import Engines
import Values

extension KeyedRows {
  /// Lines of the bills, by bill.
  func lines(of bills: [Row<Bill>]) throws(StoreError) -> [BillNumber: [Row<BillLine>]] {
    try by(BillLine.bill, bills.map { $0[Bill.bill] }, " ORDER BY bill, number")
  }
}
