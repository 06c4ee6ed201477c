import Ledger
import Values

/// Two settings of which one must not be above the other, or nothing would ever lie between them.
struct SettingBounds {
  let lower: Setting
  let upper: Setting
  /// Of the upper one, in the unit of the lower.
  let scale: Int64

  static let all = [
    SettingBounds(.latestDaysAhead, .latestYearsAhead, scale: 365),
    SettingBounds(.latestDaysPlanned, .latestYearsAhead, scale: 365),
    // A bill that is due later than that is unusual.
    SettingBounds(.billDueDays, .billMostDueDays),
    SettingBounds(.highLowForceLow, .highLowWarnLow),
    SettingBounds(.highLowWarnLow, .highLowWarnHigh),
    SettingBounds(.highLowWarnHigh, .highLowForceHigh),
    SettingBounds(.sessionHours, .rememberDays, scale: 24),
  ]

  private init(_ lower: Setting, _ upper: Setting, scale: Int64 = 1) {
    self.lower = lower
    self.upper = upper
    self.scale = scale
  }

  /// Refuses a value that crosses that of the other setting.
  func check(
    _ value: Int64, of setting: Setting, in books: Books
  ) throws(RuleError) {
    guard setting == lower || setting == upper else { return }
    let other = setting == lower ? upper : lower
    let bound = Int64(try books.stored(other)) ?? 0
    let isCrossed = setting == lower ? value > bound * scale : value * scale < bound
    guard isCrossed else { return }
    let (least, rest) = bound.quotientAndRemainder(dividingBy: scale)
    throw .refuse(
      .outOfRange, field: "value",
      found: "\(value); \(other.rawValue) is \(bound)",
      expected: setting == lower
        ? "\(bound * scale) or less" : "\(least + (rest == 0 ? 0 : 1)) or more",
      remedy:
        "change the other first with `setting set \(other.rawValue) VALUE`, or use another value")
  }
}

extension Books {
  /// As rows before this one have left it.
  fileprivate func stored(_ setting: Setting) throws(RuleError) -> String {
    try find(StoredSetting.self, setting.rawValue)?[StoredSetting.value] ?? setting.standard
  }

  /// Refuses a value that makes another setting void.
  func checkBounds(of setting: Setting, _ value: String) throws(RuleError) {
    if setting == .earliestDay, let day = CivilDate(iso: value), day > today {
      throw .refuse(
        .outOfRange, field: "value", found: "\(day), after today, \(today)",
        expected: "\(today) or earlier", remedy: "check the year")
    }
    guard let number = Int64(value) else { return }
    for bounds in SettingBounds.all { try bounds.check(number, of: setting, in: self) }
  }
}
