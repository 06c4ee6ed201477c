import Accounts

/// Conditions on reads, in SQL.
enum MeterReads {
  /// That a read `row` has a reading that counts: a control read only checks.
  static func isReading(_ row: String) -> String {
    "\(row).state = \(ReadState.current.sql) AND \(row).reading IS NOT NULL "
      + "AND \(row).reason <> \(ReadReason.control.sql)"
  }

  /// That a read `row` ends a period `c`.
  static func ends(_ row: String) -> String {
    "\(row).meter = c.meter AND \(row).read_on = c.to_on AND \(row).number = c.read_number"
  }

  /// That the meter was read, not estimated.
  static func isRead(_ row: String) -> String {
    "\(row).state = \(ReadState.current.sql) AND NOT \(isEstimate(row))"
  }

  static func isEstimate(_ row: String) -> String {
    "\(row).kind IN \(ReadKind.allCases.filter(\.isEstimate).sql)"
  }
}
