package import Accounts

/// State of an enrollment's prenote.
package enum PrenoteStep: String, Choice {
  package static let valueName = "step"
  /// It goes out with the next file.
  case unsent
  /// The bank may still send it back.
  case waiting
  /// The waiting days are over, and payments may begin.
  case due

  /// A test of an enrollment `e`.
  package func sql(asOf day: CivilDate, _ settings: Settings) -> String {
    let pending = "e.state = \(EFTState.prenotePending.sql) AND e.prenote_on"
    let last = Self.lastWaited(day, settings.integer(.eftPrenoteDays))
    return switch self {
    case .unsent: "\(pending) IS NULL"
    case .waiting: "\(pending) > '\(last)'"
    case .due: "\(pending) <= '\(last)'"
    }
  }

  /// The last day whose prenotes have waited long enough.
  private static func lastWaited(_ day: CivilDate, _ waits: Int) -> CivilDate {
    var last = day
    while last.addingBankingDays(waits) > day { last = last.adding(days: -1) }
    return last
  }
}
