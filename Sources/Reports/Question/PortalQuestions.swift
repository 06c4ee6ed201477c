import Accounts

/// Accounts with and without a portal user.
enum LinksCoverage: Question {
  static let name = "links-coverage"
  static let group = QuestionGroup.portal
  static let about = "Open accounts with and without a portal user, by route"
  static let formula = """
    An account counts as linked if a user who is not deprovisioned has a link to it that was not removed, and the \
    customer of the link is responsible for the account on the day. \
    \(Rounded.help)
    """
  static let parameters: [QuestionParameter] = [.route, .cycle]
  static let examples = ["report links-coverage"]
  static func report(_ asked: Asked) -> Report {
    let day = asked.sql(asked.day)
    let isSeen = """
      EXISTS (SELECT 1 FROM link k JOIN portal_user u \
      ON u.portal_user = k.portal_user WHERE k.account = a.account AND k.linked_on <= \(day) \
      AND (k.removed_on IS NULL OR k.removed_on > \(day)) \
      AND EXISTS (SELECT 1 FROM account_customer h WHERE h.account = k.account AND h.cid = k.cid \
      AND \(DayInterval.sql(contains: day, of: "h"))) \
      AND (u.status <> \(UserStatus.deprovisioned.sql) OR u.status_since >= '\(asked.end)'))
      """
    let seen = CountSQL.rows(where: isSeen)
    return Report(
      name,
      columns: [
        .init("route", of: Location.route, "l"), .init("accounts", "COUNT(*)", .integer),
        .init("seen", seen, title: "With a user", .integer),
        .init("unseen", "COUNT(*) - \(seen)", title: "Without a user", .integer),
        .percent(seen, of: "COUNT(*)", title: "With a user, percent"),
      ], from: "account a JOIN location l ON l.location = a.location",
      where: [
        Report.Condition("a.opened_on <= \(day) AND (a.closed_on IS NULL OR a.closed_on > \(day))")
      ] + asked.places, groupBy: ["l.route"], orderBy: ["l.route"])
  }
}

/// Users who are locked out.
enum LockedUsers: Question {
  static let name = "locked-users"
  static let group = QuestionGroup.portal
  static let about = "Portal users who are locked out or suspended, longest first"
  static let formula = """
    links counts the user's linked accounts. until is when the policy lets the user in again; it is empty \
    if only staff can unlock the user. Users whose lockout has expired \
    (lockout.auto-unlock-minutes) are left out: the next correct password lets them in.
    """
  static let parameters: [QuestionParameter] = []
  static let moment = QuestionMoment.now
  static let examples = ["report locked-users"]
  static func report(_ asked: Asked) -> Report {
    Report(
      name,
      columns: [
        .init(naming: "email", of: User.email, "u", title: "E-mail"),
        .init("status", of: User.status, "u"),
        .init("since", of: User.statusSince, "u"), .init("locked-by", of: User.lockedBy, "u"),
        .init("until", UserLock.end("u.", asked.settings, asked.dialect), .timestamp),
        .init("attempts", of: User.failedAttempts, "u"),
        .init(
          "links",
          "(SELECT COUNT(*) FROM link k WHERE k.portal_user = u.portal_user AND k.removed_on IS NULL)",
          .integer),
      ], from: "portal_user u",
      where: [
        Report.Condition("u.status IN \([UserStatus.lockedOut, .suspended].sql)"),
        Report.Condition("NOT " + UserLock.isOver("u.", asked.settings, at: asked.now)),
      ],
      orderBy: ["u.status_since", "u.portal_user"])
  }
}

