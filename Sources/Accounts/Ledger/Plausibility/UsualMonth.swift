import Values

/// What a service uses in thirty days, by its last periods with any use.
struct UsualMonth {
  static let days: Int64 = 30
  /// How many periods are looked at.
  static let periods = 12
  /// Fewer tell nothing.
  static let fewest = 3

  let quantity: Quantity

  /// In whole units where there are enough of them.
  var phrase: String {
    let whole = (quantity.units + Quantity.scale / 2) / Quantity.scale
    return whole >= 10 ? "\(whole)" : "\(quantity)"
  }

  init?(_ periods: [(quantity: Int64, days: Int)]) {
    let used = periods.filter { $0.quantity > 0 }
    self.init(
      quantity: used.reduce(0) { $0 + $1.quantity },
      days: used.reduce(0) { $0 + Int64($1.days) }, periods: used.count)
  }

  init?(quantity: Int64, days: Int64, periods: Int) {
    guard periods >= Self.fewest,
      let month = UsageEstimate(use: quantity, days: days)?.use(in: Self.days), month > 0
    else { return nil }
    self.quantity = Quantity(units: month)
  }

  /// How often a usage is the usual month, where that is more than `most`; a shorter time counts as a
  /// month.
  func times(_ usage: Int64, days: Int, above most: Int) -> String? {
    let used = Int128(usage) * Int128(Self.days)
    let usual = Int128(max(Self.days, Int64(days))) * Int128(quantity.units)
    guard used > Int128(most) * usual else { return nil }
    let whole = used / usual
    guard whole < 10 || whole == most else { return "\(whole)" }
    // Rounded up, so that it does not read as the limit itself.
    let tenths = (used * 10 + usual - 1) / usual
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
