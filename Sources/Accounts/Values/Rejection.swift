/// Why an operation was not done, in words that a clerk can act on.
package struct Rejection: Error, Equatable {
  package let code: RejectionCode
  /// The field at fault, as the command's argument or column is named.
  package let field: String?
  package let found: String
  /// What is expected, and the remedy, with the names of fields marked.
  private let markedExpected: String
  private let markedRemedy: String
  /// The key of the record that an earlier row of the same run adds, which `found` names with `earlierRowWords`.
  package var earlierRow: String?
  /// What else is wrong with the same row or command.
  package var others: [Rejection] = []

  package init(
    _ code: RejectionCode, field: String? = nil, found: String, expected: String, remedy: String
  ) {
    self.code = code
    self.field = field
    self.found = found
    markedExpected = expected
    markedRemedy = remedy
  }

  package init(_ fault: ValueFault, field: String) {
    self.init(
      fault.code, field: field, found: fault.found, expected: fault.expected, remedy: fault.remedy)
  }
}

extension Rejection {
  package var expected: String { expectedText { $0 } }
  package var remedy: String { remedyText { $0 } }

  /// - Parameter naming: a field's name as the reader knows it.
  package func expectedText(naming: (String) -> String) -> String {
    FieldName.text(markedExpected, naming: naming)
  }

  /// - Parameter naming: a field's name as the reader knows it.
  package func remedyText(naming: (String) -> String) -> String {
    FieldName.text(markedRemedy, naming: naming)
  }

  /// With something else to do about it.
  package func with(remedy: String) -> Rejection {
    var rejection = Rejection(
      code, field: field, found: found, expected: markedExpected, remedy: remedy)
    rejection.others = others
    return rejection
  }

  /// How a rule, which knows no lines, names an earlier row.
  package static let earlierRowWords = "an earlier row"

  /// With the line of the earlier row.
  package func with(earlierLine line: Int) -> Rejection {
    let words = found.replacing(Self.earlierRowWords, with: "line \(line)")
    var rejection = Rejection(
      code, field: field, found: words, expected: markedExpected, remedy: markedRemedy)
    rejection.others = others
    return rejection
  }

  /// Together with what else is wrong with the same row or command.
  package func with(_ more: [Rejection]) -> Rejection {
    var rejection = self
    rejection.others += more
    return rejection
  }

  /// Each separately, in the order of the fields.
  package var all: [Rejection] {
    guard !others.isEmpty else { return [self] }
    var first = self
    first.others = []
    return [first] + others
  }
}

/// Every reason for a rejection, with its exit status.
package enum RejectionCode: String, Sendable, CaseIterable {
  // A cell or word is not a valid value.
  case malformed
  case outOfRange = "out_of_range"
  case tooLong = "too_long"
  case controlCharacter = "control_character"
  case unknownChoice = "unknown_choice"
  case spreadsheetDamage = "spreadsheet_damage"
  case required
  case contradictory
  // A row of a file cannot be read.
  case raggedRow = "ragged_row"
  case nulByte = "nul_byte"
  case invalidText = "invalid_text"
  case bareQuote = "bare_quote"
  case textAfterQuote = "text_after_quote"
  // The record does not exist, or exists already.
  case notFound = "not_found"
  case ambiguous
  case duplicate
  case conflict
  // A rule.
  case inUse = "in_use"
  case closed
  case notActive = "not_active"
  case alreadyActive = "already_active"
  case wrongStatus = "wrong_status"
  case signInFailed = "sign_in_failed"
  case addressNotProved = "address_not_proved"
  case linkFailed = "link_failed"
  case passwordTooWeak = "password_too_weak"
  case dateOrder = "date_order"
  case periodOverlaps = "period_overlaps"
  case meterElsewhere = "meter_elsewhere"
  case meterNotInstalled = "meter_not_installed"
  case readingBelowPrevious = "reading_below_previous"
  case readingAboveNext = "reading_above_next"
  case readingTooLong = "reading_too_long"
  case readingMismatch = "reading_mismatch"
  case notMetered = "not_metered"
  case movedSince = "moved_since"
  case notUndoable = "not_undoable"
  case notPermitted = "not_permitted"
  /// A bank account is sealed with a key that is not at hand.
  case wrongKey = "wrong_key"
  /// It may be right: `--accept unusual` does it.
  case unusual
}
