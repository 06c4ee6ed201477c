import Accounts
import TestEngines
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Rows from a server", .needsPostgreSQL)
struct PostgreSQLRowsTests {
  let connection: any Connection

  init() throws {
    let database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    connection = try database.office().store.connection
  }

  private static let numbers = "SELECT n FROM generate_series(1, ?::bigint) n"

  @Test("a long result arrives whole and in order", arguments: [0, 1, 199, 200, 201, 2200, 10_000])
  func long(count: Int64) throws {
    var next: Int64 = 1
    try connection.each(once: Self.numbers, [.integer(count)]) { row in
      #expect(row.integer(0) == next)
      next += 1
      return true
    }
    #expect(next == count + 1)
  }

  @Test("statements may be run for each row of a long result")
  func nested() throws {
    let twice = Statement("SELECT 2 * ?::bigint")
    let short = Statement("SELECT 3 * ?::bigint", isShort: true)
    var sum: Int64 = 0
    try connection.each(once: Self.numbers, [.integer(2500)]) { row in
      let number = Datum.integer(row.integer(0))
      try connection.each(twice, [number]) { inner in
        sum += inner.integer(0)
        return true
      }
      sum += try connection.first(short, [number]) { $0.integer(0) } ?? 0
      return true
    }
    #expect(sum == 5 * 2500 * 2501 / 2)
  }

  @Test("a body that has enough ends the result, and the next statement works")
  func stopEarly() throws {
    var count = 0
    try connection.each(once: Self.numbers, [.integer(1_000_000)]) { _ in
      count += 1
      return count < 300
    }
    #expect(count == 300)
    #expect(try connection.hasTable("customer"))
  }

  @Test("an error of the body ends the result and is passed on")
  func bodyFails() throws {
    #expect(throws: TestFailure.self) {
      try connection.each(once: Self.numbers, [.integer(5000)]) { _ in throw TestFailure("enough") }
    }
    #expect(try connection.hasTable("customer"))
  }

  @Test("an error of the statement is told, and the next statement works")
  func statementFails() throws {
    let error = #expect(throws: StoreError.self) {
      try connection.each(once: "SELECT 1 / (n - 250) FROM generate_series(1, 900) n", []) { _ in
        true
      }
    }
    #expect(error?.message.contains("division by zero") == true)
    let wrong = Statement("SELECT nothing FROM nowhere", isShort: true)
    for _ in 1...2 {
      #expect(throws: StoreError.self) { try connection.first(wrong) { $0.integer(0) } }
    }
    #expect(try connection.hasTable("customer"))
  }

  @Test("texts sort by their bytes, and nulls come first, as in a file")
  func order() throws {
    let names: [String?] = ["b", "B", "a", nil, "Ä", "ab", "10", "9", "_", "é"]
    let file = try Store.inMemory(clock: .fixed(try CivilDate("2026-03-10"))).connection
    var sorted: [[Datum]] = []
    for engine in [connection, file] {
      for (index, name) in names.enumerated() {
        try engine.run(
          Statement("INSERT INTO location (location, address, route) VALUES (?, ?, ?)"),
          [.text("L\(index)"), .text("x"), name.map { .text($0) } ?? .null])
      }
      var found: [Datum] = []
      let sort = "SELECT route FROM location ORDER BY route NULLS FIRST, location"
      try engine.each(once: sort, []) { row in
        found.append(row.datum(0))
        return true
      }
      sorted.append(found)
    }
    #expect(sorted[0] == sorted[1])
    #expect(sorted[0].first == .null)
  }

  @Test("a reader sees the store as it was when its transaction began")
  func snapshot() throws {
    let other = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    let office = try other.office()
    let reader = try Store.open(try other.location(), access: .read)
    func customers() throws -> Int64 {
      let count = Statement("SELECT count(*) FROM customer")
      return try reader.connection.first(count) { $0.integer(0) } ?? -1
    }
    try reader.engine.begin(.read)
    #expect(try customers() == 0)
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana"])
    #expect(try customers() == 0)
    reader.engine.rollback()
    #expect(try customers() == 1)
  }

  @Test("another thread can interrupt a statement")
  func interrupt() throws {
    let line = Interruptible(connection)
    let outcome = ThreadOutcome<StoreError.Kind>()
    let thread = try RunningThread {
      do {
        try line.connection.script("SELECT pg_sleep(60)")
      } catch {
        outcome.set((error as? StoreError)?.kind ?? .defect)
      }
    }
    // An interrupt before the statement has begun is lost.
    while outcome.value == nil { line.connection.interrupt() }
    thread.join()
    #expect(outcome.value == .interrupted)
  }

  /// `interrupt` alone is made for another thread.
  private struct Interruptible: @unchecked Sendable {
    let connection: any Connection
    init(_ connection: any Connection) { self.connection = connection }
  }

  @Test("a long result is let go of as it is read, so that memory stays flat")
  func longResult() throws {
    let store = try PostgreSQLCluster.shared().makeDatabaseWithStore().office().store
    let connection = try #require(store.connection as? PostgreSQLConnection)
    var rows = 0
    var kept = 0
    try connection.each(once: "SELECT n FROM generate_series(1, 100000) n", []) { _ in
      rows += 1
      kept = max(kept, connection.pipeline.keptCount)
      return true
    }
    #expect(rows == 100_000)
    #expect(kept < 40)
  }
}
