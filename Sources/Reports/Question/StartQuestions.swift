import Accounts

/// Services that start or stop in a period.
enum StartsAndStops: Question {
  static let name = "starts-and-stops"
  static let group = QuestionGroup.services
  static let about = "Services that started or stopped in the period"
  static let formula =
    "One row for each start and each stop; a transfer counts as one of each."
  static let parameters: [QuestionParameter] = [
    .from, .to, .account, .route, .cycle, .service, .serviceClass,
  ]
  static let examples = ["report starts-and-stops --from -1w"]
  static func report(_ asked: Asked) -> Report {
    .starts(
      name,
      [
        ("start", "s.start_on", "s.start_reason", asked.isInPeriod("s.start_on").sql),
        ("stop", "s.stop_on", "s.stop_reason", asked.isInPeriod("s.stop_on").sql),
      ], asked)
  }
}

/// Pending starts and stops.
enum PendingServices: Question {
  static let name = "pending"
  static let group = QuestionGroup.services
  static let about = "Pending starts and stops"
  static let formula =
    "Starts and stops after the day, by date. Use --at to see them as they were entered at an earlier time."
  static let parameters: [QuestionParameter] = [
    .account, .route, .cycle, .service, .serviceClass,
  ]
  static let examples = ["report pending", "report pending --service WATER --csv"]
  static func report(_ asked: Asked) -> Report {
    let day = asked.sql(asked.day)
    return .starts(
      name,
      [
        ("start", "s.start_on", "s.start_reason", "s.start_on > \(day)"),
        ("stop", "s.stop_on", "s.stop_reason", "s.stop_on > \(day)"),
      ], asked)
  }
}

extension Report {
  /// - Parameter events: what happened, its day, its reason and the condition.
  fileprivate static func starts(
    _ name: String, _ events: [(what: String, day: String, reason: String, test: String)],
    _ asked: Asked
  ) -> Report {
    let places = asked.places
    let tests = places.map { " AND (\($0.sql))" }.joined()
    let arms = events.map { what, day, reason, test in
      """
      SELECT \(day) AS event_on, '\(what)' AS event, s.service AS service, \(reason) AS reason \
      FROM service s JOIN account a ON a.account = s.account \
      JOIN location l ON l.location = a.location WHERE \(asked.isNotCancelled) AND (\(test))\(tests)
      """
    }
    return Report(
      name,
      columns: [
        .init("on", "e.event_on", .date), .init("event", "e.event"),
        .init("account", of: Service.account, "s"), .init("code", of: Service.code, "s"),
        .init("service", of: ServiceType.name, "t"),
        .init("address", of: Location.address, "l"), .init("route", of: Location.route, "l"),
        .init("reason", "e.reason"),
      ],
      from: """
        (\(arms.joined(separator: " UNION ALL "))) e JOIN service s ON s.service = e.service \
        JOIN service_type t ON t.code = s.code JOIN account a ON a.account = s.account \
        JOIN location l ON l.location = a.location
        """, sourceArguments: arms.flatMap { _ in places.flatMap(\.arguments) },
      orderBy: ["e.event_on", "s.account", "s.code", "e.event", "s.service"])
  }
}

extension Asked {
  /// That service `s` was not canceled by the day.
  var isNotCancelled: String { "(s.cancelled_on IS NULL OR s.cancelled_on > \(sql(day)))" }
}
