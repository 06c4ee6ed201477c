import Accounts
@testable import Engines
@testable import Ledger
@testable import Values

let today = CivilDate(daysSince1970: 20_420)  // 2025-11-28
let author = Author(operatorName: "pat", host: "desk", command: "test")

/// Any change of the books, journaled as every operation's.
struct Edit: Mutation {
  static let name = OperationName("test", "edit")
  static let leastRole = Role.clerk
  static let writes: [TableWrite] = []
  let body: @Sendable (Books) throws -> Void

  init(_ body: @escaping @Sendable (Books) throws -> Void) { self.body = body }

  func apply(to books: Books) throws(RuleError) -> Effect {
    do {
      try body(books)
    } catch {
      throw error as? RuleError ?? .store(StoreError(.defect, "\(error)"))
    }
    return Effect("done")
  }
}

extension Store {
  /// One committed change; answers its number.
  @discardableResult
  func edit(_ bodies: (@Sendable (Books) throws -> Void)...) throws -> Int64 {
    try change(by: author) { change in
      for body in bodies { try change.perform(Edit(body)) }
      return .commit(())
    }.number ?? 0
  }

  /// Every row of every table but the journal's, in the order of the keys.
  func dump() throws -> [String] {
    var lines: [String] = []
    for table in EntityCatalogue.tables {
      let names = table.columns.map(\.name).joined(separator: ", ")
      let keys = table.columns[0..<table.keyCount].map(\.name).joined(separator: ", ")
      try each(sql: "SELECT \(names) FROM \(table.name) ORDER BY \(keys)") { row in
        lines.append("\(table.name): \(row.values(table.columns.count))")
        return true
      }
    }
    return lines
  }

  func number(_ sql: String) throws -> Int64 {
    var answer: Int64 = 0
    try each(sql: sql) { row in
      answer = row.integer(0)
      return false
    }
    return answer
  }

  /// Works on the store behind the program's back, past what the engine guards.
  func tamper(_ sql: String) throws {
    let (unguarded, guarded) =
      switch TestEngine.current {
      case .sqlite: ("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON")
      case .postgreSQL:
        (
          "SET ROLE postgres; SET session_replication_role = replica",
          "SET session_replication_role = origin; RESET ROLE"
        )
      }
    try connection.script("\(unguarded); \(sql); \(guarded)")
  }

  /// So many customers in one change, each by an operation of its own.
  @discardableResult
  func addCustomers(_ count: Int) throws -> Int64 {
    try change(by: author) { change in
      for number in 0..<count {
        try change.perform(Edit { $0.insert(Town.customer("2\(100_000 + number)")) })
      }
      return .commit(())
    }.number ?? 0
  }

  func setPhone(_ cid: String, _ phone: String) throws -> Int64 {
    try edit { books in
      guard let row = try books.find(Customer.self, cid) else { return }
      var changed = row
      changed[Customer.phone] = PhoneNumber(trusted: phone)
      books.update(row, to: changed)
    }
  }
}

/// Rows of a town of one house.
enum Town {
  static func customer(_ cid: String, _ name: String = "Ana Ortiz") -> Row<Customer> {
    var row = Row<Customer>()
    row[Customer.cid] = CustomerID(trusted: cid)
    row[Customer.name] = Line(trusted: name)
    row[Customer.kind] = .person
    return row
  }

  static func location(_ name: String) -> Row<Location> {
    var row = Row<Location>()
    row[Location.location] = LocationID(trusted: name)
    row[Location.address] = Line(trusted: "4 Mill Lane")
    return row
  }

  static func account(_ number: String, at location: String, from: CivilDate) -> Row<Account> {
    var row = Row<Account>()
    row[Account.account] = AccountNumber(trusted: number)
    row[Account.location] = LocationID(trusted: location)
    row[Account.openedOn] = from
    return row
  }

