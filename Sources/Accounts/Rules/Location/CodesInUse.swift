import Engines
import Ledger
import Values

/// Routes and cycles compared with those in use: a spreadsheet makes 1 of 001, which would split a
/// route.
extension Books {
  func checkCodes(of row: Row<Location>, before: Row<Location>? = nil) throws(RuleError) {
    guard !acceptsUnusual else { return }
    if let route = row[Location.route], route != before?[Location.route] {
      try checkCode("route", route.text) { (text) throws(RuleError) in
        try !rows(Location.onRoute, Route(trusted: text)).isEmpty
      }
    }
    if let cycle = row[Location.cycle], cycle != before?[Location.cycle] {
      try checkCode("cycle", cycle.text) { (text) throws(RuleError) in
        try !rows(Location.inCycle, Cycle(trusted: text)).isEmpty
      }
    }
  }

  private func checkCode(
    _ field: String, _ text: String, isInUse: (String) throws(RuleError) -> Bool
  ) throws(RuleError) {
    let others = LeadingZeros.others(of: text)
    guard !others.isEmpty, try !isInUse(text) else { return }
    for other in others where try isInUse(other) {
      throw .rejected(
        .unusual(
          field: field,
          found: "\(text), which differs from the \(field) \(other) only in leading zeros",
          expected: "an existing \(field), or a different one", check: "whether it is \(other)"))
    }
  }
}

extension Location {
  fileprivate static let onRoute = Lookup<Location>([.equal(route)], limit: 1)
  fileprivate static let inCycle = Lookup<Location>([.equal(cycle)], limit: 1)
}
