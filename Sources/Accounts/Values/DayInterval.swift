/// Days from one until (not including) another, or without an end.
package struct DayInterval: Equatable {
  package let from: CivilDate
  package let to: CivilDate?

  package init(from: CivilDate, to: CivilDate?) {
    self.from = from
    self.to = to
  }

  package func contains(_ day: CivilDate) -> Bool {
    from <= day && isOpen(on: day)
  }

  /// True where it has not ended by that day, even if it has not begun.
  package func isOpen(on day: CivilDate) -> Bool {
    guard let to else { return true }
    return day < to
  }

  /// True where the two have a day in common; adjacent intervals have none.
  package func overlaps(_ other: DayInterval) -> Bool {
    !isEmpty && !other.isEmpty && other.isOpen(on: from) && isOpen(on: other.from)
  }

  package var isEmpty: Bool { !isOpen(on: from) }

  /// From the earlier beginning to the later end.
  package func joined(with other: DayInterval) -> DayInterval {
    let end: CivilDate? = if let a = to, let b = other.to { max(a, b) } else { nil }
    return DayInterval(from: min(from, other.from), to: end)
  }
}

extension DayInterval: CustomStringConvertible {
  package var description: String {
    if let to { "from \(from) until \(to)" } else { "since \(from)" }
  }
}
