package import Values

extension ColumnInfo {
  /// A cell as people read it who have not asked for personal data.
  package func maskedWords(_ datum: Datum) -> String {
    let words = type.display(datum)
    return isPersonal ? Mask.masked(words) : words
  }

  /// A cell as a file keeps it that anybody may be shown.
  package func masked(_ datum: Datum) -> Datum {
    isPersonal && !datum.isNull ? .text(Mask.masked(type.display(datum))) : datum
  }
}
