package import Accounts

/// Filters of a list of accounts by bill delivery.
package struct DeliveryFilter: Sendable {
  package var accounts: [String] = []
  package var method: DeliveryMethod?
  package var email: EmailAddress?
  package var isBounced = false
  package var route: String?
  package var cycle: String?

  package init() {}

  func conditions() -> [Report.Condition] {
    var conditions = [Report.Condition(Report.isOpen)]
    conditions += Report.Condition.among(accounts, "a.account")
    if let method {
      conditions.append(Report.Condition("\(Report.deliveryMethod) = ?", [method.datum]))
    }
    if let email { conditions.append(Report.Condition("p.email = ?", [email.folded.datum])) }
    if isBounced { conditions.append(Report.Condition(Report.isBounced)) }
    if let route { conditions.append(Report.Condition("l.route = ?", [route.datum])) }
    if let cycle { conditions.append(Report.Condition("l.cycle = ?", [cycle.datum])) }
    return conditions
  }
}

extension Report {
  static let deliveryMethod = "coalesce(p.method, \(DeliveryMethod.mail.sql))"
  private static let events = """
    FROM delivery_event e WHERE e.delivery_preference = p.delivery_preference \
    AND e.event_on <= d.day
    """
  private static let isBounce = "kind = \(DeliveryEventKind.bounce.sql)"
  private static let isReversion = "kind = \(DeliveryEventKind.reverted.sql)"
  private static let bounces = "(SELECT count(*) \(events) AND e.\(isBounce))"
  private static let revertedOn = "(SELECT max(e.event_on) \(events) AND e.\(isReversion))"
  /// SQL: e-mails to the address bounced, or did until delivery went back to paper.
  static let isBounced =
    "EXISTS (SELECT 1 \(events) AND (e.\(isBounce) OR e.\(isReversion)))"

  /// Accounts that were opened by a day, with the preference that is valid on it.
  static func deliverySource(_ dialect: any Dialect) -> String {
    """
    account a CROSS JOIN (SELECT \(dialect.dateMark) AS day) d \
    JOIN location l ON l.location = a.location AND a.opened_on <= d.day \
    LEFT JOIN delivery_preference p ON p.account = a.account AND \(preferenceHolds)
    """
  }

  private static let preferenceHolds = DayInterval.sql(contains: "d.day", of: "p")
  fileprivate static let isOpen = "a.closed_on IS NULL OR a.closed_on > d.day"
  /// FROM and WHERE of what the list of bounced accounts shows on today's date. A preference begins on the
  /// account's first day at the earliest.
  static func bouncedDeliveries(on day: CivilDate) -> String {
    """
    bounced_delivery b WHERE \(DayInterval.sql(contains: "'\(day)'", of: "b")) \
    AND b.account NOT IN (SELECT account FROM account WHERE closed_on <= '\(day)')
    """
  }

  /// Open accounts with their bill delivery as of a day.
  package static func deliveries(
    _ filter: DeliveryFilter, asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    Report(
      "delivery list",
      columns: [
        Column("account", of: Account.account, "a"), Column("address", of: Location.address, "l"),
        Column("unit", of: Location.unit, "l"),
        Column("method", deliveryMethod),
        Column("email", of: DeliveryPreference.email, "p", title: "E-mail"),
        Column("since", of: DeliveryPreference.fromOn, "p"),
        Column("until", of: DeliveryPreference.toOn, "p"),
        Column("bounces", bounces, .integer), Column("reverted-on", revertedOn, .date),
        Column("route", of: Location.route, "l"), Column("cycle", of: Location.cycle, "l"),
      ], from: deliverySource(dialect), sourceArguments: [day.datum], where: filter.conditions(),
      orderBy: ["a.account"])
  }

  /// Every preference of an account, latest first; a withdrawn one never took effect.
  static func deliveryHistory(
    of account: AccountNumber, asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    Report(
      "history",
      columns: [
        Column("from", of: DeliveryPreference.fromOn, "p"),
        Column("to", of: DeliveryPreference.toOn, "p"),
        Column("method", of: DeliveryPreference.method, "p"),
        Column("email", of: DeliveryPreference.email, "p", title: "E-mail"),
        Column(
          "state",
          """
          CASE WHEN p.to_on = p.from_on THEN 'withdrawn' WHEN p.from_on > d.day THEN 'pending' \
          WHEN p.to_on <= d.day THEN 'ended' ELSE 'holds' END
          """),
      ], from: "(SELECT \(dialect.dateMark) AS day) d CROSS JOIN delivery_preference p",
      sourceArguments: [day.datum], where: [Condition("p.account = ?", [account.datum])],
      orderBy: ["p.from_on DESC", "p.delivery_preference DESC"])
  }

  /// Bounces and their results, latest first.
  static func deliveryEvents(of account: AccountNumber) -> Report {
    Report(
      "events",
      columns: [
        Column("on", of: DeliveryEvent.on, "e"), Column("kind", of: DeliveryEvent.kind, "e"),
        Column("type", of: DeliveryEvent.type, "e"),
        Column("code", of: DeliveryEvent.code, "e"),
        Column("email", of: DeliveryEvent.email, "e", title: "E-mail"),
      ], from: "delivery_event e", where: [Condition("e.account = ?", [account.datum])],
      orderBy: ["e.event_on DESC", "e.delivery_event DESC"])
  }
}
