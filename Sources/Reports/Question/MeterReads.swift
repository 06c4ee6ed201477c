import Accounts

/// Conditions on reads, in SQL.
enum MeterReads {
  /// That a read `row` has a reading that counts: a control read only checks.
  static func isReading(_ row: String) -> String {
    "\(row).state = \(ReadState.current.sql) AND \(row).reading IS NOT NULL "
      + "AND \(row).reason <> \(ReadReason.control.sql)"
  }

  /// That somebody has read the meter: an estimate is no read.
  static func isRead(_ row: String) -> String {
    "\(row).state = \(ReadState.current.sql) AND NOT \(isEstimate(row))"
  }

  static func isEstimate(_ row: String) -> String {
    "\(row).kind IN \(ReadKind.allCases.filter(\.isEstimate).sql)"
  }
}
