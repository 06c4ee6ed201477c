import Engines
import Values

/// The totals of consumption, against its rows.
extension Store {
  func checkTotals(_ tell: (Finding) throws -> Void) throws {
    try goOn()
    guard try fingerprint(Self.kept) != fingerprint(Self.periods) else { return }
    try connection.each(Self.wrongTotals, []) { row in
      let words = (0...6).map { String(decoding: row.text($0), as: UTF8.self) }
      try tell(
        Finding(
          rule: .consumptionTotal, severity: .error,
          record: "consumption of " + words[0...5].filter { !$0.isEmpty }.joined(separator: " "),
          what: "the total is \(Quantity(units: row.integer(7))) of \(row.integer(9)) periods, "
            + "the rows give \(Quantity(units: row.integer(8))) of \(row.integer(10))",
          remedy: "run `ubadmin store check --rebuild totals`"))
      return true
    }
  }

  private func fingerprint(_ statement: Statement) throws -> TotalsFingerprint {
    var fingerprint = TotalsFingerprint()
    try connection.each(statement, []) { row in
      fingerprint.add(row)
      return true
    }
    return fingerprint
  }

  private static let kept = Statement(TotalsSQL.kept)
  private static let periods = Statement(TotalsSQL.periods)
  private static let wrongTotals = Statement(TotalsSQL.differences)
}
