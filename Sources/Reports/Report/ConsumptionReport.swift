package import Accounts

/// What consumption is summed by.
package enum ConsumptionGroup: String, Choice {
  package static let valueName = "group"
  case account, customer, meter, location, route, cycle, service, kind, size, month, quarter, year

  /// Whether the totals are kept by it; the others are summed from the rows.
  var isOfTotals: Bool {
    switch self {
    case .route, .cycle, .service, .kind, .month, .quarter, .year: true
    case .account, .customer, .meter, .location, .size: false
    }
  }
}

extension Report {
  /// Consumption summed by one or more groups, each unit by itself: from the totals that the store
  /// keeps, where they have all that is asked, else from the rows.
  package static func consumption(
    by groups: [ConsumptionGroup], _ filter: ConsumptionFilter, dialect: any Dialect
  ) -> Report {
    let source: ConsumptionSource =
      filter.isOfTotals && groups.allSatisfy(\.isOfTotals) ? .totals(groups) : .rows(groups)
    let keys = groups.flatMap { source.columns(of: $0, dialect) }
    let expressions = keys.map(\.sql) + ["c.unit"]
    return Report(
      "consumption",
      columns: keys + [
        Column("quantity", AveragePerDay.quantity, .quantity),
        Column("unit", of: Consumption.unit, "c"),
        Column("days", AveragePerDay.days, .integer), .averagePerDay(AveragePerDay.sql),
        Column("reads", source.reads, .integer),
        Column("estimated-reads", source.estimatedReads, title: "Estimated", .integer),
      ], from: source.from, where: source.conditions(filter), groupBy: expressions,
      orderBy: expressions)
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

  func conditions(_ filter: ConsumptionFilter) -> [Report.Condition] {
    switch self {
    case .totals: filter.conditionsOfTotals()
    case .rows: filter.conditions()
    }
  }

  var reads: String {
    switch self {
    case .totals: "CAST(SUM(c.reads) AS BIGINT)"
    case .rows: "COUNT(*)"
    }
  }

  var estimatedReads: String {
    let each =
      switch self {
      case .totals: "c.reads"
      case .rows: "1"
      }
    return "CAST(SUM(CASE WHEN c.estimated THEN \(each) ELSE 0 END) AS BIGINT)"
  }

  func columns(of group: ConsumptionGroup, _ dialect: any Dialect) -> [Report.Column] {
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
    case (.size, _): [Report.Column("size", of: Meter.size, "m")]
    case (.location, _):
      [
        Report.Column("location", of: Location.location, "l"),
        Report.Column("address", of: Location.address, "l"),
      ]
    case (.month, _): [Report.Column("month", dialect.month("c.to_on"))]
    case (.quarter, _): [Report.Column("quarter", Self.quarter(dialect))]
    case (.year, _): [Report.Column("year", dialect.year("c.to_on"))]
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

  /// `2026-Q1`.
  private static func quarter(_ dialect: any Dialect) -> String {
    let month = "CAST(substr(\(dialect.month("c.to_on")), 6, 2) AS INTEGER)"
    return "\(dialect.year("c.to_on")) || '-Q' || ((\(month) + 2) / 3)"
  }
}
