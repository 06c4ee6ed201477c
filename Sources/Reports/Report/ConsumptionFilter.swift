package import Accounts

/// Filters of a report on consumption. Periods count by the day on which they end.
package struct ConsumptionFilter: Sendable {
  package var accounts: [String] = []
  package var meter: String?
  /// Code or name of the service type.
  package var service: String?
  package var serviceClass: String?
  package var route: String?
  package var cycle: String?
  package var from: CivilDate?
  /// Included.
  package var to: CivilDate?
  /// The last day whose reads count; nil if all do.
  package var readUpTo: CivilDate?

  package init() {}

  var isOfPlaces: Bool { route != nil || cycle != nil }

  /// Whether its days begin and end with calendar years.
  var isOfWholeYears: Bool {
    (from?.isFirstOfYear ?? true) && (to?.adding(days: 1).isFirstOfYear ?? true)
  }

  /// Whether its days begin and end with months.
  var isOfWholeMonths: Bool {
    (from?.isFirstOfMonth ?? true) && (to?.adding(days: 1).isFirstOfMonth ?? true)
  }

  /// Of rows of totals `c`.
  func conditionsOfTotals() -> [Report.Condition] {
    (service.map { [Self.ofService("c.code", $0)] } ?? [])
      + (serviceClass.map { [Report.Condition("c.class = ?", [$0.datum])] } ?? [])
      + (route.map { [Report.Condition("c.route = ?", [$0.datum])] } ?? [])
      + (cycle.map { [Report.Condition("c.cycle = ?", [$0.datum])] } ?? [])
  }

  /// - Parameter day: the day on which a row counts.
  func dayConditions(_ day: String = "c.to_on") -> [Report.Condition] {
    (from.map { [Report.Condition("\(day) >= ?", [$0.datum])] } ?? [])
      + (to.map { [Report.Condition("\(day) <= ?", [$0.datum])] } ?? [])
  }

  /// Of rows with a year, where the days are those of whole years.
  func yearConditions() -> [Report.Condition] { conditions(on: "c.year", first: 4) }

  /// Of rows with a month, where the days are those of whole months.
  func monthConditions() -> [Report.Condition] { conditions(on: "c.month", first: 7) }

  /// - Parameter count: the length of the column: it holds the beginning of a day.
  private func conditions(on column: String, first count: Int) -> [Report.Condition] {
    func cut(_ day: CivilDate) -> Datum { .text(String(day.description.prefix(count))) }
    return (from.map { [Report.Condition("\(column) >= ?", [cut($0)])] } ?? [])
      + (to.map { [Report.Condition("\(column) <= ?", [cut($0)])] } ?? [])
  }

  private static func ofService(_ code: String, _ service: String) -> Report.Condition {
    Report.Condition(
      "\(code) IN (SELECT code FROM service_type WHERE code = ? OR name = ?)",
      [service.datum, service.uppercased().datum])
  }

  /// Of rows of `consumption c` and `service s`.
  func conditions() -> [Report.Condition] { dayConditions() + placeConditions() }

  /// The same, whatever their days.
  func placeConditions() -> [Report.Condition] {
    var conditions = ofFewServices() + meterConditions()
    if let service { conditions.append(Self.ofService("s.code", service)) }
    if let cycle { conditions.append(Self.atLocations("cycle", cycle)) }
    if let serviceClass {
      conditions.append(Report.Condition("s.class = ?", [serviceClass.datum]))
    }
    return conditions
  }

  /// Only rows of `consumption c` that were read by `readUpTo`, for a basis that counts usage on other days than
  /// the day of the read.
  func readConditions() -> [Report.Condition] {
    readUpTo.map { [Report.Condition("c.to_on <= ?", [$0.datum])] } ?? []
  }

  func meterConditions() -> [Report.Condition] {
    meter.map { [Report.Condition("c.meter = ?", [$0.datum])] } ?? []
  }

  /// Conditions on rows of totals by service `c` that leave few services, which are looked up first.
  func narrowConditions() -> [Report.Condition] {
    let few = ofFewServices()
    guard !few.isEmpty else { return meterConditions() }
    let condition = few.conjunction
    return [
      Report.Condition(
        "c.service IN (SELECT s.service FROM service s WHERE \(condition.sql))",
        condition.arguments)
    ] + meterConditions()
  }

  /// Of rows of `service s`.
  private func ofFewServices() -> [Report.Condition] {
    Report.Condition.among(accounts, "s.account")
      + (route.map { [Self.atLocations("route", $0)] } ?? [])
  }

  private static func atLocations(_ column: String, _ value: String) -> Report.Condition {
    Report.Condition(
      "s.account IN (SELECT a.account FROM account a JOIN location l "
        + "ON l.location = a.location WHERE l.\(column) = ?)", [value.datum])
  }
}

extension CivilDate {
  var isFirstOfMonth: Bool { parts.day == 1 }
  fileprivate var isFirstOfYear: Bool { (parts.month, parts.day) == (1, 1) }
}
