package import Accounts

/// What consumption is summed by.
package enum ConsumptionGroup: String, Choice {
  package static let valueName = "group"
  case account, customer, meter, location, route, cycle, service, kind, size, month, quarter, year
  case serviceClass = "class"
  case fiscalYear = "fiscal-year"

  /// Whether the totals are kept by it; the others are summed from the rows.
  var isOfTotals: Bool {
    switch self {
    case .route, .cycle, .service, .kind, .month, .quarter, .year, .fiscalYear: true
    case .account, .customer, .meter, .location, .size, .serviceClass: false
    }
  }
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
    let source: ConsumptionSource =
      filter.isOfTotals && groups.allSatisfy(\.isOfTotals) ? .totals(groups) : .rows(groups)
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

/// Where sums of consumption come from, under the alias `c`.
private enum ConsumptionSource {
  case totals([ConsumptionGroup])
  case rows([ConsumptionGroup])

  var from: String {
    switch self {
    case .totals(let groups):
      return "consumption_total c"
        + (groups.contains(.service) ? " JOIN service_type t ON t.code = c.code" : "")
    case .rows(let groups):
      var source = "consumption c JOIN service s ON s.service = c.service"
      if groups.contains(where: { [.location, .route, .cycle].contains($0) }) {
        source +=
          " JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location"
      }
      if groups.contains(.service) { source += " JOIN service_type t ON t.code = s.code" }
      if groups.contains(.size) { source += " JOIN meter m ON m.meter = c.meter" }
      if groups.contains(where: { [.customer, .kind].contains($0) }) {
        source += " LEFT JOIN customer d ON d.cid = (\(DebtorSQL.column("cid")))"
      }
      return source
    }
  }

  func conditions(_ filter: ConsumptionFilter, _ years: ConsumptionYears) -> [Report.Condition] {
    let narrowed = years.withoutDays(filter)
    return years.conditions(filter)
      + {
        switch self {
        case .totals: narrowed.conditionsOfTotals()
        case .rows: narrowed.conditions()
        }
      }()
  }

  /// The reads that one row stands for.
  var reads: String {
    switch self {
    case .totals: "c.reads"
    case .rows: "1"
    }
  }

  func columns(
    of group: ConsumptionGroup, _ years: ConsumptionYears, _ form: ConsumptionForm,
    _ dialect: any Dialect
  ) -> [Report.Column] {
    switch (group, self) {
    case (.route, .totals): [kept("route", Location.route)]
    case (.cycle, .totals): [kept("cycle", Location.cycle)]
    case (.kind, .totals): [kept("kind", Customer.kind)]
    case (.service, .totals): service("c")
    case (.route, .rows): [Report.Column("route", of: Location.route, "l")]
    case (.cycle, .rows): [Report.Column("cycle", of: Location.cycle, "l")]
    case (.kind, .rows): [Report.Column("kind", of: Customer.kind, "d")]
    case (.service, .rows): service("s")
    case (.account, _): [Report.Column("account", of: Service.account, "s")]
    case (.customer, _):
      [Report.Column("cid", of: Customer.cid, "d"), Report.Column("name", of: Customer.name, "d")]
    case (.meter, _): [Report.Column("meter", of: Consumption.meter, "c")]
    case (.serviceClass, _): [Report.Column("class", of: Service.serviceClass, "s")]
    case (.size, _): [Report.Column("size", of: Meter.size, "m")]
    case (.location, _):
      [
        Report.Column("location", of: Location.location, "l"),
        Report.Column("address", of: Location.address, "l"),
      ]
    case (.month, _): [Report.Column("month", years.month(dialect))]
    case (.quarter, _): [Report.Column("quarter", years.quarter(dialect))]
    case (.year, _): [Report.Column("year", years.year(dialect))]
    case (.fiscalYear, _):
      [Report.Column("fiscal-year", years.fiscalYear(startingIn: form.fiscalStart, dialect))]
    }
  }

  private func service(_ source: String) -> [Report.Column] {
    [
      Report.Column("code", of: Service.code, source),
      Report.Column("service", of: ServiceType.name, "t"),
    ]
  }

  /// The totals say nothing where the record does.
  private func kept<E: Entity, V>(_ name: String, _ column: Accounts.Column<E, V>) -> Report.Column
  {
    Report.Column(name, column, sql: "NULLIF(c.\(name), '')")
  }
}
