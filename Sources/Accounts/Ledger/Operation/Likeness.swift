/// What is on record of another day and may be the same as a row of a file.
package struct Likeness: Sendable {
  /// The kind of record, e.g. `payment`.
  package let noun: String
  /// What the two have in common, e.g. `account, amount and method`.
  package let common: String
  /// The one on record, e.g. `payment 1 of 2026-03-02`.
  package let record: String

  package init(noun: String, common: String, record: String) {
    self.noun = noun
    self.common = common
    self.record = record
  }
}
