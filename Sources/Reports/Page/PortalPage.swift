package import Accounts

/// Pages as the citizen sees them.
extension Page {
  /// The city's announcements, and the accounts that a user is linked to.
  package static func portal(
    _ user: Row<User>, on store: Store, asOf day: CivilDate
  ) throws -> Page {
    let links = Report(
      "accounts",
      columns: [
        Report.Column("account", of: Link.account, "k"),
        Report.Column("address", of: Location.address, "l"),
        Report.Column("unit", of: Location.unit, "l"),
        Report.Column("customer", of: Customer.name, "c"),
        Report.Column("linked", of: Link.linkedOn, "k"),
      ],
      from: """
        link k JOIN account a ON a.account = k.account \
        JOIN location l ON l.location = a.location JOIN customer c ON c.cid = k.cid
        """,
      where: [
        Report.Condition("k.portal_user = ? AND k.removed_on IS NULL", [user[User.id].datum])
      ], orderBy: ["k.account", "k.link"])
    let accounts = try store.table("accounts", title: "Accounts", links)
    let unlinked: [Section] =
      accounts.rows.isEmpty
      ? [.fields([PageField("notice", label: "Accounts", .text(noAccounts))])] : []
    let announcements = Report.announcements(
      shownOnly: true, isLinked: !accounts.rows.isEmpty, asOf: day,
      dialect: store.dialect)
    return Page(
      title: store.settings[.city],
      sections: [
        .fields([
          PageField(
            "name", label: "Name", .text("\(user[User.firstName]) \(user[User.lastName])")),
          user.field(User.email, "E-mail"),
          user.field(User.newEmail, "New e-mail, to be confirmed"),
          user.field(User.lastSignInAt, "Last sign-in"),
        ])
      ] + unlinked + [
        .table(
          try store.table(
            "identities", title: "Sign-in methods",
            Report.identities(of: user, withEnded: false).only(["provider", "subject", "added"]))),
        .table(
          try store.table(
            "announcements", title: "Announcements",
            announcements.only(["title", "text", "from"]), limit: 10)),
        .table(accounts),
        .table(try store.table("requests", title: "Requests", .requests(of: user), limit: 10)),
      ] + contact("Help", store.settings))
  }

  /// The portal's own text, with the next step.
  private static let noAccounts = """
    No Utility Billing accounts have been linked to this user. To link one, take the account number \
    and the customer ID from a bill, and use `portal link`.
    """

  /// The page that everyone sees before signing in.
  package static func welcome(on store: Store, asOf day: CivilDate) throws -> Page {
    let announcements = Report.announcements(
      shownOnly: true, isLinked: false, asOf: day, dialect: store.dialect)
    let portal = store.settings[.portalAddress]
    return Page(
      title: store.settings[.city],
      sections: [
        .fields([
          PageField("sign_in", label: "Sign in", .text("\(portal)/sign-in")),
          PageField("register", label: "Register", .text("\(portal)/register")),
          PageField(
            "forgot_password", label: "Forgot password", .text("\(portal)/forgot-password")),
        ]),
        .table(
          try store.table(
            "announcements", title: "Announcements",
            announcements.only(["title", "text", "from"]), limit: 10)),
      ] + contact("Help", store.settings))
  }

  /// How customers reach the city, under a heading; empty if no setting has contact data.
  static func contact(_ title: String, _ settings: Settings) -> [Section] {
    let ways = settings.contact.ways
    guard !ways.isEmpty else { return [] }
    return [
      .fields(title: title, ways.map { PageField($0.name, label: $0.label, .text($0.text)) })
    ]
  }

  /// The account summary, bounded by the days on which the linked customers are responsible.
  package static func portalAccount(
    _ number: AccountNumber, of user: Row<User>, on store: Store, asOf day: CivilDate
  ) throws -> Page {
    let sight = PortalVisibility(user: user[User.id], account: number)
    let held = try store.table("customers", title: "Customers", sight.customers)
    guard !held.rows.isEmpty else {
      throw Rejection(
        .notFound, field: "account", found: "no link to account \(number)",
        expected: "an account that the user is linked to", remedy: "link it with `portal link`")
    }
    let books = store.books()
    let account = try books.find(Account.self, number)
    let location = try account.flatMap { try books.find(Location.self, $0[Account.location]) }
    var sections: [Section] = [
      .fields([
        PageField("account", label: "Account number", .text(number.text)),
        PageField(
          "service_address", label: "Service address", .text(location?.address ?? "")),
      ])
    ]
    // The current balance and bill delivery are not shown to users whose customers have moved out.
    if try sight.isResponsible(on: day, store) {
      sections.append(
        try balance(
          number, on: store, asOf: day, .linked(user: user[User.id], account: number)))
      // An address that was entered earlier may be another customer's.
      sections.append(
        .fields(
          try delivery(number, in: books, asOf: day) { try sight.isResponsible(on: $0, store) }))
      sections.append(
        .table(
          try store.table(
            "automatic_payments", title: "Automatic payments",
            Report.enrollments(accounts: [number.text], asOf: day, dialect: store.dialect)
              .narrowed(sight.enrollments)
              .only(["state", "bank-account", "type", "draft-day", "ends-on"]), limit: 1)))
    }
    sections.append(.table(held))
    return Page(
      title: "Account \(number)",
      sections: sections + (try portalTables(number, sight, on: store, asOf: day)))
  }

  private static func portalTables(
    _ number: AccountNumber, _ sight: PortalVisibility, on store: Store, asOf day: CivilDate
  ) throws -> [Section] {
    let dialect = store.dialect
    var bills = Report.BillFilter()
    bills.accounts = [number]
    bills.debtors = .linked(user: sight.user, account: number)
    var consumption = ConsumptionFilter()
    consumption.accounts = [number.text]
    consumption.to = day
    return [
      .table(
        try store.table(
          "services", title: "Services",
          .services(
            accounts: [number.text], asOf: day, isEarlierDay: day < store.today,
            seen: sight.seenServices(on: store, asOf: day), dialect: dialect
          ).narrowed(sight.services))),
      .table(
        try store.table(
          "bills", title: "Bills",
          .bills(bills, asOf: day, dialect: dialect)
            .only(["bill", "on", "due", "total", "paid", "open"]))),
      .table(try store.table("payments", title: "Payments", sight.payments(asOf: day))),
      .table(
        try store.table(
          "consumption", title: "Consumption",
          .periods(consumption).narrowed(sight.consumption), limit: 1000)),
    ]
  }
}
