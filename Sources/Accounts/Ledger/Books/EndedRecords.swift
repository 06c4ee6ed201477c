extension Books {
  /// A row of a file that would bring back what was ended on purpose since the file was applied: it is
  /// refused, or left out.
  /// - Parameter record: with how it ended, e.g. `…, which ended on 2026-03-10`.
  package func leaveEnded(
    _ record: String, field: String, expected: String
  ) throws(RuleError) -> Effect {
    guard repeats == .refuse else {
      return Effect(
        "\(record), is unchanged", notices: ["\(record), is left out; --again applies the row"])
    }
    throw refusalOfKnown(field: field, found: record, expected: expected)
  }
}
