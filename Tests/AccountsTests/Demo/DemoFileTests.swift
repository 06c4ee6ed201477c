import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import SampleCity
@testable import Values

@Suite("Making a sample city's file")
struct DemoFileTests {
  @Test("the same seed gives the same bytes, on any day")
  func sameBytes() throws {
    let folder = try ScratchFolder()
    let later = Clock.fixed(try CivilDate("2031-05-05"))
    try folder.make("one.db", seed: 4)
    try folder.make("two.db", seed: 4, clock: later)
    let one = folder.bytes("one.db")
    #expect(one.count > 200_000)
    #expect(one == folder.bytes("two.db"))
  }

  @Test("another seed gives another city")
  func anotherSeed() throws {
    let folder = try ScratchFolder()
    try folder.make("one.db", seed: 4)
    try folder.make("two.db", seed: 5)
    #expect(folder.bytes("one.db") != folder.bytes("two.db"))
  }

  @Test("the file is a store that can be opened and written, and knows its city")
  func isAStore() throws {
    let folder = try ScratchFolder()
    try folder.make("city.db", seed: 1)
    let store = try Store.open(.file(path: folder.file("city.db")), clock: .fixed(Self.lastDay))
    #expect(store.settings[.city] == "Linden Ford")
    #expect(store.settings[.timeZone] == "America/Chicago")
    let change = try store.beginChange(Author(operatorName: "pat", host: "desk", command: "x"))
    change.rollback()
  }

  @Test("the file is kept as other stores' are: reading goes on while somebody writes")
  func journalMode() throws {
    let folder = try ScratchFolder()
    try folder.make("city.db", seed: 1)
    let store = try Store.open(.file(path: folder.file("city.db")))
    var mode = ""
    try store.each(sql: "PRAGMA journal_mode") { row in
      mode = row.datum(0).description
      return false
    }
    #expect(mode == "wal")
  }

  @Test("a file that exists is left alone")
  func refusesExisting() throws {
    let folder = try ScratchFolder()
    folder.write("city.db", "precious")
    let refusal = #expect(throws: StoreError.self) { try folder.make("city.db", seed: 1) }
    #expect(refusal?.kind == .exists)
    #expect(folder.bytes("city.db") == Array("precious".utf8))
  }

  @Test("what stops half way leaves nothing behind")
  func interrupted() throws {
    let folder = try ScratchFolder()
    #expect(throws: Interrupted.self) {
      try folder.make("city.db", accounts: 600, seed: 1) { _ in throw Interrupted() }
    }
    #expect(folder.names == [])
  }

  @Test("a file that appears meanwhile is not replaced")
  func appearsMeanwhile() throws {
    let folder = try ScratchFolder()
    let refusal = #expect(throws: StoreError.self) {
      try folder.make("city.db", seed: 1) { _ in folder.write("city.db", "precious") }
    }
    #expect(refusal?.kind == .exists)
    #expect(folder.names == ["city.db"])
    #expect(folder.bytes("city.db") == Array("precious".utf8))
  }

  @Test("progress tells number of accounts are done")
  func progress() throws {
    let folder = try ScratchFolder()
    var heard: [Int] = []
    try folder.make("city.db", accounts: 1100, seed: 1) { heard.append($0) }
    #expect(heard.prefix(3) == [500, 1000, 1100])
    // Then the search index is made.
    #expect(heard.dropFirst(3).allSatisfy { $0 == 1100 })
  }

  @Test("the journal begins with one change, which has no rows, and is whole")
  func journal() throws {
    let demo = try DemoStore(accounts: 3, years: 1, seed: 9)
    #expect(
      try demo.texts("SELECT command FROM change") == [
        "store demo --accounts 3 --years 1 --seed 9 --until 2026-10-31"
      ])
    let journal = try demo.store.verifyJournal()
    #expect(journal.changes == 1)
    #expect(journal.rows == 0)
    #expect(journal.fault == nil)
  }

  @Test(
    "a city of no accounts, of no years or of too many is refused",
    arguments: [(0, 3, "accounts"), (1_000_001, 3, "accounts"), (5, 0, "years"), (5, 51, "years")])
  func limits(accounts: Int, years: Int, field: String) {
    let refusal = #expect(throws: Rejection.self) {
      try DemoCity(accounts: accounts, years: years, seed: 1)
    }
    #expect(refusal?.code == .outOfRange)
    #expect(refusal?.field == field)
  }

  private static let lastDay = DemoCity.standardLastDay

  private struct Interrupted: Error {}
}

extension ScratchFolder {
  fileprivate func make(
    _ name: String, accounts: Int = 60, seed: UInt64, clock: Clock = .system,
    progress: (Int) throws -> Void = { _ in }
  ) throws {
    let city = try DemoCity(accounts: accounts, years: 2, seed: seed)
    try Store.createDemo(.file(path: file(name)), city, clock: clock, progress: progress)
  }

  fileprivate func bytes(_ name: String) -> [UInt8] { Self.bytes(file(name)) }
  fileprivate func write(_ name: String, _ text: String) {
    Self.write(Array(text.utf8), to: file(name))
  }
}
