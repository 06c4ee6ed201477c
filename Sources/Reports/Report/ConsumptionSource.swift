import Accounts

/// Where sums of consumption come from, under the alias `c`: the smallest table of totals that has
/// all that is asked, else the rows.
struct ConsumptionSource {
  /// What the rows of `c` are.
  enum Kind {
    /// Sums by day, without places.
    case days
    /// Sums by year and place.
    case years
    /// Sums by day and place.
    case daysAndPlaces
    /// Sums by service and year.
    case services
    /// The consumption itself, counted on the days of a basis.
    case rows(ConsumptionBasis)
  }

  let kind: Kind
  private let groups: [ConsumptionGroup]

  init(
    _ groups: [ConsumptionGroup], _ filter: ConsumptionFilter, _ form: ConsumptionForm,
    _ basis: ConsumptionBasis
  ) {
    self.groups = groups
    let asksForRecords =
      groups.contains(where: \.isOfRecords) || filter.account != nil || filter.meter != nil
      || filter.serviceClass != nil
    let asksForPlaces = groups.contains(where: \.isOfPlaces) || filter.route != nil
    let needsDays =
      groups.contains(where: \.needsDays) || !filter.isOfWholeYears || form.comparesLastYear
    guard basis == .read else {
      kind = .rows(basis)
      return
    }
    kind =
      switch (asksForRecords, needsDays, asksForPlaces) {
      case (true, true, _): .rows(.read)
      case (true, false, _): .services
      case (false, _, false): .days
      case (false, true, true): .daysAndPlaces
      case (false, false, true): .years
      }
  }

  func from(
    _ filter: ConsumptionFilter, _ years: ConsumptionYears, _ form: ConsumptionForm,
    _ dialect: any Dialect
  ) -> (sql: String, arguments: [Datum]) {
    switch kind {
    case .days: return ("consumption_by_day c" + typeOf("c"), [])
    case .years: return ("consumption_by_year c" + typeOf("c"), [])
    case .daysAndPlaces: return ("consumption_total c" + typeOf("c"), [])
    case .services:
      let debtor = asks(for: [.customer, .kind]) ? " LEFT JOIN customer d ON d.cid = c.cid" : ""
      return (
        "service s JOIN consumption_by_service c ON c.service = s.service" + records + debtor, []
      )
    case .rows(let basis):
      let (rows, arguments) = basis.rows(
        filter, years, form, byMonth: groups.contains(where: \.isOfTime), dialect)
      let debtor =
        asks(for: [.customer, .kind])
        ? " LEFT JOIN customer d ON d.cid = (\(DebtorSQL.column("cid")))" : ""
      return ("service s JOIN \(rows) c ON c.service = s.service" + records + debtor, arguments)
    }
  }

  private func typeOf(_ source: String) -> String {
    asks(for: [.service]) ? " JOIN service_type t ON t.code = \(source).code" : ""
  }

  /// What belongs to a service and its meters.
  private var records: String {
    (asks(for: [.location, .route, .cycle])
      ? " JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location" : "")
      + typeOf("s") + (asks(for: [.size]) ? " JOIN meter m ON m.meter = c.meter" : "")
  }

  private func asks(for some: [ConsumptionGroup]) -> Bool {
    groups.contains { some.contains($0) }
  }

  func conditions(_ filter: ConsumptionFilter, _ years: ConsumptionYears) -> [Report.Condition] {
    let narrowed = years.withoutDays(filter)
    return years.conditions(filter)
      + {
        switch kind {
        case .days, .daysAndPlaces: narrowed.dayConditions() + narrowed.conditionsOfTotals()
        case .years: narrowed.yearConditions() + narrowed.conditionsOfTotals()
        case .services: narrowed.yearConditions() + narrowed.placeConditions()
        case .rows(.read): narrowed.conditions()
        case .rows: narrowed.dayConditions(years.day)
        }
      }()
  }

  /// The reads that one row stands for.
  var reads: String {
    switch kind {
    case .rows(.read), .rows(.billed): "1"
    default: "c.reads"
    }
  }

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
      [Report.Column("cid", of: Customer.cid, "d"), Report.Column("name", of: Customer.name, "d")]
    case .meter: [Report.Column("meter", of: Consumption.meter, "c")]
    case .serviceClass: [Report.Column("class", of: Service.serviceClass, "s")]
    case .size: [Report.Column("size", of: Meter.size, "m")]
    case .location:
      [
        Report.Column("location", of: Location.location, "l"),
        Report.Column("address", of: Location.address, "l"),
      ]
    case .month: [Report.Column("month", years.month(dialect))]
    case .quarter: [Report.Column("quarter", years.quarter(dialect))]
    case .year: [Report.Column("year", hasYears ? "c.year" : years.year(dialect))]
    case .fiscalYear:
      [Report.Column("fiscal-year", years.fiscalYear(startingIn: form.fiscalStart, dialect))]
    }
  }

  private var hasYears: Bool {
    switch kind {
    case .years, .services: true
    case .days, .daysAndPlaces, .rows: false
    }
  }

  private var isOfTotals: Bool {
    switch kind {
    case .days, .years, .daysAndPlaces: true
    case .services, .rows: false
    }
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

extension ConsumptionGroup {
  /// Whether only services and what belongs to them have it.
  fileprivate var isOfRecords: Bool {
    switch self {
    case .account, .customer, .meter, .location, .size, .serviceClass: true
    case .route, .cycle, .service, .kind, .month, .quarter, .year, .fiscalYear: false
    }
  }

  fileprivate var isOfPlaces: Bool { self == .route || self == .cycle }

  /// Whether the year is not enough to know it.
  fileprivate var needsDays: Bool { isOfTime && self != .year }
}
