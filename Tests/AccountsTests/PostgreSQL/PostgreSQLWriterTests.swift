import Accounts
import TestEngines
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Writers at one server", .needsPostgreSQL)
struct PostgreSQLWriterTests {
  let database: PostgreSQLDatabase
  private static let author = Author(operatorName: "pat", host: "desk", command: "test")

  init() throws { database = try PostgreSQLCluster.shared().makeDatabaseWithStore() }

  @Test("a second writer waits its time, then is told who holds the store")
  func busy() throws {
    let office = try database.office()
    let change = try office.store.beginChange(Self.author)
    let other = try Store.open(try database.location(), wait: .milliseconds(20))
    let error = #expect(throws: StoreError.self) { try other.beginChange(Self.author) }
    #expect(error?.kind == .busy)
    #expect(error?.kind == .busy)
    #expect(error?.message.contains("held by postgres, ubadmin on") == true)
    change.rollback()
    try other.beginChange(Self.author).rollback()
  }

  @Test("while one process brings the schema up to date, another waits its time")
  func migrating() throws {
    let office = try database.office()
    try office.store.connection.lockSchema()
    let location = try database.location()
    let error = #expect(throws: StoreError.self) {
      try Store.migrate(location, wait: .milliseconds(20))
    }
    #expect(error?.kind == .busy)
    #expect(error?.message.contains("up to date") == true)
    office.store.connection.unlockSchema()
    #expect(try Store.migrate(location, wait: .milliseconds(2000)).steps == [])
  }

  @Test("a session that has brought the schema up to date waits for locks as long as before")
  func waitsAfterMigrating() throws {
    let office = try database.office()
    func wait() throws -> [String] { try office.column("SELECT current_setting('lock_timeout')") }
    let before = try wait()
    #expect(before != ["0"])
    try office.store.connection.lockSchema()
    office.store.connection.unlockSchema()
    #expect(try wait() == before)
  }

  @Test("a reader is not held up by a writer")
  func readWhileWriting() throws {
    let office = try database.office()
    let change = try office.store.beginChange(Self.author)
    let operation = try Office.operation(AddCustomer.self, ["cid": "1", "name": "Ana"])
    try change.perform(operation)
    let reader = try Store.open(try database.location(), access: .read)
    #expect(try reader.books().find(Customer.self, CustomerID("1")) == nil)
    try change.commit()
    #expect(try reader.books().find(Customer.self, CustomerID("1")) != nil)
  }

  @Test("no update of many writers at once is lost")
  func noLostUpdate() throws {
    try database.office().run(AddCustomer.self, ["cid": "1", "name": "1000"])
    let location = try database.location()
    let faults = ThreadLog()
    try RunningThread.all(8) { _ in
      do {
        let store = try Store.open(location, clock: .fixed(try CivilDate("2026-03-10")))
        for _ in 0..<25 {
          let change = try store.beginChange(Self.author)
          let row = try change.books.find(Customer.self, CustomerID("1"))
          let count = (row.flatMap { Int($0[Customer.name].text) } ?? -1) + 1
          let next = try Office.operation(SetCustomer.self, ["cid": "1", "name": "\(count)"])
          try change.perform(next)
          try change.commit()
        }
      } catch {
        faults.add("\(error)")
      }
    }
    #expect(faults.all == [])
    #expect(try database.psql("SELECT name FROM ubadmin.customer") == "1200")
    let report = try Store.open(location, access: .read).verifyJournal()
    #expect(report.fault == nil)
    #expect(report.changes == 201)
  }

  @Test("a row that somebody changes without the writer's lock is not overwritten")
  func strangers() throws {
    let office = try database.office()
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana"])
    let change = try office.store.beginChange(Self.author)
    _ = try change.books.find(Customer.self, CustomerID("1"))
    try database.psql("UPDATE ubadmin.customer SET phone = '512-555-0100'")
    let operation = try Office.operation(SetCustomer.self, ["cid": "1", "name": "Ann"])
    let error = #expect(throws: StoreError.self) {
      try change.perform(operation)
      try change.commit()
    }
    #expect(error?.kind == .conflict)
    #expect(try database.psql("SELECT name, phone FROM ubadmin.customer") == "Ana|512-555-0100")
    try office.run(SetCustomer.self, ["cid": "1", "name": "Ann"])
    #expect(try database.psql("SELECT name FROM ubadmin.customer") == "Ann")
  }

  @Test("a change runs again if somebody adds a row with its number without the writer's lock")
  func strangersRow() throws {
    let office = try database.office()
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana"])
    try office.run(AddLocation.self, ["location": "L1", "address": "Main"])
    try office.run(
      OpenAccount.self, ["account": "A1", "cid": "1", "location": "L1", "on": "2026-01-01"])
    let operation = try Office.operation(PostPayment.self, ["account": "A1", "amount": "7"])
    func post(retries: Bool, beforeEach stranger: (Int) throws -> Void) throws -> String? {
      var attempts = 0
      return try office.store.change(by: Self.author, retries: retries) { change in
        attempts += 1
        _ = try change.books.find(Customer.self, CustomerID("1"))
        try stranger(attempts)
        change.books.acceptsUnusual = true
        return .commit(try change.perform(operation).effect.newKey)
      }.value
    }
    func add(_ payment: Int) throws {
      try database.psql(
        "INSERT INTO ubadmin.payment (payment, account, posted_on, amount, method) "
          + "VALUES (\(payment), 'A1', '2026-03-10', 500, 'cash')")
    }
    let number = try post(retries: true) { attempt in
      if attempt == 1 { try add(1) }
    }
    #expect(number == "2")
    let error = #expect(throws: StoreError.self) {
      try post(retries: false) { _ in try add(3) }
    }
    #expect(error?.kind == .taken)
  }
}
