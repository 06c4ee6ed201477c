/// Progress of a check.
package struct CheckStep: Sendable {
  /// What is looked at, e.g. `meters`.
  package let part: String
  /// Of `checkedRecords`.
  package let done: Int
}