  static func responsibility(
    _ id: Int64, _ account: String, _ cid: String, from: CivilDate, to: CivilDate? = nil
  ) -> Row<AccountCustomer> {
    var row = Row<AccountCustomer>()
    row[AccountCustomer.id] = id
    row[AccountCustomer.account] = AccountNumber(trusted: account)
    row[AccountCustomer.cid] = CustomerID(trusted: cid)
    row[AccountCustomer.role] = .owner
    row[AccountCustomer.fromOn] = from
    row[AccountCustomer.toOn] = to
    return row
  }

  static func water(
    _ id: Int64, _ account: String, from: CivilDate, to: CivilDate? = nil
  ) -> Row<Service> {
    var row = Row<Service>()
    row[Service.id] = id
    row[Service.account] = AccountNumber(trusted: account)
    row[Service.code] = ServiceCode(trusted: "1000")
    row[Service.startOn] = from
    row[Service.stopOn] = to
    return row
  }

  static func meter(_ serial: String) -> Row<Meter> {
    var row = Row<Meter>()
    row[Meter.meter] = MeterSerial(trusted: serial)
    row[Meter.code] = ServiceCode(trusted: "1000")
    row[Meter.unit] = Unit(trusted: "GAL")
    row[Meter.multiplier] = Quantity(units: 1000)
    return row
  }

  static func install(
    _ id: Int64, _ meter: String, _ service: Int64, from: CivilDate, to: CivilDate? = nil
  ) -> Row<MeterInstall> {
    var row = Row<MeterInstall>()
    row[MeterInstall.id] = id
    row[MeterInstall.meter] = MeterSerial(trusted: meter)
    row[MeterInstall.service] = service
    row[MeterInstall.fromOn] = from
    row[MeterInstall.toOn] = to
    return row
  }

  static func read(_ meter: String, on day: CivilDate, _ reading: Int64) -> Row<Read> {
    var row = Row<Read>()
    row[Read.meter] = MeterSerial(trusted: meter)
    row[Read.readOn] = day
    row[Read.number] = 1
    row[Read.reading] = Quantity(units: reading * 1000)
    row[Read.kind] = .actual
    row[Read.reason] = .periodic
    row[Read.state] = .current
    return row
  }

  static func usage(
    _ service: Int64, _ meter: String, from: CivilDate, to: CivilDate, _ quantity: Int64
  ) -> Row<Consumption> {
    var row = Row<Consumption>()
    row[Consumption.service] = service
    row[Consumption.toOn] = to
    row[Consumption.meter] = MeterSerial(trusted: meter)
    row[Consumption.fromOn] = from
    row[Consumption.days] = Int(to.daysSince1970 - from.daysSince1970)
    row[Consumption.quantity] = Quantity(units: quantity * 1000)
    row[Consumption.unit] = Unit(trusted: "GAL")
    row[Consumption.isEstimated] = false
    row[Consumption.readNumber] = 1
    return row
  }

  /// The account A1 of customer 100001 with water, a meter and two reads: all in one change.
  static func settle(_ store: Store) throws {
    let start = today.days(-60)
    try store.edit { books in
      books.insert(customer("100001"))
      books.insert(location("L1"))
      books.insert(account("A1", at: "L1", from: start))
      books.insert(responsibility(1, "A1", "100001", from: start))
      books.insert(water(1, "A1", from: start))
      books.insert(meter("M1"))
      books.insert(install(1, "M1", 1, from: start))
      books.insert(read("M1", on: start, 100))
      books.insert(read("M1", on: start.days(30), 130))
      books.insert(usage(1, "M1", from: start, to: start.days(30), 30))
    }
  }
}

extension CivilDate {
  func days(_ count: Int32) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + count) }
}

/// The rejection or store error of something that must not be done.
func failure<T>(_ body: () throws -> T) -> (any Error)? {
  do {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

func settledStore() throws -> Store {
  let store = try TestEngine.current.emptyStore(clock: .fixed(today))
  try Town.settle(store)
  return store
}
