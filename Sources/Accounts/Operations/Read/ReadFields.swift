/// Fields that commands on reads and meters share.
enum ReadFields {
  static let meter = Field<MeterSerial>.argument("meter", "the meter's serial number")
  static let on = Field<CivilDate>.option("on", required: true, "day of the read")
  static let reading = Field<Quantity>.option("reading", "what the register shows")
  static let remark = Field<Remark>.option("reason", "why, for the journal")
}

extension Books {
  /// What an operator should know of a read that lies ahead.
  func futureNotice(_ day: CivilDate) -> [String] {
    day > today ? ["\(day) lies ahead: today is \(today)"] : []
  }
}
