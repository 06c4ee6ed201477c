import Accounts

/// Where sums of consumption come from, under the alias `c`.
enum ConsumptionSource {
  case totals([ConsumptionGroup])
  case rows([ConsumptionGroup], ConsumptionBasis)

  func from(
    _ filter: ConsumptionFilter, _ years: ConsumptionYears, _ form: ConsumptionForm,
    _ dialect: any Dialect
  ) -> (sql: String, arguments: [Datum]) {
    switch self {
    case .totals(let groups):
      return (
        "consumption_total c"
          + (groups.contains(.service) ? " JOIN service_type t ON t.code = c.code" : ""), []
      )
    case .rows(let groups, let basis):
      let (rows, arguments) = basis.rows(
        filter, years, form, byMonth: groups.contains(where: \.isOfTime), dialect)
      var source = "\(rows) c JOIN service s ON s.service = c.service"
      if groups.contains(where: { [.location, .route, .cycle].contains($0) }) {
        source +=
          " JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location"
      }
      if groups.contains(.service) { source += " JOIN service_type t ON t.code = s.code" }
      if groups.contains(.size) { source += " JOIN meter m ON m.meter = c.meter" }
      if groups.contains(where: { [.customer, .kind].contains($0) }) {
        source += " LEFT JOIN customer d ON d.cid = (\(DebtorSQL.column("cid")))"
      }
      return (source, arguments)
    }
  }

  func conditions(_ filter: ConsumptionFilter, _ years: ConsumptionYears) -> [Report.Condition] {
    let narrowed = years.withoutDays(filter)
    return years.conditions(filter)
      + {
        switch self {
        case .totals: narrowed.conditionsOfTotals()
        case .rows(_, .read): narrowed.conditions()
        case .rows: narrowed.dayConditions(years.day)
        }
      }()
  }

  /// The reads that one row stands for.
  var reads: String {
    switch self {
    case .totals, .rows(_, .prorated): "c.reads"
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
