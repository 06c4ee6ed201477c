import Accounts
@testable import Ledger
@testable import Rules
@testable import Values

/// A few records to try rules on, and their state as lines of text.
extension Office {
  /// Customers 1, 2 and 3; locations A and B; account 500 at A, of customer 1 as owner since
  /// 2026-01-01; meters W1 and W2 for water, I1 for irrigation (code 3000).
  static func smallCity(
    on day: String = "2026-03-10",
    make: (Clock) throws -> Store = { try TestEngine.current.emptyStore(clock: $0) }
  ) throws -> Office {
    let office = try Office(on: day, make: make)
    for cid in ["1", "2", "3"] {
      try office.run(AddCustomer.self, ["cid": cid, "name": "Customer \(cid)"])
    }
    for location in ["A", "B"] {
      try office.run(AddLocation.self, ["location": location, "address": "\(location) Street 1"])
    }
    try office.run(
      OpenAccount.self, ["account": "500", "cid": "1", "location": "A", "on": "2026-01-01"])
    try office.run(
      AddServiceType.self,
      ["code": "3000", "name": "IRRIGATION", "metered": "yes", "unit": "GAL"])
    try office.store.connection.script(
      """
      INSERT INTO meter (meter, code, unit, multiplier) VALUES
        ('W1', '1000', 'GAL', 1000), ('W2', '1000', 'GAL', 1000), ('I1', '3000', 'GAL', 1000);
      """)
    return office
  }

  /// Water on account 500 since a day, with meter W1.
  func startWater(on day: String = "2026-01-01", reading: String? = nil) throws {
    var cells = ["account": "500", "service": "WATER", "on": day, "meter": "W1"]
    cells["reading"] = reading
    try run(StartService.self, cells)
  }

  /// The second account, 600 at B of customer 2.
  func openSecond(on day: String = "2026-01-01") throws {
    try run(OpenAccount.self, ["account": "600", "cid": "2", "location": "B", "on": day])
  }

  /// `1000 2026-01-01..2026-03-01 stopped`, by start.
  func services(_ account: String = "500") throws -> [String] {
    let books = store.books()
    return try books.rows(Service.ofAccount, AccountNumber(account)).map { row in
      let suspensions = try books.rows(Suspension.ofService, row[Service.id])
      let status = ServiceStatus.of(row, suspensions: suspensions, on: books.today)
      return "\(row[Service.code]) \(Self.span(row.days)) \(status.rawValue)"
    }
  }

  /// `500 1000 2026-01-01..`: where a meter is, by day.
  func places(_ meter: String) throws -> [String] {
    let books = store.books()
    return try books.rows(MeterInstall.ofMeter, MeterSerial(meter)).map { install in
      let service = try books.find(Service.self, install[MeterInstall.service])
      return "\(service?[Service.account].text ?? "?") \(service?[Service.code].text ?? "?") "
        + Self.span(DayInterval(from: install.fromOn, to: install.toOn))
    }
  }

  /// `2026-03-01 final 120`: the current reads of a meter.
  func reads(_ meter: String) throws -> [String] {
    try store.books().rows(Read.ofMeter, MeterSerial(meter))
      .filter { $0[Read.state] == .current }
      .map {
        "\($0[Read.readOn]) \($0[Read.reason].rawValue) \($0[Read.reading]?.description ?? "-")"
      }
  }

  /// `1 owner 2026-01-01..`: who answers for an account.
  func answers(_ account: String = "500") throws -> [String] {
    try store.books().rows(AccountCustomer.ofAccount, AccountNumber(account)).map { row in
      "\(row[AccountCustomer.cid]) \(row[AccountCustomer.role].rawValue) \(Self.span(row.days))"
    }
  }

  /// `A 2026-01-01..`: where an account is and how long.
  func account(_ account: String = "500") throws -> String {
    let row = try store.books().find(Account.self, AccountNumber(account))
    guard let row else { return "none" }
    return "\(row[Account.location]) \(Self.span(row.days))"
  }

  private static func span(_ days: DayInterval) -> String {
    "\(days.from)..\(days.to?.description ?? "")"
  }

  /// What an operation says it did.
  func message<O: Accounts.Operation>(_ type: O.Type, _ cells: [String: String]) throws -> String {
    try run(type, cells).effect.message
  }
}
