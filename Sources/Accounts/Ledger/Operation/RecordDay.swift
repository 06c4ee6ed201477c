package import Values

/// The day of a record that a row of a file adds.
package struct RecordDay: Sendable {
  package let day: CivilDate
  /// False if the row gives no day, so that it is today.
  package let isGiven: Bool

  package init(_ day: CivilDate, isGiven: Bool) {
    self.day = day
    self.isGiven = isGiven
  }
}
