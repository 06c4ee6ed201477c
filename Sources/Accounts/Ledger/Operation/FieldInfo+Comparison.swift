package import Values

extension FieldInfo {
  /// Whether two cells say the same value, a day, an amount, a quantity or a choice in whatever form.
  package func isSame(_ one: CellBytes, _ other: CellBytes) -> Bool {
    if one.elementsEqual(other) { return true }
    guard let form = plain?(one) else { return false }
    return form == plain?(other)
  }
}
