package import Values

/// The period of a scheduled report without dates of its own: from the previous due day to the day before its own. They
/// are over when the report is made, early or late on its day, so that what happens after it is in the next one.
package struct DuePeriod: Sendable, Equatable {
  package let first: CivilDate
  package let last: CivilDate
  /// Whether the report is made every month, as most periods are a month; else every week.
  package let isMonth: Bool
}
