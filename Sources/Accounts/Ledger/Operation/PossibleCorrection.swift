package import Values

/// A record of the same account, day and kind as a row of a file, with another amount.
package struct PossibleCorrection: Sendable {
  /// The kind of record, e.g. `payment`.
  package let noun: String
  package let key: String
  /// Where the rule has remembered which rows it has matched.
  let place: String
  package let recorded: Money
  package let amount: Money
  /// What to do first if it is meant, e.g. `reverse those payments first`.
  package let remedy: String

  package init(
    noun: String, key: String, place: String, of recorded: Money, to amount: Money, remedy: String
  ) {
    self.noun = noun
    self.key = key
    self.place = place
    self.recorded = recorded
    self.amount = amount
    self.remedy = remedy
  }

  /// Whether the two differ as a typing error does: by a tenth at most, or by the order of the digits.
  package var isSmall: Bool {
    let (one, other) = (recorded.units, amount.units)
    return abs(one - other) * 10 <= max(one, other) || "\(one)".sorted() == "\(other)".sorted()
  }
}

extension Books {
  /// Whether a row of the file, perhaps a later one, says what is on record after all.
  package func isOnFile(_ correction: PossibleCorrection) -> Bool {
    repeated.rows(at: correction.place)?.isMatched(correction.key) ?? false
  }
}
