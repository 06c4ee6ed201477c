import Engines
import Values

/// What a total sums: quantity in thousandths, days, and the number of reads.
struct ConsumptionSums {
  var quantity: Int64 = 0
  var days: Int64 = 0
  var reads: Int64 = 0

  static func += (left: inout ConsumptionSums, right: ConsumptionSums) {
    left.quantity += right.quantity
    left.days += right.days
    left.reads += right.reads
  }

  /// In the order of `TotalsSQL.sums`.
  var cells: [Datum] { [.integer(quantity), .integer(days), .integer(reads)] }
}

extension ConsumptionSums {
  /// The columns of `TotalsSQL.sums` from one on.
  init(_ row: any BorrowedRow, from first: Int) {
    self.init(
      quantity: row.integer(first), days: row.integer(first + 1), reads: row.integer(first + 2))
  }
}
