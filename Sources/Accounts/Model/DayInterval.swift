/// Days from one until (not including) another, or without an end.
struct DayInterval: Equatable {
  let from: CivilDate
  let to: CivilDate?

  func contains(_ day: CivilDate) -> Bool {
    from <= day && isOpen(on: day)
  }

  /// True where it has not ended by that day, even if it has not begun.
  func isOpen(on day: CivilDate) -> Bool {
    guard let to else { return true }
    return day < to
  }

  /// True where the two have a day in common; adjacent intervals have none.
  func overlaps(_ other: DayInterval) -> Bool {
    !isEmpty && !other.isEmpty && other.isOpen(on: from) && isOpen(on: other.from)
  }

  var isEmpty: Bool { !isOpen(on: from) }

  /// From the earlier beginning to the later end.
  func joined(with other: DayInterval) -> DayInterval {
    let end: CivilDate? = if let a = to, let b = other.to { max(a, b) } else { nil }
    return DayInterval(from: min(from, other.from), to: end)
  }
}

extension DayInterval: CustomStringConvertible {
  var description: String {
    if let to { "from \(from) until \(to)" } else { "since \(from)" }
  }
}
