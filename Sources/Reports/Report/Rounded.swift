import Accounts

/// Quotients of sums, rounded half away from zero: the one rule of every percent.
enum Rounded {
  /// What help says of it.
  static let help = "Percents are rounded to whole numbers, half away from zero."

  /// A whole number; NULL unless the divisor is above zero. Both engines cut toward zero, so half of the
  /// divisor is added with the sign of the dividend.
  static func quotient(_ dividend: String, _ divisor: String) -> String {
    """
    CASE WHEN \(divisor) > 0 THEN (2 * (\(dividend)) + CASE WHEN \(dividend) < 0 THEN -1 ELSE 1 END \
    * (\(divisor))) / (2 * (\(divisor))) END
    """
  }

  /// In percent of another number.
  static func percent(_ part: String, of whole: String) -> String {
    quotient("100 * (\(part))", whole)
  }
}

extension Report.Column {
  /// A column of whole percents, by the one rule.
  static func percent(
    _ part: String, of whole: String, as name: String = "percent", title: String? = nil
  ) -> Self {
    Self(name, Rounded.percent(part, of: whole), title: title, .integer).measured(in: "percent")
  }
}
