import Accounts

/// The columns that sums of consumption are grouped by.
extension ConsumptionSource {
  func columns(
    of group: ConsumptionGroup, _ years: ConsumptionYears, _ form: ConsumptionForm,
    _ dialect: any Dialect
  ) -> [Report.Column] {
    switch group {
    case .route: [place("route", Location.route)]
    case .cycle: [place("cycle", Location.cycle)]
    case .kind:
      [isOfTotals ? kept("kind", Customer.kind) : Report.Column("kind", of: Customer.kind, "d")]
    case .service:
      [
        Report.Column("code", of: Service.code, isOfTotals ? "c" : "s"),
        Report.Column("service", of: ServiceType.name, "t"),
      ]
    case .account: [Report.Column("account", of: Service.account, "s")]
    case .customer:
      [
        Report.Column("cid", of: Customer.cid, "d", title: "CID"),
        Report.Column("name", of: Customer.name, "d"),
      ]
    case .meter: [Report.Column("meter", of: Consumption.meter, "c")]
    case .serviceClass:
      [
        isOfTotals
          ? kept("class", Service.serviceClass)
          : Report.Column("class", of: Service.serviceClass, "s")
      ]
    case .size: [Report.Column("size", of: Meter.size, "m")]
    case .location:
      [
        Report.Column("location", of: Location.location, "l"),
        Report.Column("address", of: Location.address, "l"),
      ]
    case .month:
      [Report.Column("month", hasMonths && !years.isCompared ? "c.month" : years.month(dialect))]
    case .quarter: [Report.Column("quarter", years.quarter(dialect))]
    case .year:
      [Report.Column("year", hasYears && !years.isCompared ? "c.year" : years.year(dialect))]
    case .fiscalYear:
      [Report.Column("fiscal-year", years.fiscalYear(startingIn: form.fiscalStart, dialect))]
    }
  }

  private var hasYears: Bool {
    switch kind {
    case .years, .parts: true
    default: false
    }
  }

  private var hasMonths: Bool {
    if case .months = kind { true } else { false }
  }

  private var isOfTotals: Bool {
    switch kind {
    case .parts, .rows: false
    default: true
    }
  }

  /// What the columns are grouped by: of what totals keep as it is stored, so that the order of its table
  /// serves.
  func groups(of columns: [Report.Column]) -> [String] {
    let kept = isOfTotals ? ["route", "cycle", "kind", "class"] : []
    return columns.map { kept.contains($0.name) ? "c.\($0.name)" : $0.sql }
  }

  private func place<V>(_ name: String, _ column: Accounts.Column<Location, V>) -> Report.Column {
    isOfTotals ? kept(name, column) : Report.Column(name, of: column, "l")
  }

  /// The totals say nothing where the record does.
  private func kept<E: Entity, V>(_ name: String, _ column: Accounts.Column<E, V>) -> Report.Column
  {
    Report.Column(name, column, sql: "NULLIF(c.\(name), '')")
  }
}
