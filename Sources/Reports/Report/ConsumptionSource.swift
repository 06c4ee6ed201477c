import Accounts

/// The source of sums of consumption, under the alias `c`: the smallest table of totals that has everything asked,
/// else the rows.
struct ConsumptionSource {
  /// The kind of rows in `c`.
  enum Kind {
    /// Sums by day, without places.
    case days
    /// Sums by day and class of the service, without places.
    case classes
    /// Sums by year and place.
    case years
    /// Sums by month and place.
    case months
    /// Sums by day and place.
    case daysAndPlaces
    /// Sums by service and year, and rows of days at the ends.
    case parts
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
      groups.contains(where: \.isOfRecords) || !filter.accounts.isEmpty || filter.meter != nil
    let asksForClass = groups.contains(.serviceClass) || filter.serviceClass != nil
    let asksForPlaces = groups.contains(where: \.isOfPlaces) || filter.isOfPlaces
    let isByDays = groups.contains(where: \.needsDays)
    let needsDays = isByDays || !filter.isOfWholeYears || form.comparesLastYear
    guard basis == .read else {
      kind = .rows(basis)
      return
    }
    kind =
      if asksForRecords || (asksForClass && asksForPlaces) {
        isByDays || form.isOfPast ? .rows(.read) : .parts
      } else if asksForClass {
        .classes
      } else if !asksForPlaces {
        .days
      } else if !needsDays {
        .years
      } else {
        filter.isOfWholeMonths ? .months : .daysAndPlaces
      }
  }

  /// SQL for the day on which a row counts, if the rows have no day of their own.
  func day(_ dialect: any Dialect) -> String? {
    switch kind {
    case .months: "CAST(c.month || '-01' AS \(dialect.dateType))"
    case .parts: "CAST(c.year || '-01-01' AS \(dialect.dateType))"
    default: nil
    }
  }

  /// Whether the rows are already narrowed to the days asked, and each belongs to one of the years compared.
  var isParted: Bool {
    switch kind {
    case .parts, .rows(.prorated): true
    default: false
    }
  }

  /// The condition for groups: one whose reads were all taken away is left out.
  var having: String? {
    if case .parts = kind { "SUM(c.reads) <> 0" } else { nil }
  }

  func from(
    _ filter: ConsumptionFilter, _ years: ConsumptionYears, _ form: ConsumptionForm,
    _ dialect: any Dialect
  ) -> (sql: String, arguments: [Datum]) {
    switch kind {
    case .days: return ("consumption_by_day c" + typeOf("c"), [])
    case .classes: return ("consumption_by_class c" + typeOf("c"), [])
    case .months: return ("consumption_by_month c" + typeOf("c"), [])
    case .years: return ("consumption_by_year c" + typeOf("c"), [])
    case .daysAndPlaces: return ("consumption_total c" + typeOf("c"), [])
    case .parts:
      let namesDebtor = asks(for: [.customer, .kind])
      let parts = ConsumptionParts(windows: years.windows(filter), namesDebtor: namesDebtor)
      let (sql, arguments) = parts.sql(filter)
      // In this order, SQLite does not need to store the parts.
      return (
        "\(sql) c CROSS JOIN service s" + records
          + (namesDebtor ? " LEFT JOIN customer d ON d.cid = c.cid" : ""), arguments
      )
    case .rows(let basis):
      let (rows, arguments) = basis.rows(
        filter, years, form, byMonth: groups.contains(where: \.isOfTime), dialect)
      let debtor =
        asks(for: [.customer, .kind])
        ? " LEFT JOIN customer d ON d.cid = (\(DebtorSQL.cid))" : ""
      // Without the join where the rows have everything, a server needs a quarter less time.
      let needsServices =
        basis == .read || groups.contains { !$0.isOfTime && $0 != .meter && $0 != .size }
      return (
        (needsServices ? "service s JOIN \(rows) c ON c.service = s.service" : "\(rows) c")
          + records + debtor, arguments
      )
    }
  }

  private func typeOf(_ source: String) -> String {
    asks(for: [.service]) ? " JOIN service_type t ON t.code = \(source).code" : ""
  }

  /// JOINs for the records of a service and its meters.
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
        case .days, .classes, .daysAndPlaces:
          narrowed.dayConditions() + narrowed.conditionsOfTotals()
        case .months: narrowed.monthConditions() + narrowed.conditionsOfTotals()
        case .years: narrowed.yearConditions() + narrowed.conditionsOfTotals()
        case .parts: [Report.Condition("s.service = c.service")] + narrowed.placeConditions()
        case .rows(.read): narrowed.conditions()
        case .rows: narrowed.dayConditions(years.day)
        }
      }()
  }

  /// SQL for the number of reads in a row.
  var reads: String {
    switch kind {
    case .rows(.read), .rows(.billed): "1"
    default: "c.reads"
    }
  }
}

extension ConsumptionGroup {
  /// Whether only services and their records have it, not totals.
  fileprivate var isOfRecords: Bool {
    switch self {
    case .account, .customer, .meter, .location, .size: true
    default: false
    }
  }

  fileprivate var isOfPlaces: Bool { self == .route || self == .cycle }

  /// Whether it needs more than the year.
  fileprivate var needsDays: Bool { isOfTime && self != .year }
}
