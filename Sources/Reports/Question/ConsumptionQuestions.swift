import Accounts

/// Consumption summed by the groups asked.
enum ConsumptionSums: Question {
  static let name = "consumption"
  static let group = QuestionGroup.consumption
  static let about =
    "Consumption by account, customer, meter, location, route, cycle, service and time"
  static let formula = """
    Each unit of measure has its own sum. Separate several groups with commas. kind is the kind of the \
    customer responsible on the last day of the period, customer is that customer, size is the meter \
    size, class is the service class. days adds up the days of all periods; if a service has several \
    meters, each meter counts. \(Report.averagePerDayHelp)

    --basis sets when a period's usage counts. Over a range that covers all periods and bills, the sums \
    are the same.

    - read: on the day of its read.
    - billed: on the day of the bill that includes the read and is due at most bill.max-period-days (a \
    setting) after it. A bill line without a service counts only if no line of the account has one, and \
    without a period only for reads since the previous bill; credits and transferred balances never do. \
    Unbilled usage counts on the day of the read, and the column unbilled shows how much that is.
    - prorated: day by day from the previous read up to the day before the read. With --as-of, usage that \
    was read after that day is left out.

    Sums by route, cycle, service, kind, month, quarter, year and fiscal-year, and by class without route \
    and cycle, come from totals kept in the store, whatever its size. The others come from yearly \
    totals and, for partial years, from the reads; with a month, quarter or fiscal year they come only \
    from the reads.

    --compare last-year adds last-year, the quantity for the same days a year earlier, and percent, \
    the quantity divided by last-year, times 100. \(Rounded.help) Without --to it compares up to \
    today. A fiscal year starts with the month in the setting fiscal-year.start and is named after \
    the year it ends in.

    --unit converts each sum by an exact ratio (a cubic foot is 1728/231 gallons, a therm \
    105,480,400 joules) and rounds it half up to the thousandth. Usage recorded in another unit \
    keeps its own row, with that unit in recorded-unit; a unit that cannot be converted, such as kWh to \
    gallons, keeps its unit.
    """
  static let parameters: [QuestionParameter] =
    [
      QuestionParameter(
        "by", .list(ConsumptionGroup.choices ?? []),
        "groups to sum by (account): " + (ConsumptionGroup.choices ?? []).joined(separator: ", ")),
      ConvertedUnit.parameter,
      QuestionParameter(
        "basis", .choice(ConsumptionBasis.choices ?? []), "when usage counts",
        orElse: ConsumptionBasis.read.rawValue),
      QuestionParameter(
        "compare", .choice(ConsumptionComparison.choices ?? []), "comparison for the sums"),
    ] + ConsumptionFilter.parameters
  static let moment = QuestionMoment.period
  static let examples = [
    "report consumption --by month --from 2026-01-01 --csv",
    "report consumption --by route,month --service WATER -o routes.csv",
    "report consumption --by kind,quarter",
    "report consumption --by month --from 2026-01-01 --compare last-year",
    "report consumption --by fiscal-year --unit CCF",
    "report consumption --by month --from 2026-01-01 --basis prorated",
  ]
  static func report(_ asked: Asked) -> Report {
    var filter = ConsumptionFilter(asked)
    var form = ConsumptionForm()
    form.basis = asked.texts["basis"].flatMap { ConsumptionBasis(rawValue: $0) } ?? .read
    form.unit = asked.convertedUnit
    form.fiscalStart = asked.settings.integer(.fiscalYearStart)
    form.longestBill = asked.settings.integer(.billPeriodDays)
    form.billedUpTo = asked.asOf
    form.isOfPast = asked.isOfPast
    if asked.texts["compare"] != nil {
      form.comparesLastYear = true
      filter.to = filter.to ?? asked.day
    }
    return .consumption(
      by: asked.lists["by"]?.compactMap { ConsumptionGroup(rawValue: $0) } ?? [.account], filter,
      form,
      dialect: asked.dialect)
  }
}

/// Consumption by period, as it was read.
enum ConsumptionHistory: Question {
  static let name = "consumption-history"
  static let group = QuestionGroup.consumption
  static let about = "Consumption history by period"
  static let formula = """
    One row for each period of a meter, from the previous read to its read: to is the day of the read, \
    reading is the register reading. \(Report.averagePerDayHelp) last-year is the consumption of the \
    period that ends nearest to 365 days earlier, within half of the period's length, and \
    last-year-per-day its average per day, from the same meter or else from a meter removed earlier.
    """
  static let parameters = ConsumptionFilter.parameters
  static let moment = QuestionMoment.period
  static let examples = ["report consumption-history --account 2000001 --csv"]
  static func report(_ asked: Asked) -> Report {
    .consumptionHistory(ConsumptionFilter(asked), dialect: asked.dialect)
  }
}

extension ConsumptionFilter {
  fileprivate static let parameters: [QuestionParameter] = [
    QuestionParameter("from", .day, "first day: only usage that counts on or after it"),
    QuestionParameter("to", .day, "last day: only usage that counts on or before it"),
    .service, .serviceClass, .route, .cycle, .account, .meter,
  ]

  /// Periods that ended after the day of `--as-of` are left out.
  fileprivate init(_ asked: Asked) {
    self.init()
    from = asked.days["from"]
    to = [asked.days["to"], asked.asOf].compactMap { $0 }.min()
    readUpTo = asked.asOf
    service = asked.texts["service"]
    serviceClass = asked.texts["class"]
    route = asked.texts["route"]
    cycle = asked.texts["cycle"]
    accounts = asked.texts["account"].map { [$0] } ?? []
    meter = asked.texts["meter"]
  }
}
