import Engines
import Values

extension Store {
  /// The totals of consumption, each table against the one that it follows from.
  /// - Parameters:
  ///   - scope: of the accounts whose rows were added up.
  ///   - summed: what was found of them.
  func checkTotals(
    _ scope: CheckScope, _ summed: TotalsCheck, _ tell: (Finding) throws -> Void
  ) throws {
    let kept = try KeptTotals(connection)
    let daysAgree =
      scope == .all
      ? kept.byDayAndPlace == summed.byDayAndPlace
      : try kept.days == KeptTotals.daysOfRows(connection)
    // Where a table is wrong, so is what was compared with it: the rows tell which it is.
    let agree: [(table: Table, Bool)] = [
      (ConsumptionByService.table, summed.servicesAgree && kept.byYear == kept.yearOfServices),
      (ConsumptionTotal.table, daysAgree && kept.byYear == kept.yearOfPlaces),
      (ConsumptionByDay.table, kept.byDay == kept.dayOfPlaces),
      (ConsumptionByMonth.table, kept.byMonth == kept.monthOfPlaces),
      (
        ConsumptionByClass.table,
        kept.dayOfClasses == kept.dayOfPlaces && kept.classesOfYear == kept.classesOfServices
          && (scope != .all || kept.byClass == summed.byClass)
      ),
      (
        ConsumptionByYear.table,
        kept.byYear == kept.yearOfPlaces && kept.byYear == kept.yearOfServices
      ),
    ]
    for (table, agrees) in agree where !agrees { try tellDifferences(table, tell) }
  }

  private func tellDifferences(_ table: Table, _ tell: (Finding) throws -> Void) throws {
    let count = table.keyCount
    try connection.each(once: TotalsSQL.differences(of: table), []) { row in
      // Whether it was estimated comes last, and says little.
      let words = (0..<count - 1).map { row.datum($0).description }
      try tell(
        Finding(
          rule: .consumptionTotal, severity: .error,
          record: "consumption of " + words.filter { !$0.isEmpty }.joined(separator: " "),
          what: "the total is \(Quantity(units: row.integer(count))) of "
            + "\(row.integer(count + 2)) periods, the rows give "
            + "\(Quantity(units: row.integer(count + 1))) of \(row.integer(count + 3))",
          remedy: "run \(run: "ubadmin store check", options: ["rebuild": "totals"])"))
      return true
    }
  }
}
