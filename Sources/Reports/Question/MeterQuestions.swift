import Accounts

/// Every meter, and where it is installed.
enum MetersByRoute: Question {
  static let name = "meter-list"
  static let group = QuestionGroup.routes
  static let about = "Meters by route and sequence, with size, address and last read"
  static let formula = """
    Meters installed on the day, including those of closed accounts, with the last valid read up to \
    that day. installed-on is the day the meter was installed at its place, regardless of the \
    customer.
    """
  static let parameters: [QuestionParameter] = [
    .account, .route, .cycle, .service, .serviceClass,
  ]
  static let examples = [
    "report meter-list --route 001", "report meter-list --as-of 2026-06-30 --csv",
  ]
  static func report(_ asked: Asked) -> Report {
    Report(
      name,
      columns: [
        .init("route", of: Location.route, "l"),
        .init("sequence", of: Location.sequence, "l").place(),
        .init("code", of: Service.code, "s"), .init("service", of: ServiceType.name, "t"),
        .init("size", of: Meter.size, "m"), .init("meter", of: Meter.meter, "m"),
        .init("mxu", of: Meter.mxu, "m", title: "MXU"),
        .init("account", of: Account.account, "a"), .init("address", of: Location.address, "l"),
        .init("unit", of: Location.unit, "l"),
        .init("installed-on", MeterInstall.fromOn, sql: MeterAtPlace.since, title: "Installed"),
        .init("last-read", of: Read.readOn, "r", title: "Last read"),
        .init("reading", of: Read.reading, "r"),
        .init("measure", of: Meter.unit, "m", title: "Measured in"),
      ], from: Findings.installed + " JOIN service_type t ON t.code = s.code" + asked.lastRead(),
      where: [asked.isInstalled] + asked.places,
      orderBy: ["l.route", "l.sequence", "l.location", "i.meter", "i.meter_install"])
  }
}

extension Asked {
  /// Installation `i` is current on the day.
  var isInstalled: Report.Condition {
    Report.Condition(DayInterval.sql(contains: sql(day), of: "i"))
  }

  /// Joins the last valid reading up to the day of the meter in installation `i`, as `r`: the later one if a day has
  /// two, such as a final and an initial one.
  /// - Parameter isBefore: whether the day's own reading is skipped, unless the meter was installed with it.
  func lastRead(isBefore: Bool = false) -> String {
    let eve = typed(day.adding(days: -1))
    let last =
      isBefore ? "CASE WHEN i.from_on = \(sql(day)) THEN i.from_on ELSE \(eve) END" : sql(day)
    func reading(_ of: String) -> String {
      "\(of).meter = i.meter AND \(of).state = \(ReadState.current.sql) "
        + "AND \(of).reading IS NOT NULL"
    }
    return """
       LEFT JOIN read r ON \(reading("r")) AND r.read_on = (SELECT MAX(d.read_on) FROM read d \
      WHERE \(reading("d")) AND d.read_on <= \(last)) AND r.number = (SELECT MAX(n.number) \
      FROM read n WHERE \(reading("n")) AND n.read_on = r.read_on)
      """
  }
}
