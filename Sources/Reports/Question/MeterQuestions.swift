import Accounts

/// Every meter, where it hangs.
package enum MetersByRoute: Question {
  package static let name = "meter-list"
  package static let group = QuestionGroup.routes
  package static let about = "Meters by route and sequence, with size, address and last read"
  package static let formula = """
    The meters installed on the day, closed accounts included, with the last valid read up to it. \
    installed-on is the day on which the meter came to its place, whoever was the customer.
    """
  package static let parameters: [QuestionParameter] = [
    .account, .route, .cycle, .service, .serviceClass,
  ]
  package static let examples = [
    "report meter-list --route 001", "report meter-list --as-of 2026-06-30 --csv",
  ]
  package static func report(_ asked: Asked) -> Report {
    Report(
      name,
      columns: [
        .init("route", of: Location.route, "l"), .init("sequence", of: Location.sequence, "l"),
        .init("code", of: Service.code, "s"), .init("service", of: ServiceType.name, "t"),
        .init("size", of: Meter.size, "m"), .init("meter", of: Meter.meter, "m"),
        .init("mxu", of: Meter.mxu, "m", title: "MXU"),
        .init("account", of: Account.account, "a"), .init("address", of: Location.address, "l"),
        .init("unit", of: Location.unit, "l"),
        .init("installed-on", MeterInstall.fromOn, sql: MeterAtPlace.since, title: "Installed"),
        .init("last-read", of: Read.readOn, "r", title: "Last read"),
        .init("reading", of: Read.reading, "r"),
        .init("measure", of: Meter.unit, "m", title: "Measured in"),
      ], from: Findings.installed + " JOIN service_type t ON t.code = s.code" + asked.lastRead,
      where: [asked.isInstalled] + asked.places,
      orderBy: ["l.route", "l.sequence", "l.location", "i.meter", "i.meter_install"])
  }
}

/// How meters hold up.
package enum MeterEvaluation: Question {
  package static let name = "meter-evaluation"
  package static let group = QuestionGroup.routes
  package static let about = "Use of each meter in the last year and the year before, with its age"
  package static let formula = """
    percent is the use of the twelve months to the day, divided by that of the twelve months before, \
    times 100. An old meter that slows down shows less each year. installed-on is the day on which the \
    meter came to its place; its use there counts, whoever was the customer. \(Rounded.help)
    """
  package static let parameters: [QuestionParameter] = [.route, .cycle, .service, .serviceClass]
  package static let examples = ["report meter-evaluation --sort percent --limit 50"]
  package static func report(_ asked: Asked) -> Report {
    func use(from first: CivilDate, to last: CivilDate) -> String {
      """
      (SELECT CAST(SUM(c.quantity) AS BIGINT) FROM consumption c \
      WHERE c.service IN \(MeterAtPlace.services) AND c.meter = i.meter AND c.to_on > \(asked.sql(first)) AND c.to_on <= \(asked.sql(last)))
      """
    }
    let year = asked.day.adding(months: -12)
    let now = use(from: year, to: asked.day)
    let then = use(from: year.adding(months: -12), to: year)
    return Report(
      name,
      columns: [
        .init("meter", of: Meter.meter, "m"), .init("account", of: Account.account, "a"),
        .init("route", of: Location.route, "l"), .init("size", of: Meter.size, "m"),
        .init(
          "installed-on", MeterInstall.fromOn, sql: MeterAtPlace.since, title: "Installed"),
        .init(
          "days", asked.dialect.days(MeterAtPlace.since, asked.typed(asked.day)),
          title: "Days in service", .integer
        ).measured(in: "days"),
        .init("last-12-months", now, title: "Last 12 months", .quantity),
        .init("year-before", then, title: "12 months before", .quantity),
        .init("unit", of: Meter.unit, "m"),
        .percent(now, of: then),
      ], from: Findings.installed,
      where: [asked.isInstalled] + asked.places, orderBy: ["m.meter", "i.meter_install"])
  }
}

extension Asked {
  /// That installation `i` holds on the day.
  var isInstalled: Report.Condition {
    Report.Condition("i.from_on <= \(sql(day)) AND (i.to_on IS NULL OR i.to_on > \(sql(day)))")
  }

  /// Joins the last valid reading up to the day of the meter in installation `i`, as `r`: of two on one
  /// day, as a final and an initial one, the later.
  var lastRead: String {
    func reading(_ of: String) -> String {
      "\(of).meter = i.meter AND \(of).state = 'current' AND \(of).reading IS NOT NULL"
    }
    return """
       LEFT JOIN read r ON \(reading("r")) AND r.read_on = (SELECT MAX(d.read_on) FROM read d \
      WHERE \(reading("d")) AND d.read_on <= \(sql(day))) AND r.number = (SELECT MAX(n.number) \
      FROM read n WHERE \(reading("n")) AND n.read_on = r.read_on)
      """
  }
}
