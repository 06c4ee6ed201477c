import Accounts
import TestEngines
import Testing

@testable import Engines
@testable import Ledger
@testable import SampleCity
@testable import Values

@Suite("Making a sample city on a server", .needsPostgreSQL)
struct DemoServerTests {
  private let database: PostgreSQLDatabase

  init() throws { database = try PostgreSQLCluster.shared().makeDatabase() }

  private func make() throws -> Store {
    try Store.createDemo(
      try database.location(), try DemoCity(accounts: 20, years: 1, seed: 1))
  }

  @Test("what a killed command left is made whole by the same command, and not a second time")
  func cutShort() throws {
    // The settings are there, and none of the rows: those are one transaction.
    _ = try Store.create(try database.location(), settings: DemoCity.settings)
    let store = try make()
    #expect(try store.number("SELECT count(*) FROM account") == 20)
    let error = #expect(throws: StoreError.self) { try make() }
    #expect(error?.kind == .exists)
    #expect(try store.number("SELECT count(*) FROM account") == 20)
  }

  @Test("while one is filled, its schema is locked, and then no longer")
  func atWork() throws {
    let location = try database.location()
    let first = try Store.create(
      location, rights: OperationCatalogue.rights, clock: .system, settings: DemoCity.settings,
      access: .ownerOnly, isFilled: true)
    let second = try database.psql(
      "SELECT pg_try_advisory_lock(\(PostgreSQLConnection.schemaLock))")
    #expect(second == "f")
    first.endMaking()
    let third = try database.psql(
      "SELECT pg_try_advisory_lock(\(PostgreSQLConnection.schemaLock))")
    #expect(third == "t")
  }

  @Test("a store whose schema was cut short says so, not that it is an older one")
  func schemaCutShort() throws {
    _ = try Store.create(try database.location())
    try database.psql("DELETE FROM ubadmin.migration WHERE number > 3")
    let error = #expect(throws: StoreError.self) { try Store.open(try database.location()) }
    #expect(error?.message.hasSuffix("the command that created it was cut short") == true)
    #expect(error?.remedy.contains("store init") == true)
  }
}
