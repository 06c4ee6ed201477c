package import Values

extension ColumnInfo {
  /// A cell as shown to people who have not asked for personal data.
  package func maskedWords(_ datum: Datum) -> String {
    let words = type.display(datum)
    return isPersonal ? Mask.masked(words) : words
  }

  /// A cell as written to a file that anyone may see.
  package func masked(_ datum: Datum) -> Datum {
    isPersonal && !datum.isNull ? .text(Mask.masked(type.display(datum))) : datum
  }
}
