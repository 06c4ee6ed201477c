import Accounts

/// The accounts that use the most.
enum TopUsers: Question {
  static let name = "top-users"
  static let group = QuestionGroup.routes
  static let about = "Accounts by usage in the period, largest first"
  static let formula = """
    Usage of the periods that end between --from and --to, by account and service. Volumes in \
    different units are ordered by their value in a common unit, and so are energies. --unit also \
    shows them in one unit, as `report consumption` does. \(DistinctDays.help) \
    \(Report.averagePerDayHelp)
    """
  static let parameters: [QuestionParameter] = [
    .from, .to, .route, .cycle, .service, .serviceClass, ConvertedUnit.parameter,
  ]
  static let examples = [
    "report top-users --service WATER --from -1y --limit 20", "report top-users --unit gal",
  ]
  static func report(_ asked: Asked) -> Report {
    let unit = asked.convertedUnit
    let quantity =
      unit.map { $0.sql(AveragePerDay.quantity, recordedIn: "c.unit") } ?? AveragePerDay.quantity
    let rows = DistinctDays(
      ["account": "a.account", "address": "l.address", "code": "s.code", "unit": "c.unit"],
      dialect: asked.dialect
    ).rows(from: Findings.consumption, where: [asked.isInPeriod("c.to_on")] + asked.places)
    return Report(
      name,
      columns: [
        .init("account", of: Account.account, "c"), .init("address", of: Location.address, "c"),
        .init("code", of: Service.code, "c"),
        .init("quantity", quantity, .quantity),
        unit.map { .init("unit", $0.name(of: "c.unit"), isUnit: true) }
          ?? .init("unit", of: Consumption.unit, "c"),
        .init("days", AveragePerDay.days, .integer).measured(in: "days"),
        .averagePerDay(AveragePerDay.sql(quantity, AveragePerDay.days)),
      ] + (unit == nil ? [] : [.init("recorded-unit", of: Consumption.unit, "c")]),
      from: rows.sql, sourceArguments: rows.arguments,
      groupBy: ["c.account", "c.address", "c.code", "c.unit"],
      orderBy: [
        ConvertedUnit.dimension(of: "c.unit"),
        "\(ConvertedUnit.comparable(AveragePerDay.quantity, recordedIn: "c.unit")) DESC",
        "c.account", "c.code", "c.unit",
      ])
  }
}
