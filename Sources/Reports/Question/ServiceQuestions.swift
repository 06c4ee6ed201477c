import Accounts

/// Active services.
enum ActiveServices: Question {
  static let name = "active-services"
  static let group = QuestionGroup.services
  static let about = "Number of services by type and status on a day"
  static let formula = """
    Each service counts once, with its status on the day. On an earlier day, a service that stopped later \
    is active, and one that started later is left out; --at shows what was pending then.
    """
  static let parameters: [QuestionParameter] = [.route, .cycle, .service, .serviceClass]
  static let examples = ["report active-services", "report active-services --as-of 12/31"]
  static func report(_ asked: Asked) -> Report {
    let day = asked.sql(asked.day)
    let status = ServiceStatus.sql(asOf: day, foresees: !asked.isEarlierDay, asked.dialect)
    let known = Report.Condition(ServiceStatus.known(asOf: day))
    return Report(
      name,
      columns: [
        .init("code", of: Service.code, "s"), .init("service", of: ServiceType.name, "t"),
        .init("status", status), .init("services", "COUNT(*)", .integer),
        .init("accounts", "COUNT(DISTINCT s.account)", .integer),
      ],
      from: """
        service s JOIN service_type t ON t.code = s.code JOIN account a ON a.account = s.account \
        JOIN location l ON l.location = a.location
        """, where: (asked.isEarlierDay ? [known] : []) + asked.places,
      groupBy: ["s.code", "t.name", status],
      orderBy: ["s.code", status])
  }
}

/// Customers who moved in or out.
enum Moves: Question {
  static let name = "moves"
  static let group = QuestionGroup.services
  static let about = "Customers who moved in or out in the period"
  static let formula = """
    One row for each customer who became or stopped being responsible. A customer who takes another role, or \
    gives one up, has not moved.
    """
  static let parameters: [QuestionParameter] = [.from, .to, .account, .route, .cycle]
  static let examples = ["report moves --from 2026-10-01 --to 2026-10-31"]
  static func report(_ asked: Asked) -> Report {
    let arms = [
      ("in", "h.from_on", "r.from_on < h.from_on AND (r.to_on IS NULL OR r.to_on >= h.from_on)"),
      ("out", "h.to_on", "r.from_on <= h.to_on AND (r.to_on IS NULL OR r.to_on > h.to_on)"),
    ].map { what, day, stays in
      """
      SELECT \(day) AS event_on, '\(what)' AS event, h.account_customer AS row_number \
      FROM account_customer h WHERE \(asked.isInPeriod(day).sql) \
      AND NOT EXISTS (SELECT 1 FROM account_customer r WHERE r.account = h.account AND r.cid = h.cid \
      AND r.account_customer <> h.account_customer AND (\(stays) \
      OR r.account_customer < h.account_customer AND r.\(day.dropFirst(2)) = \(day)))
      """
    }
    return Report(
      name,
      columns: [
        .init("on", "e.event_on", .date), .init("moved", "e.event"),
        .init("account", of: AccountCustomer.account, "h"),
        .init("cid", of: AccountCustomer.cid, "h", title: "CID"),
        .init("customer", of: Customer.name, "p"), .init("role", of: AccountCustomer.role, "h"),
        .init("address", of: Location.address, "l"), .init("route", of: Location.route, "l"),
      ],
      from: """
        (\(arms.joined(separator: " UNION ALL "))) e \
        JOIN account_customer h ON h.account_customer = e.row_number \
        JOIN customer p ON p.cid = h.cid JOIN account a ON a.account = h.account \
        JOIN location l ON l.location = a.location
        """, where: asked.places,
      orderBy: ["e.event_on", "h.account", "e.event DESC", "h.account_customer"])
  }
}

/// Suspended services.
enum Suspensions: Question {
  static let name = "suspensions"
  static let group = QuestionGroup.services
  static let about = "Services suspended in the period, with the reason"
  static let formula = "Suspensions with at least one day between --from and --to."
  static let parameters: [QuestionParameter] = [
    .from, .to, .account, .route, .cycle, .service, .serviceClass,
  ]
  static let examples = ["report suspensions", "report suspensions --from -1y --csv"]
  static func report(_ asked: Asked) -> Report {
    Report(
      name,
      columns: [
        .init("account", of: Service.account, "s"), .init("code", of: Service.code, "s"),
        .init("service", of: ServiceType.name, "t"),
        .init("from", of: Suspension.fromOn, "u"), .init("to", of: Suspension.toOn, "u"),
        .init("reason", of: Suspension.reason, "u"), .init("address", of: Location.address, "l"),
        .init("route", of: Location.route, "l"),
      ],
      from: """
        suspension u JOIN service s ON s.service = u.service \
        JOIN service_type t ON t.code = s.code JOIN account a ON a.account = s.account \
        JOIN location l ON l.location = a.location
        """,
      where: [
        Report.Condition(
          "u.from_on <= \(asked.sql(asked.to)) AND "
            + DayInterval.sql(isOpenOn: asked.sql(asked.from), of: "u")
        )
      ] + asked.places, orderBy: ["u.from_on", "s.account", "u.service"])
  }
}

/// Services that stopped and are not billed yet.
enum FinalBillsDue: Question {
  static let name = "final-bills-due"
  static let group = QuestionGroup.services
  static let about = "Services that stopped and have no final bill yet"
  static let formula = """
    days is the number of days since the stop. A final bill is a bill of the last day of the service or \
    later that is not void, with a line for the service whose period includes that day; a charge without a period counts if the \
    bill's date is the stop date or later.
    """
  static let parameters: [QuestionParameter] = [
    .account, .route, .cycle, .service, .serviceClass,
  ]
  static let examples = ["report final-bills-due"]
  static func report(_ asked: Asked) -> Report {
    let day = asked.sql(asked.day)
    return Report(
      name,
      columns: [
        .init("account", of: Service.account, "s"), .init("code", of: Service.code, "s"),
        .init("service", of: ServiceType.name, "t"),
        .init("stop-date", of: Service.stopOn, "s"),
        .init(
          "days",
          asked.dialect.days("s.stop_on", asked.typed(asked.day)), .integer
        ).measured(in: "days"),
        .init("address", of: Location.address, "l"), .init("route", of: Location.route, "l"),
      ],
      from: """
        service s JOIN service_type t ON t.code = s.code JOIN account a ON a.account = s.account \
        JOIN location l ON l.location = a.location
        """,
      where: [
        Report.Condition(
          "\(asked.isNotCancelled) AND s.stop_on <= \(day) "
            + "AND (s.final_billed_on IS NULL OR s.final_billed_on > \(day)) "
            + "AND NOT \(FinalBill.sql(asOf: day, asked.dialect))")
      ] + asked.places, orderBy: ["s.stop_on", "s.account", "s.service"])
  }
}
