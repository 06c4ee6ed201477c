import Values

/// The period of a bill's line, as far as it is known.
struct BillPeriod {
  let from: CivilDate?
  let to: CivilDate?

  /// What is odd about it, and in which field; nil if nothing is.
  func oddity(
    billedOn: CivilDate, openedOn: CivilDate, atMost days: Int
  ) -> (field: String, phrase: String)? {
    if let last = to ?? from, last < openedOn {
      return (
        to == nil ? "from" : "to", "\(last), before the account was opened on \(openedOn)"
      )
    }
    if let from, let to, to - from >= days {
      return ("to", "\(to), the end of a period of \(to - from + 1) days")
    }
    for (field, day) in [("from", from), ("to", to)] {
      guard let day, abs(day - billedOn) > 2 * days else { continue }
      let side = day < billedOn ? "before" : "after"
      return (field, "\(day), \(abs(day - billedOn)) days \(side) the bill date \(billedOn)")
    }
    return nil
  }
}
