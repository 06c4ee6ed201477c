public import Accounts

extension Page {
  /// What the portal's Account Summary shows of an account, as of a day.
  public static func account(_ number: AccountNumber, on store: Store, asOf day: CivilDate) throws
    -> Page
  {
    let books = store.books()
    guard let account = try books.find(Account.self, number) else {
      throw Rejection(
        .notFound, field: "account", found: "no account \(number)",
        expected: "an existing account number", mend: "find it with `search`")
    }
    let location = try books.find(Location.self, account[Account.location])
    let isOpen =
      account[Account.openedOn] <= day && account[Account.closedOn].map { $0 > day } ?? true
    var sections: [Section] = [
      .fields(
        [
          account.field(Account.account, "Account number"),
          PageField("service_address", label: "Service address", .text(location?.address ?? "")),
          account.field(Account.location, "Location"),
          PageField("status", label: "Status", .text(isOpen ? "open" : "closed")),
          account.field(Account.openedOn, "Opened"), account.field(Account.closedOn, "Closed"),
        ] + (try delivery(number, in: books, asOf: day)))
    ]
    sections += try billing(number, on: store, asOf: day)
    sections.append(.table(try customers(number, on: store)))
    sections.append(
      .table(
        try store.table(
          "services", title: "Services",
          .services(account: number.text, asOf: day, dialect: store.connection.dialect))))
    sections += try consumption(number, on: store, asOf: day)
    return Page(title: "Account \(number)", sections: sections)
  }

  private static func customers(_ number: AccountNumber, on store: Store) throws -> PageTable {
    let report = Report(
      "customers",
      columns: [
        Report.Column("cid", "ac.cid", title: "CID"), Report.Column("name", "cu.name"),
        Report.Column("role", "ac.role"), Report.Column("from", "ac.from_on", .date),
        Report.Column("to", "ac.to_on", .date),
        Report.Column("mailing-address", Self.mailingAddress, title: "Mailing address"),
      ], from: "account_customer ac JOIN customer cu ON cu.cid = ac.cid",
      where: [Report.Condition("ac.account = ?", [number.datum])],
      orderBy: ["ac.from_on DESC", "ac.account_customer"])
    return try store.table("customers", title: "Customers", report, limit: 10)
  }

  /// The parts of a mailing address that are there, with commas between.
  private static let mailingAddress = """
    coalesce(cu.address, '') || coalesce(', ' || cu.address2, '') || coalesce(', ' || cu.city, '') \
    || coalesce(', ' || cu.state, '') || coalesce(' ' || cu.postal_code, '')
    """

  private static func consumption(
    _ number: AccountNumber, on store: Store, asOf day: CivilDate
  ) throws -> [Section] {
    var filter = ConsumptionFilter()
    filter.account = number.text
    filter.from = day.adding(months: -12).adding(days: 1)
    filter.to = day
    let table = try store.table(
      "consumption", title: "Consumption, the last 12 months", .consumptionHistory(filter))
    return [.table(table)]
  }
}

extension Row<Location> {
  /// Street, unit and city in one line.
  var address: String {
    var text = self[Location.address].text
    if let unit = self[Location.unit] { text += ", \(unit)" }
    if let city = self[Location.city] { text += ", \(city)" }
    return text
  }
}
