package import Engines
package import Values

extension Row<MeterInstall> {
  package var fromOn: CivilDate { self[MeterInstall.fromOn] }
  package var toOn: CivilDate? { self[MeterInstall.toOn] }

  /// Half open: the day of removal does not count.
  package func holds(on day: CivilDate) -> Bool { fromOn <= day && !hasEnded(by: day) }

  package func hasEnded(by day: CivilDate) -> Bool { toOn.map { $0 <= day } ?? false }

  /// Whether a period, with or without an end, has a day in common with this one.
  package func overlaps(from day: CivilDate, to end: CivilDate?) -> Bool {
    !hasEnded(by: day) && (end.map { fromOn < $0 } ?? true)
  }

  /// `from 2026-01-01` or `from 2026-01-01 to 2026-02-01`.
  package var phrase: String { "from \(fromOn)" + (toOn.map { " to \($0)" } ?? "") }
}

extension MeterInstall {
  /// The install that a read belongs to. Where one install ends and another begins on the same day,
  /// an opening read belongs to the new one and any other read to the old one.
  package static func owner(
    of reason: ReadReason, on day: CivilDate, among installs: [Row<MeterInstall>]
  ) -> Row<MeterInstall>? {
    var ending: Row<MeterInstall>?
    var beginning: Row<MeterInstall>?
    for install in installs {
      let (from, to) = (install.fromOn, install.toOn)
      guard from <= day else { continue }
      if to.map({ day < $0 }) ?? true {
        if from < day { return install }
        beginning = install
      } else if to == day, from < day {
        ending = install
      }
    }
    return reason.opens ? beginning ?? ending : ending ?? beginning
  }
}

extension ReadReason {
  /// Whether a read for this reason begins something rather than ends it.
  package var opens: Bool { self == .initial || self == .reconnect }
}
