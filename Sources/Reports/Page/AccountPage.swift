package import Accounts

extension Page {
  /// What the portal's Account Summary shows of an account, as of a day.
  package static func account(_ number: AccountNumber, on store: Store, asOf day: CivilDate) throws
    -> Page
  {
    let books = store.books()
    let account = try books.known(Account.self, number)
    let location = try books.find(Location.self, account[Account.location])
    var sections: [Section] = [
      .fields(
        [
          account.field(Account.account, "Account number"),
          PageField("service_address", label: "Service address", .text(location?.address ?? "")),
          account.field(Account.location, "Location"),
          PageField(
            "route", label: "Route", Location.route, location?[Location.route].datum ?? .null),
          PageField("status", label: "Status", .text(AccountStatus.of(account, on: day).rawValue)),
          account.field(Account.openedOn, "Opened"), account.field(Account.closedOn, "Closed"),
        ] + (try delivery(number, in: books, asOf: day)))
    ]
    sections += try customers(number, on: store, asOf: day)
    sections += try billing(number, on: store, asOf: day)
    sections.append(
      .table(
        try store.table(
          "services", title: "Services",
          Report.services(
            accounts: [number.text], asOf: day, isEarlierDay: day < store.today,
            dialect: store.dialect
          ).only(serviceColumns))))
    sections.append(
      .table(
        try store.table("last_reads", title: "Last reads", .lastReads(of: number, asOf: day))))
    sections += try consumption(number, on: store, asOf: day)
    sections.append(.table(try users(number, on: store, asOf: day)))
    sections += try desk(number, on: store, asOf: day)
    sections.append(
      try LastChanges.ofAccount(number, store.dialect).section(on: store))
    return Page(title: "Account \(number)", sections: sections)
  }

  /// What fits a line; `service list` has the rest.
  private static let serviceColumns = [
    "code", "service", "start-date", "stop-date", "status", "meter", "last-12-months", "unit",
  ]

  private static func consumption(
    _ number: AccountNumber, on store: Store, asOf day: CivilDate
  ) throws -> [Section] {
    var filter = ConsumptionFilter()
    filter.accounts = [number.text]
    filter.from = day.adding(months: -12).adding(days: 1)
    filter.to = day
    let table = try store.table(
      "consumption", title: "Consumption, the last 12 months", .periods(filter))
    let bars = ConsumptionBars(table, upTo: day).section
    return [bars ?? .chart(title: "Consumption", lines: ["none in the last 12 months"])]
      + [.data(table)]
  }
}

extension Row<Location> {
  /// Street, unit, city, state and ZIP in one line.
  var address: String {
    PostalAddress.line(
      [self[Location.address].text, self[Location.unit]?.text, self[Location.city]?.text],
      state: self[Location.state]?.text, postalCode: self[Location.postalCode]?.text)
  }
}
