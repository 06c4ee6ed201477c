import Engines
import Values

/// What SQLite compares as text, and answers wrongly: quoted numbers with what is calculated, and numbers by
/// their digits. A column turns a quoted number into one, and a calculation does not.
extension ComparedColumns {
  /// `sum(total) > '100'` is never true.
  func refuseQuotedNumbers() throws(StoreError) {
    for place in words.indices {
      guard let text = Self.text(word(place)), Kind.decimal.holds(text[...]),
        ends(beside: place).contains(where: {
          isOfNumbers(endingAt: $0) && isCalculated(endingAt: $0)
        })
      else { continue }
      throw Self.fault(
        "'\(text)' in quotes is text, and what it is compared with is a calculated number",
        likely: text)
    }
  }

  /// Whether it is no column, nor a name for one, and answers no text of a column.
  private func isCalculated(endingAt end: Int) -> Bool {
    guard word(end) != ")" else {
      let start = words.indices.last { $0 < end && closing(of: $0) == end } ?? end
      let texts = tables.flatMap { $0.columns.filter { $0.type == .text }.map(\.name) }
      // `iif(total > 6, '1', '0')`
      let answersText = (start...end).contains {
        Self.text(word($0)) != nil && ["then", "else", ","].contains(word($0 - 1))
      }
      return !answersText && Set(texts).isDisjoint(with: words[start...end])
    }
    guard !isColumn(word(end)) else { return false }
    let given = words.indices.filter { word($0) == "as" && word($0 + 1) == word(end) }
    return !given.allSatisfy { place in
      guard word(place - 1) != ")" else { return !isCalculated(endingAt: place - 1) }
      let start = word(place - 2) == "." ? place - 3 : place - 1
      return isColumn(word(place - 1)) && [",", "select", "distinct"].contains(word(start - 1))
    }
  }

  /// `total LIKE '%.50'` finds nothing, as 72.50 is 72.5 there, and `total % 10` drops the cents.
  func refuseDigits() throws(StoreError) {
    let days = storedDays
    for place in words.indices {
      let column = word(place)
      let isDecimal = kind(of: column) == .decimal
      guard isDecimal || days.contains(column) else { continue }
      let start = word(place - 1) == "." ? place - 2 : place
      let texts = partners(of: start...place).compactMap { Self.text(word($0)) }
      if isDecimal, let text = texts.first(where: { PlainForm.of($0) != nil }) {
        throw Self.fault("'\(text)' is compared as text", likely: PlainForm.of(text))
      }
      let like = word(place + 1) == "not" ? place + 2 : place + 1
      let pattern = ["like", "glob"].contains(word(like)) ? word(like + 1) : nil
      if isDecimal, pattern != nil {
        throw StoreError(
          .badQuery, "\(column) is a number, whose text has no zeros at its end",
          remedy: "compare it with numbers, or use printf('%.2f', \(column)) LIKE '…'")
      }
      if isDecimal, word(place + 1) == "%" || word(start - 1) == "%" {
        throw StoreError(
          .badQuery, "% drops the decimals of \(column)", remedy: "use mod(\(column), N)")
      }
      if let pattern, pattern.contains("/") {
        throw StoreError(
          .badQuery, "\(pattern)' is compared with \(column), whose days are written 2026-11-30",
          remedy: "use e.g. \(column) LIKE '2026-11-%'")
      }
    }
  }

  /// Where a name that the query gives an expression stands for it.
  func uses(of expression: ClosedRange<Int>) -> [ClosedRange<Int>] {
    guard word(expression.upperBound + 1) == "as" else { return [] }
    let name = word(expression.upperBound + 2)
    let given = words.indices.filter { word($0) == "as" && word($0 + 1) == name }
    guard given.count == 1, !isColumn(name) else { return [] }
    return words.indices.filter { word($0) == name && word($0 - 1) != "as" }.map { place in
      (word(place - 1) == "." ? place - 2 : place)...place
    }
  }

  /// Whether no operator makes something else of it.
  func isWhole(_ expression: ClosedRange<Int>) -> Bool {
    let (before, next) = (word(expression.lowerBound - 1), word(expression.upperBound + 1))
    return (before == "(" || !Self.operators.contains(before))
      && (next == ")" || !Self.operators.contains(next))
  }
}
