import Accounts

/// The meter reader's list of meters.
enum ReadSheet: Question {
  static let name = "read-sheet"
  static let group = QuestionGroup.routes
  static let about = "Meters to read, in route order, with the last reading"
  static let formula = """
    Meters installed on the day, with the last valid read before it; for a meter installed on the day, \
    the reading it was installed with. expected is that reading plus \
    the daily usage of the last period times the days since, in whole register units; the register starts \
    at zero again after its highest value.
    """
  static let parameters: [QuestionParameter] = [.route, .cycle, .service, .serviceClass]
  static let examples = [
    "report read-sheet --route 001", "report read-sheet --csv -o sheet.csv",
  ]
  static func report(_ asked: Asked) -> Report {
    let use = UsageEstimate.sql(
      of: Findings.sinceLastRead("r.read_on", to: asked.day, asked), by: .prior(1),
      dialect: asked.dialect)
    let expected = "(r.reading + \(use) * 1000 / m.multiplier + 500) / 1000 * 1000"
    // Five dials show 00000 to 99999: the remainder after division by 100,000, in thousandths.
    let shown = """
      CASE WHEN m.dials IS NULL THEN \(expected) ELSE \(expected) % \
      CAST('1' || substr('\(String(repeating: "0", count: 18))', 1, CAST(m.dials AS INTEGER)) \
      || '000' AS BIGINT) END
      """
    return Report(
      name,
      columns: [
        .init("route", of: Location.route, "l"),
        .init("sequence", of: Location.sequence, "l").place(),
        .init("address", of: Location.address, "l"), .init("unit", of: Location.unit, "l"),
        .init("account", of: Account.account, "a"), .init("service", of: ServiceType.name, "t"),
        .init("meter", of: MeterInstall.meter, "i"),
        .init("last-read", of: Read.readOn, "r", title: "Last read"),
        .init("reading", of: Read.reading, "r"),
        .init("expected", Read.reading, sql: shown),
        .init("measure", of: Meter.unit, "m", title: "Measured in"),
      ],
      from: Findings.installed + " JOIN service_type t ON t.code = s.code"
        + asked.lastRead(isBefore: true),
      where: [
        asked.isInstalled,
        Report.Condition("a.closed_on IS NULL OR a.closed_on > \(asked.sql(asked.day))"),
      ] + asked.places,
      orderBy: ["l.route", "l.sequence", "l.location", "i.meter"])
  }
}

/// The progress of meter reading, by route.
enum ReadSummary: Question {
  static let name = "read-summary"
  static let group = QuestionGroup.routes
  static let about = "Meters read, estimated and missed in the period, by route"
  static let formula = """
    meters counts those installed at the same place on the first and the last day of the period, \
    regardless of the customer; read counts those read in the period, estimated those with only an \
    estimate, missing the others; read-percent is read as a percent of meters. \(Rounded.help)
    """
  static let parameters: [QuestionParameter] = [
    .from, .to, .route, .cycle, .service, .serviceClass,
  ]
  static let examples = [
    "report read-summary", "report read-summary --from 2026-10-01 --to 2026-10-31",
  ]
  static func report(_ asked: Asked) -> Report {
    let period = asked.isInPeriod("r.read_on").sql
    func has(_ condition: String) -> String {
      "EXISTS (SELECT 1 FROM read r WHERE r.meter = i.meter AND \(condition) AND \(period))"
    }
    let isRead = has(MeterReads.isRead("r"))
    let isKnown = has("r.state = \(ReadState.current.sql)")
    let zero = """
      EXISTS (SELECT 1 FROM consumption r WHERE r.service IN \(MeterAtPlace.services) \
      AND r.meter = i.meter AND r.quantity = 0 AND \(asked.isInPeriod("r.to_on").sql))
      """
    return Report(
      name,
      columns: [
        .init("route", of: Location.route, "l"), .init("meters", "COUNT(*)", .integer),
        .init("read", CountSQL.rows(where: isRead), .integer),
        .init("estimated", CountSQL.rows(where: "\(isKnown) AND NOT \(isRead)"), .integer),
        .init("missing", CountSQL.rows(where: "NOT " + isKnown), .integer),
        .init("zero", CountSQL.rows(where: zero), title: "Without use", .integer),
        .percent(
          CountSQL.rows(where: isRead), of: "COUNT(*)", as: "read-percent", title: "Read, percent"),
      ], from: Findings.installed,
      where: [MeterAtPlace.stayed(asked.sql(asked.from), asked.sql(asked.to))] + asked.places,
      groupBy: ["l.route"], orderBy: ["l.route"])
  }
}
