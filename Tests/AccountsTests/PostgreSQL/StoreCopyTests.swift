import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules

@Suite("A copy of a store")
struct StoreCopyTests {
  private let folder: ScratchFolder
  private let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.run(
      SetCustomer.self, ["cid": "1", "name": "Ana \"A\\B\" Ünï", "phone": "5125550142"])
    try office.startWater()
    folder = try ScratchFolder()
  }

  @Test("a file's copy holds every row, and its journal is whole")
  func file() throws {
    let location = StoreLocation.file(path: folder.file("copy.db"))
    var heard: [String] = []
    let report = try office.store.copy(to: location) { heard.append($0.table) }
    let copy = try Store.open(location, clock: office.store.clock)
    #expect(try copy.dump() == office.store.dump())
    #expect(try copy.verifyJournal() == office.store.verifyJournal())
    #expect(report.lastChange == (try office.store.info()).lastChange)
    #expect(heard == Migration.tables)
  }

  @Test("a store in use is not copied over")
  func used() throws {
    let location = StoreLocation.file(path: folder.file("copy.db"))
    try office.store.copy(to: location)
    let error = #expect(throws: StoreError.self) { try office.store.copy(to: location) }
    #expect(error?.kind == .exists)
  }

  @Test(
    "a copy that was cut short is made again", arguments: ["setting", "customer", "change_row"])
  func cutShort(table: String) throws {
    let location = StoreLocation.file(path: folder.file("copy.db"))
    #expect(throws: TestFailure.self) {
      try office.store.copy(to: location) { step in
        if step.table == table { throw TestFailure("cut") }
      }
    }
    try office.store.copy(to: location)
    #expect(try Store.open(location).dump() == office.store.dump())
  }

  @Test(
    "a copy to a server that was killed is made by the same command", .needsPostgreSQL,
    arguments: [
      "CREATE SCHEMA ubadmin; CREATE TABLE ubadmin.writer ()",
      "DROP SCHEMA ubadmin_query CASCADE; DROP TRIGGER guard ON ubadmin.change",
    ])
  func killed(sql: String) throws {
    let database = try PostgreSQLCluster.shared().makeDatabase()
    let there = try database.location()
    if sql.hasPrefix("DROP") { _ = try Store.create(there, settings: [:]) }
    _ = try database.psql(sql)
    try office.store.copy(to: there)
    let server = try Store.open(there, clock: office.store.clock)
    #expect(try server.dump() == office.store.dump())
    var found: [String] = []
    _ = try server.check(rights: OperationCatalogue.rights) { found.append("\($0)") }
    #expect(found == [])
  }

  @Test("every table of the schema is copied, but the index of searches")
  func everyTable() throws {
    var names: Set<String> = []
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    try office.store.each(sql: tables) { row in
      names.insert(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    #expect(names.filter { !$0.hasPrefix("search_") } == Set(Migration.tables))
  }

  @Test("to a server and back again, nothing is changed", .needsPostgreSQL)
  func serverAndBack() throws {
    let database = try PostgreSQLCluster.shared().makeDatabase()
    let there = try database.location()
    try office.store.copy(to: there)
    let server = try Store.open(there, clock: office.store.clock)
    #expect(try server.dump() == office.store.dump())
    #expect(try server.verifyJournal() == office.store.verifyJournal())
    let back = StoreLocation.file(path: folder.file("back.db"))
    try server.copy(to: back)
    let file = try Store.open(back, clock: office.store.clock)
    #expect(try file.dump() == office.store.dump())
    #expect(try file.verifyJournal() == office.store.verifyJournal())
    #expect(try migrations(file) == migrations(office.store))
  }

  private func migrations(_ store: Store) throws -> [String] {
    var lines: [String] = []
    try store.each(sql: "SELECT number, name, at FROM migration ORDER BY number") { row in
      lines.append("\(row.values(3))")
      return true
    }
    return lines
  }

  @Test("work goes on at the server after a copy, with its guards in place", .needsPostgreSQL)
  func goOn() throws {
    let database = try PostgreSQLCluster.shared().makeDatabase()
    try office.store.copy(to: try database.location())
    let server = try Store.open(try database.location(), clock: office.store.clock)
    let change = try server.beginChange(author)
    try change.perform(try Office.operation(SetCustomer.self, ["cid": "1", "name": "Ann"]))
    try change.commit()
    #expect(try server.verifyJournal().fault == nil)
    #expect(
      try database.psql(
        "SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'guard%' "
          + "AND tgenabled <> 'O'") == "0")
  }

  @Test("an interrupted copy to a server is made again", .needsPostgreSQL)
  func serverCutShort() throws {
    let location = try PostgreSQLCluster.shared().makeDatabase().location()
    cutShort(to: location)
    try office.store.copy(to: location)
    #expect(try Store.open(location).dump() == office.store.dump())
  }

  @Test("a copy to a server that was cut short leaves no schema there", .needsPostgreSQL)
  func nothingLeft() throws {
    let database = try PostgreSQLCluster.shared().makeDatabase()
    cutShort(to: try database.location())
    // Whoever stopped the copy does not wait until the server has taken it away.
    #expect(
      try database.psql(
        "DO $$ BEGIN PERFORM pg_advisory_lock(\(PostgreSQLConnection.schemaLock)); END $$; "
          + "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'ubadmin%'") == "0")
  }

  private func cutShort(to location: StoreLocation) {
    #expect(throws: TestFailure.self) {
      try office.store.copy(to: location) { step in
        if step.table == "customer" { throw TestFailure("cut") }
      }
    }
  }
}
