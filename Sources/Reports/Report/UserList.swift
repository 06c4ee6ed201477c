package import Accounts

/// Filters of a list of users.
package struct UserFilter: Sendable {
  let status: UserStatus?
  let isUnlinked: Bool
  let hasNeverSignedIn: Bool
  let provider: IdentityProvider?
  let since: Timestamp?
  private var lock: Report.Condition?

  package init(
    status: UserStatus? = nil, isUnlinked: Bool = false, hasNeverSignedIn: Bool = false,
    provider: IdentityProvider? = nil, since: Timestamp? = nil
  ) {
    self.status = status
    self.isUnlinked = isUnlinked
    self.hasNeverSignedIn = hasNeverSignedIn
    self.provider = provider
    self.since = since
  }

  /// Leaves out users whose lockout has expired.
  package mutating func keepLocked(by settings: Settings, at now: Timestamp) {
    lock = Report.Condition("NOT " + UserLock.isOver("u.", settings, at: now))
  }

  func conditions() -> [Report.Condition] {
    var conditions = [lock].compactMap(\.self)
    if let status { conditions.append(Report.Condition("u.status = ?", [status.datum])) }
    if isUnlinked {
      conditions.append(
        Report.Condition(
          "NOT EXISTS (SELECT 1 FROM link k WHERE k.portal_user = u.portal_user "
            + "AND k.removed_on IS NULL)"))
    }
    if hasNeverSignedIn { conditions.append(Report.Condition("u.last_sign_in_at IS NULL")) }
    if let provider {
      conditions.append(
        Report.Condition(
          "EXISTS (SELECT 1 FROM identity i WHERE i.portal_user = u.portal_user "
            + "AND i.ended_at IS NULL AND i.provider = ?)", [provider.datum]))
    }
    if let since { conditions.append(Report.Condition("u.registered_at >= ?", [since.datum])) }
    return conditions
  }
}

extension Report {
  /// Users of the portal.
  package static func users(_ filter: UserFilter) -> Report {
    Report(
      "user list",
      columns: [
        Column(naming: "email", of: User.email, "u", title: "E-mail"),
        Column("first", of: User.firstName, "u"),
        Column("last", of: User.lastName, "u"), Column("status", of: User.status, "u"),
        Column("since", of: User.statusSince, "u"),
        Column("registered", of: User.registeredAt, "u"),
        Column("last-sign-in", of: User.lastSignInAt, "u"),
        Column("attempts", of: User.failedAttempts, "u"),
        Column(
          "links",
          "(SELECT count(*) FROM link k WHERE k.portal_user = u.portal_user "
            + "AND k.removed_on IS NULL)", .integer),
      ], from: "portal_user u", where: filter.conditions(), orderBy: ["u.email"])
  }

  /// The ways in which a user signs in.
  static func identities(of user: Row<User>, withEnded: Bool) -> Report {
    var conditions = [Condition("i.portal_user = ?", [user[User.id].datum])]
    if !withEnded { conditions.append(Condition("i.ended_at IS NULL")) }
    return Report(
      "identities",
      columns: [
        Column("provider", of: PortalIdentity.provider, "i"),
        Column("subject", of: PortalIdentity.subject, "i"),
        Column("added", of: PortalIdentity.addedAt, "i"),
        Column("ended", of: PortalIdentity.endedAt, "i"),
      ], from: "identity i", where: conditions, orderBy: ["i.identity"])
  }

