import Values

/// The days that may be meant if one is wrong.
extension CivilDate {
  /// With day and month in the other order; nil where that is no other day.
  var swapped: CivilDate? {
    let (year, month, day) = parts
    let other = CivilDate(year: year, month: day, day: month)
    return other == self ? nil : other
  }

  /// With day and month in the other order, or of the year before or after.
  var otherwiseWritten: [CivilDate] {
    let (year, month, day) = parts
    return [
      swapped, CivilDate(year: year - 1, month: month, day: day),
      CivilDate(year: year + 1, month: month, day: day),
    ].compactMap(\.self)
  }
}
