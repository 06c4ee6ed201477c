import Ledger
import Values

/// Fields that commands on reads and meters share.
enum ReadFields {
  package static let meter = Field<MeterSerial>.argument("meter", "meter serial number")
  package static let on = Field<CivilDate>.option("on", required: true, "day of the read")
  static let reading = Field<Quantity>.option("reading", "register reading")
  static let remark = Field<Remark>.option("reason", "reason, for the journal")
}

extension Books {
  /// A notice for the operator about a date in the future.
  func futureNotice(_ day: CivilDate) -> [String] {
    day > today ? ["\(day) is in the future: today is \(today)"] : []
  }
}