  /// Portal sessions of one user or all; only those that are open at a moment, or all.
  package static func sessions(_ email: EmailAddress?, openAt now: Timestamp?) -> Report {
    var conditions: [Condition] = []
    if let email { conditions.append(Condition("u.email = ?", [email.folded.datum])) }
    if let now {
      conditions.append(Condition("s.ended_at IS NULL AND s.expires_at > ?", [now.datum]))
    }
    return Report(
      "user sessions",
      columns: [
        Column("session", of: PortalSession.id, "s"),
        Column(naming: "email", of: User.email, "u", title: "E-mail"),
        Column("provider", of: PortalSession.provider, "s"),
        Column("remembered", of: PortalSession.remembered, "s"),
        Column("started", of: PortalSession.startedAt, "s"),
        Column("expires", of: PortalSession.expiresAt, "s"),
        Column("ended", of: PortalSession.endedAt, "s"),
      ], from: "portal_session s JOIN portal_user u ON u.portal_user = s.portal_user",
      where: conditions, orderBy: ["s.portal_session DESC"])
  }

  /// Links between users and accounts, with the days of responsibility, which limit what users see.
  package static func links(
    email: EmailAddress? = nil, accounts: [String] = [], isEnded: Bool = false,
    withRemoved: Bool = false, asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    var conditions: [Condition] = []
    if let email { conditions.append(Condition("u.email = ?", [email.folded.datum])) }
    conditions += Condition.among(accounts, "k.account")
    conditions.append(Condition("k.linked_on <= d.day"))
    if !withRemoved {
      conditions.append(Condition("(k.removed_on IS NULL OR k.removed_on > d.day)"))
    }
    let own = "k.portal_user = u.portal_user"
    // Reads users in the order of the list; for some accounts, their few links are read first.
    let join = accounts.isEmpty ? "CROSS JOIN" : "INNER JOIN"
    if accounts.isEmpty { conditions.append(Condition(own)) }
    let held = "FROM account_customer x WHERE x.account = k.account AND x.cid = k.cid"
    let lastTo =
      "(SELECT CASE WHEN count(*) = count(x.to_on) THEN max(x.to_on) END \(held))"
    if isEnded { conditions.append(Condition("\(lastTo) <= d.day")) }
    return Report(
      "link list",
      columns: [
        Column(naming: "email", of: User.email, "u", title: "E-mail"),
        Column("account", of: Link.account, "k"),
        Column("cid", of: Link.cid, "k", title: "CID"), Column("customer", of: Customer.name, "c"),
        Column("linked-on", of: Link.linkedOn, "k", title: "Linked"),
        Column("removed-on", of: Link.removedOn, "k", title: "Removed"),
        Column("from", "(SELECT min(x.from_on) \(held))", title: "Responsible from", .date),
        Column("to", lastTo, title: "Responsible until", .date),
      ],
      from: """
        portal_user u \(join) link k\(accounts.isEmpty ? "" : " ON \(own)") \
        CROSS JOIN (SELECT \(dialect.dateMark) AS day) d JOIN customer c ON c.cid = k.cid
        """, sourceArguments: [day.datum], where: conditions, orderBy: ["u.email", "k.link"])
  }

  /// Open accounts that no user is linked to.
  package static func accountsWithoutUser(asOf day: CivilDate, dialect: any Dialect) -> Report {
    Report(
      "accounts without user",
      columns: [
        Column("account", of: Account.account, "a"), Column("address", of: Location.address, "l"),
        Column("unit", of: Location.unit, "l"),
        Column("cid", of: AccountCustomer.cid, "x", title: "CID"),
        Column("customer", of: Customer.name, "c"),
      ],
      from: """
        account a CROSS JOIN (SELECT \(dialect.dateMark) AS day) d \
        JOIN location l ON l.location = a.location \
        LEFT JOIN account_customer x ON x.account = a.account \
        AND \(DayInterval.sql(contains: "d.day", of: "x")) \
        LEFT JOIN customer c ON c.cid = x.cid
        """, sourceArguments: [day.datum],
      where: [
        Condition("a.closed_on IS NULL OR a.closed_on > d.day"),
        Condition(
          "NOT EXISTS (SELECT 1 FROM link k WHERE k.account = a.account AND k.removed_on IS NULL)"),
      ], orderBy: ["a.account", "x.account_customer"])
  }
}