/// Attempts to sign in.
enum SignInAttempts: Question {
  static let name = "sign-in-attempts"
  static let group = QuestionGroup.portal
  static let about = "Sign-in and link attempts in the period, by outcome and method"
  static let formula = "users counts the distinct addresses that were typed."
  static let parameters: [QuestionParameter] = [.from, .to]
  static let examples = ["report sign-in-attempts --from -1w"]
  static func report(_ asked: Asked) -> Report {
    Report(
      name,
      columns: [
        .init("outcome", of: SignInAttempt.outcome, "s"),
        .init("provider", of: SignInAttempt.provider, "s"),
        .init("attempts", "COUNT(*)", .integer),
        .init("users", "COUNT(DISTINCT s.email)", .integer),
        .init("last", "MAX(s.at)", title: "Last", .timestamp),
      ], from: "sign_in_attempt s", where: [asked.isInPeriod(moment: "s.at")],
      groupBy: ["s.outcome", "s.provider"], orderBy: ["s.outcome", "s.provider"])
  }
}

/// Registrations of portal users.
enum Registrations: Question {
  static let name = "registrations"
  static let group = QuestionGroup.portal
  static let about = "Users who registered in the period, by status"
  static let formula = """
    linked counts users with a linked account. Status and links are current; --at CHANGE|TIME shows \
    an earlier moment.
    """
  static let parameters: [QuestionParameter] = [.from, .to]
  static let examples = ["report registrations --from -1y"]
  static func report(_ asked: Asked) -> Report {
    let isLinked = """
      EXISTS (SELECT 1 FROM link k WHERE k.portal_user = u.portal_user AND k.removed_on IS NULL)
      """
    return Report(
      name,
      columns: [
        .init("status", of: User.status, "u"), .init("users", "COUNT(*)", .integer),
        .init("activated", CountSQL.rows(where: "u.activated_at IS NOT NULL"), .integer),
        .init("linked", CountSQL.rows(where: isLinked), .integer),
      ], from: "portal_user u", where: [asked.isInPeriod(moment: "u.registered_at")],
      groupBy: ["u.status"], orderBy: ["u.status"])
  }
}

/// Bounced e-mails.
enum Bounces: Question {
  static let name = "bounces"
  static let group = QuestionGroup.portal
  static let about = "E-mailed bills that bounced in the period"
  static let formula = "kind is bounce, or reverted where delivery went back to paper."
  static let parameters: [QuestionParameter] = [.from, .to, .account, .route, .cycle]
  static let examples = ["report bounces --from -3m"]
  static func report(_ asked: Asked) -> Report {
    Report(
      name,
      columns: [
        .init("on", of: DeliveryEvent.on, "e"), .init("account", of: DeliveryEvent.account, "e"),
        .init("email", of: DeliveryEvent.email, "e", title: "E-mail"),
        .init("kind", of: DeliveryEvent.kind, "e"),
        .init("type", of: DeliveryEvent.type, "e"), .init("code", of: DeliveryEvent.code, "e"),
        .init("command", CommandSQL.line("delivery show", "e.account")).runnable(),
      ],
      from: """
        delivery_event e JOIN account a ON a.account = e.account \
        JOIN location l ON l.location = a.location
        """,
      where: [
        asked.isInPeriod("e.event_on"),
        Report.Condition("e.kind IN \([DeliveryEventKind.bounce, .reverted].sql)"),
      ] + asked.places, orderBy: ["e.event_on", "e.delivery_event"])
  }
}

/// Requests of citizens.
enum RequestTotals: Question {
  static let name = "requests"
  static let group = QuestionGroup.portal
  static let about =
    "Requests in the period by status and assignee, with the oldest day of each"
  static let formula = """
    Requests count on the day they were received, by their current status and assignee; \
    --at CHANGE|TIME shows an earlier moment.
    """
  static let parameters: [QuestionParameter] = [.from, .to]
  static let examples = ["report requests --from -1m"]
  static func report(_ asked: Asked) -> Report {
    Report(
      name,
      columns: [
        .init("status", of: Request.status, "r"), .init("assignee", of: Request.assignee, "r"),
        .init("requests", "COUNT(*)", .integer),
        .init("oldest", "MIN(r.received_on)", title: "Oldest", .date),
      ], from: "request r", where: [asked.isInPeriod("r.received_on")],
      groupBy: ["r.status", "r.assignee"], orderBy: ["r.status", "r.assignee"])
  }
}
