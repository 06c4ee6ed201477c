import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

extension PostgreSQLDatabase {
  /// A desk at a new store in the database.
  func office(on day: String = "2026-03-10") throws -> Office {
    try Office(on: day) {
      hasStore
        ? try Store.open(try location(), clock: $0) : try Store.create(try location(), clock: $0)
    }
  }
}

@Suite("A store on a server", .needsPostgreSQL)
struct PostgreSQLStoreTests {
  let database: PostgreSQLDatabase

  init() throws { database = try PostgreSQLCluster.shared().makeDatabase() }

  @Test("what was written is there when the store is opened again")
  func openAgain() throws {
    let office = try database.office()
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana Ortiz"])
    try office.run(SetCustomer.self, ["cid": "1", "phone": "512-555-0142"])
    let opened = try Store.open(try database.location(), access: .read)
    let row = try opened.books().find(Customer.self, CustomerID("1"))
    #expect(row?[Customer.name].text == "Ana Ortiz")
    #expect(row?[Customer.phone]?.text == "512-555-0142")
    let report = try opened.verifyJournal()
    #expect(report.fault == nil)
    #expect(report.changes == 2)
  }

  @Test("texts, dates, moments, yes and no come back as they were stored")
  func roundTrip() throws {
    let connection = try database.office().store.connection
    try connection.script(
      "CREATE TABLE odd (id bigint, word text, day date, moment timestamptz, flag boolean)")
    let rows: [[Datum]] = [
      [
        .integer(-9_007_199_254_740_993), .text("a\tb\n\"c\" \\ {d,e} Ünïcode 漢字"),
        .text("2024-02-29"), .text("2026-11-23T14:05:09Z"), .integer(1),
      ],
      [.integer(0), .text(""), .text("0001-01-01"), .text("1970-01-01T00:00:00Z"), .integer(0)],
      [.integer(7), .null, .null, .null, .null],
    ]
    let insert = Statement("INSERT INTO odd VALUES (?, ?, ?, ?, ?)")
    for row in rows { try connection.run(insert, row) }
    var found: [[Datum]] = []
    var texts: [String] = []
    try connection.each(once: "SELECT * FROM odd ORDER BY id", []) { row in
      found.append(row.values(row.count))
      texts.append(String(decoding: row.text(4), as: UTF8.self))
      return true
    }
    #expect(found == rows)
    #expect(texts == ["1", "0", ""])
  }

  @Test("a text with a zero byte is refused, not cut")
  func zeroByte() throws {
    let connection = try database.office().store.connection
    #expect(throws: StoreError.self) {
      try connection.run(Settings.put, [.text("city"), .text("a\u{0}b")])
    }
  }

  @Test("a second store in the same database is refused and the first left alone")
  func makeTwice() throws {
    try database.office().run(AddCustomer.self, ["cid": "1", "name": "Ana"])
    let error = #expect(throws: StoreError.self) {
      try Store.create(try database.location(), clock: .fixed(try CivilDate("2026-03-10")))
    }
    #expect(error?.kind == .exists)
    #expect(try database.psql("SELECT cid FROM ubadmin.customer") == "1")
  }

  @Test(
    "a store whose making was cut short is made whole by the same command",
    arguments: [
      "CREATE SCHEMA ubadmin; CREATE TABLE ubadmin.writer ()",
      "DELETE FROM ubadmin.setting; DROP SCHEMA ubadmin_query CASCADE; "
        + "DROP TRIGGER guard ON ubadmin.change",
    ])
  func cutShort(sql: String) throws {
    let location = try database.location()
    let settings = [Setting.city: "Cedar Falls", .timeZone: "America/Chicago"]
    if sql.hasPrefix("DELETE") { _ = try Store.create(location, settings: settings) }
    _ = try database.psql(sql)
    let store = try Store.create(location, settings: settings)
    #expect(store.settings[.city] == "Cedar Falls")
    #expect(store.settings[.timeZone] == "America/Chicago")
    var found: [String] = []
    _ = try store.check(rights: OperationCatalogue.rights) { found.append("\($0)") }
    #expect(found == [])
    // Now it is finished, though nothing is in it.
    let error = #expect(throws: StoreError.self) {
      try Store.create(location, settings: settings)
    }
    #expect(error?.kind == .exists)
  }

  @Test("a database without a store says how to make one")
  func noStore() throws {
    let error = #expect(throws: StoreError.self) { try Store.open(try database.location()) }
    #expect(error?.kind == .unavailable)
    #expect(error?.remedy.contains("store init") == true)
  }

  @Test("a server that is not there is unavailable, and the words name it")
  func noServer() throws {
    let location = try StoreLocation("postgresql://pat@%2Fnowhere%2Fat%2Fall/city")
    let error = #expect(throws: StoreError.self) { try Store.open(location) }
    #expect(error?.kind == .unavailable)
    #expect(error?.kind == .unavailable)
    #expect(error?.message.contains("/nowhere/at/all") == true)
  }

  @Test("a store that lacks a step of the schema says so, and is brought up to date")
  func migrate() throws {
    let store = try database.office().store
    try store.connection.script("DELETE FROM migration; DROP TABLE consumption CASCADE")
    let error = #expect(throws: StoreError.self) { try Store.open(try database.location()) }
    #expect(error?.remedy.contains("store migrate") == true)
  }

  @Test("tables are in the schema ubadmin, and none is in public")
  func schema() throws {
    _ = try database.office()
    let schemas = try database.psql(
      "SELECT DISTINCT schemaname FROM pg_tables WHERE schemaname NOT LIKE 'pg\\_%' "
        + "AND schemaname <> 'information_schema'")
    #expect(schemas == "ubadmin")
  }

  @Test("the store tells its engine and its size")
  func info() throws {
    let info = try database.office().store.info()
    #expect(info.engine.hasPrefix("PostgreSQL 1"))
    #expect((info.bytes ?? 0) > 8192)
  }

  @Test("a change is undone, and the undo is undone")
  func undo() throws {
    let office = try database.office()
    let author = Author(operatorName: "pat", host: "desk", command: "undo")
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana"])
    try office.run(SetCustomer.self, ["cid": "1", "name": "Ann"])
    let undone = try office.store.undo(change: 2, author: author)
    #expect(try database.psql("SELECT name FROM ubadmin.customer") == "Ana")
    try office.store.undo(change: try #require(undone.change), author: author)
    #expect(try database.psql("SELECT name FROM ubadmin.customer") == "Ann")
    #expect(try office.store.verifyJournal().fault == nil)
  }

  @Test("a check names the command that switches a trigger on again, and it does")
  func switchedOff() throws {
    let office = try database.office()
    _ = try database.psql("ALTER TABLE ubadmin.payment DISABLE TRIGGER needs_payer")
    func remedies() throws -> [String] {
      var remedies: [String] = []
      _ = try office.store.check { remedies.append($0.remedy) }
      return remedies
    }
    #expect(try remedies() == ["ask the owner of the schema to run `ubadmin store migrate`"])
    _ = try Store.migrate(try database.location())
    #expect(try remedies() == [])
  }

  @Test("a check finds a sound store sound")
  func check() throws {
    let office = try database.office()
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana"])
    var findings: [String] = []
    _ = try office.store.check { findings.append($0.what) }
    #expect(findings == [])
  }
}
