package import Accounts

extension Report {
  /// Filters of the queue of requests.
  package struct RequestFilter: Sendable {
    package var status: RequestStatus?
    package var isClosedShown = false
    package var assignee: String?
    package var isUnassigned = false
    package var email: EmailAddress?
    package var accounts: [String] = []
    package var olderThan: Int?

    package init() {}
  }

  /// The queue of requests, the oldest first.
  /// - Parameter isEarlierDay: whether the day is past; what came after it does not count.
  package static func requests(
    _ filter: RequestFilter, asOf day: CivilDate, isEarlierDay: Bool, dialect: any Dialect
  ) -> Report {
    let closed = RequestStatus.closed.sql
    var conditions: [Condition] = []
    if let status = filter.status {
      conditions.append(Condition("r.status = ?", [status.datum]))
    } else if !filter.isClosedShown {
      let isLater = isEarlierDay ? " OR r.status_on > d.day" : ""
      conditions.append(Condition("(r.status <> \(closed)\(isLater))"))
    }
    if isEarlierDay { conditions.append(Condition("r.received_on <= d.day")) }
    if let name = filter.assignee { conditions.append(Condition("r.assignee = ?", [name.datum])) }
    if filter.isUnassigned { conditions.append(Condition("r.assignee IS NULL")) }
    if let email = filter.email {
      conditions.append(Condition("r.email = ?", [email.folded.datum]))
    }
    conditions += Condition.among(filter.accounts, "r.account")
    if let days = filter.olderThan {
      conditions.append(Condition("r.received_on < ?", [day.adding(days: -days).datum]))
    }
    let isEnded = "r.status = \(closed)" + (isEarlierDay ? " AND r.status_on <= d.day" : "")
    let end = "CASE WHEN \(isEnded) THEN r.status_on ELSE d.day END"
    return Report(
      "request list",
      columns: [
        Column("request", of: Request.id, "r"), Column("received", of: Request.receivedOn, "r"),
        Column("age-days", dialect.days("r.received_on", end), .integer),
        Column("status", of: Request.status, "r"), Column("assignee", of: Request.assignee, "r"),
        Column("email", of: Request.email, "r", title: "E-mail"),
        Column("account", of: Request.account, "r"),
        Column("subject", of: Request.subject, "r"),
        Column(
          "replies",
          "(SELECT count(*) FROM request_message m WHERE m.request = r.request "
            + "AND m.sender = \(RequestSender.staff.sql))", .integer),
        Column("since", of: Request.statusOn, "r"),
      ], from: "request r CROSS JOIN (SELECT \(dialect.dateMark) AS day) d",
      sourceArguments: [day.datum], where: conditions, orderBy: ["r.received_on", "r.request"])
  }

  /// A user's requests, latest first.
  static func requests(of user: Row<User>) -> Report {
    Report(
      "requests",
      columns: [
        Column("request", of: Request.id, "r"), Column("received", of: Request.receivedOn, "r"),
        Column("subject", of: Request.subject, "r"), Column("status", of: Request.status, "r"),
      ], from: "request r",
      where: [Condition("r.portal_user = ?", [user[User.id].datum])],
      orderBy: ["r.request DESC"])
  }

  /// The messages of a request, in order.
  static func messages(of request: Int64) -> Report {
    Report(
      "messages",
      columns: [
        Column("at", of: RequestMessage.at, "m"), Column("sender", of: RequestMessage.sender, "m"),
        Column("operator", of: RequestMessage.staff, "m"),
        Column("text", of: RequestMessage.text, "m").whole(),
      ], from: "request_message m", where: [Condition("m.request = ?", [request.datum])],
      orderBy: ["m.request_message"])
  }
}
