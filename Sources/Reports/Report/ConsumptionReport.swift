package import Accounts

/// What consumption is summed by.
package enum ConsumptionGroup: String, Choice {
  package static let valueName = "group"
  case account, customer, meter, location, route, cycle, service, kind, size, month, quarter, year
  case serviceClass = "class"
  case fiscalYear = "fiscal-year"

  /// Whether it parts the days of a period.
  var isOfTime: Bool {
    switch self {
    case .month, .quarter, .year, .fiscalYear: true
    default: false
    }
  }
}

/// How the report on consumption counts and shows its sums.
package struct ConsumptionForm: Sendable {
  package var basis = ConsumptionBasis.read
  /// The unit that quantities are converted to, where they can be.
  package var unit: ConvertedUnit?
  /// Whether each sum has that of a year before next to it; the filter then has a last day.
  package var comparesLastYear = false
  /// The month that the fiscal year starts with.
  package var fiscalStart = 1
  /// The most days that a bill without a period reaches back.
  package var longestBill = 400
  /// The last day whose bills count; nil for all that are not voided.
  package var billedUpTo: CivilDate?
  /// Of an earlier moment of the store totals would be summed from all rows first.
  package var isOfPast = false

  package init() {}
}

extension Report {
  /// Consumption summed by one or more groups, each unit separately: from the totals that the store
  /// keeps, where they have all that is asked, else from the rows.
  package static func consumption(
    by groups: [ConsumptionGroup], _ filter: ConsumptionFilter,
    _ form: ConsumptionForm = ConsumptionForm(), dialect: any Dialect
  ) -> Report {
    let basis = form.basis.needed(by: groups, filter, form)
    let source = ConsumptionSource(groups, filter, form, basis)
    let years = ConsumptionYears(
      isCompared: form.comparesLastYear, basis, day: source.day(dialect),
      isParted: source.isParted)
    let keys = groups.flatMap { source.columns(of: $0, years, form, dialect) }
    let expressions = source.groups(of: keys) + ["c.unit"]
    let quantity = form.shown(years.sum("c.quantity"))
    let days = years.sum("c.days")
    var columns = keys + [Column("quantity", quantity, .quantity)]
    columns.append(
      form.unit.map { Column("unit", $0.name(of: "c.unit"), isUnit: true) }
        ?? Column("unit", of: Consumption.unit, "c"))
    columns += [
      Column("days", days, .integer).measured(in: "days"),
      .averagePerDay(AveragePerDay.sql(quantity, days)),
      Column("reads", years.sum(source.reads), .integer),
      Column(
        "estimated-reads", years.sum("CASE WHEN c.estimated THEN \(source.reads) ELSE 0 END"),
        title: "Estimated", .integer),
    ]
    if basis == .billed {
      columns.append(
        Column(
          "unbilled", form.shown(years.sum(ConsumptionBasis.unbilled)), title: "Not billed",
          .quantity))
    }
    if form.unit != nil { columns.append(Column("recorded-unit", of: Consumption.unit, "c")) }
    if form.comparesLastYear {
      columns += [
        Column("last-year", form.shown(years.lastYear("c.quantity")), .quantity),
        .percent(years.sum("c.quantity"), of: years.lastYear("c.quantity")),
      ]
    }
    let rows = source.from(filter, years, form, dialect)
    return Report(
      "consumption", columns: columns, from: rows.sql + years.source,
      sourceArguments: rows.arguments, where: source.conditions(filter, years),
      groupBy: expressions, having: source.having, orderBy: expressions)
  }
}

extension ConsumptionForm {
  fileprivate func shown(_ sum: String) -> String {
    unit.map { $0.sql(sum, recordedIn: "c.unit") } ?? sum
  }
}
