package import Accounts

/// What consumption is summed by.
package enum ConsumptionGroup: String, Choice {
  package static let valueName = "group"
  case account, customer, meter, location, route, cycle, service, kind, size, month, quarter, year
  case serviceClass = "class"
  case fiscalYear = "fiscal-year"
}

/// How the report on consumption shows its sums.
package struct ConsumptionForm: Sendable {
  /// The unit that quantities are converted to, where they can be.
  package var unit: ConvertedUnit?
  /// Whether each sum has that of a year before beside it; the filter then has a last day.
  package var comparesLastYear = false
  /// The month that the fiscal year starts with.
  package var fiscalStart = 1

  package init() {}
}

extension Report {
  /// Consumption summed by one or more groups, each unit by itself: from the totals that the store
  /// keeps, where they have all that is asked, else from the rows.
  package static func consumption(
    by groups: [ConsumptionGroup], _ filter: ConsumptionFilter,
    _ form: ConsumptionForm = ConsumptionForm(), dialect: any Dialect
  ) -> Report {
    let source = ConsumptionSource(groups, filter, form)
    let years = ConsumptionYears(isCompared: form.comparesLastYear)
    let keys = groups.flatMap { source.columns(of: $0, years, form, dialect) }
    let expressions = keys.map(\.sql) + ["c.unit"]
    let quantity = form.shown(years.sum("c.quantity"))
    let days = years.sum("c.days")
    var columns = keys + [Column("quantity", quantity, .quantity)]
    columns.append(
      form.unit.map { Column("unit", $0.name(of: "c.unit")) }
        ?? Column("unit", of: Consumption.unit, "c"))
    columns += [
      Column("days", days, .integer), .averagePerDay(AveragePerDay.sql(quantity, days)),
      Column("reads", years.sum(source.reads), .integer),
      Column(
        "estimated-reads", years.sum("CASE WHEN c.estimated THEN \(source.reads) ELSE 0 END"),
        title: "Estimated", .integer),
    ]
    if form.unit != nil { columns.append(Column("recorded-unit", of: Consumption.unit, "c")) }
    if form.comparesLastYear {
      columns += [
        Column("last-year", form.shown(years.lastYear("c.quantity")), .quantity),
        Column(
          "percent",
          ConsumptionYears.percent(years.sum("c.quantity"), years.lastYear("c.quantity")),
          .integer),
      ]
    }
    return Report(
      "consumption", columns: columns, from: source.from + years.source,
      where: source.conditions(filter, years), groupBy: expressions, orderBy: expressions)
  }
}

extension ConsumptionForm {
  fileprivate func shown(_ sum: String) -> String {
    unit.map { $0.sql(sum, recordedIn: "c.unit") } ?? sum
  }
}
