package import Values

/// A record of another day that may be the same as a row of a file.
package struct PossibleDuplicate: Sendable {
  /// The kind of record, e.g. `payment`.
  package let noun: String
  /// What the two have in common, e.g. `account, amount and method`.
  package let common: String
  /// The one on record, e.g. `payment 1 of 2026-03-02`.
  package let record: String
  /// Of when it is, e.g. `of a few days before or after`.
  package let when: String
  /// What is wrong with the file if it is the same, e.g. `the dates`.
  package let suspect: String
  /// The amount if nothing else tells that the two are the same: it tells little where all rows have it, as
  /// with a flat charge.
  package let soleAmount: Money?

  package static let nearby = "of a few days before or after"
  package static let swapped = "of the date with day and month in the other order"

  package init(
    noun: String, common: String, record: String, when: String = nearby,
    suspect: String = "the dates", soleAmount: Money? = nil
  ) {
    self.noun = noun
    self.common = common
    self.record = record
    self.when = when
    self.suspect = suspect
    self.soleAmount = soleAmount
  }
}
