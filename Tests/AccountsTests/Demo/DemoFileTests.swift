import Glibc
import Testing

@testable import Accounts

@Suite("Making a sample city's file")
struct DemoFileTests {
  @Test("the same seed gives the same bytes, on any day")
  func sameBytes() throws {
    let folder = try DemoFolder()
    let later = Clock.fixed(try CivilDate("2031-05-05"))
    try folder.make("one.db", seed: 4)
    try folder.make("two.db", seed: 4, clock: later)
    let one = try folder.bytes("one.db")
    #expect(one.count > 200_000)
    #expect(one == (try folder.bytes("two.db")))
  }

  @Test("another seed gives another city")
  func anotherSeed() throws {
    let folder = try DemoFolder()
    try folder.make("one.db", seed: 4)
    try folder.make("two.db", seed: 5)
    #expect(try folder.bytes("one.db") != folder.bytes("two.db"))
  }

  @Test("the file is a store that can be opened and written, and knows its city")
  func isAStore() throws {
    let folder = try DemoFolder()
    try folder.make("city.db", seed: 1)
    let store = try Store.open(.file(path: folder.path("city.db")), clock: .fixed(Self.lastDay))
    #expect(store.settings[.city] == "Linden Ford")
    #expect(store.settings[.timeZone] == "America/Chicago")
    let change = try store.beginChange(Author(operatorName: "pat", host: "desk", command: "x"))
    change.rollback()
  }

  @Test("the file is kept as other stores' are: reading goes on while somebody writes")
  func journalMode() throws {
    let folder = try DemoFolder()
    try folder.make("city.db", seed: 1)
    let store = try Store.open(.file(path: folder.path("city.db")))
    var mode = ""
    try store.each(sql: "PRAGMA journal_mode") { row in
      mode = row.datum(0).description
      return false
    }
    #expect(mode == "wal")
  }

  @Test("a file that exists is left alone")
  func refusesExisting() throws {
    let folder = try DemoFolder()
    try folder.write("city.db", "precious")
    let refusal = #expect(throws: StoreError.self) { try folder.make("city.db", seed: 1) }
    #expect(refusal?.kind == .exists)
    #expect(try folder.bytes("city.db") == Array("precious".utf8))
  }

  @Test("what stops half way leaves nothing behind")
  func interrupted() throws {
    let folder = try DemoFolder()
    #expect(throws: Interrupted.self) {
      try folder.make("city.db", accounts: 600, seed: 1) { _ in throw Interrupted() }
    }
    #expect(folder.names == [])
  }

  @Test("a file that appears meanwhile is not replaced")
  func appearsMeanwhile() throws {
    let folder = try DemoFolder()
    let refusal = #expect(throws: StoreError.self) {
      try folder.make("city.db", seed: 1) { _ in try folder.write("city.db", "precious") }
    }
    #expect(refusal?.kind == .exists)
    #expect(folder.names == ["city.db"])
    #expect(try folder.bytes("city.db") == Array("precious".utf8))
  }

  @Test("progress tells how many accounts are done")
  func progress() throws {
    let folder = try DemoFolder()
    var heard: [Int] = []
    try folder.make("city.db", accounts: 1100, seed: 1) { heard.append($0) }
    #expect(heard == [500, 1000, 1100])
  }

  @Test("the journal begins with one change, which has no rows")
  func journal() throws {
    let demo = try DemoStore(accounts: 3, years: 1, seed: 9)
    let command = "store demo --accounts 3 --years 1 --seed 9 --until 2026-10-31"
    let header = ChangeHeader(
      change: 1, at: "2026-10-31T12:00:00Z",
      author: Author(operatorName: "demo", host: "demo", command: command), undoes: nil)
    var digest = ChangeDigest(previous: Journal.noDigest)
    header.add(to: &digest, rowCount: 0)
    #expect(try demo.texts("SELECT command FROM change") == [command])
    #expect(try demo.texts("SELECT digest FROM change") == [digest.finish()])
    #expect(try demo.count("SELECT count(*) FROM change_row") == 0)
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

/// A folder of its own for one test.
private final class DemoFolder {
  let folder: String

  init() throws {
    var template = Array("/tmp/ubadmin-demo-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    folder = String(cString: made)
  }

  deinit {
    for name in names { unlink(path(name)) }
    rmdir(folder)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  var names: [String] {
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  func make(
    _ name: String, accounts: Int = 60, seed: UInt64, clock: Clock = .system,
    progress: (Int) throws -> Void = { _ in }
  ) throws {
    let city = try DemoCity(accounts: accounts, years: 2, seed: seed)
    try Store.createDemo(.file(path: path(name)), city, clock: clock, progress: progress)
  }

  func write(_ name: String, _ text: String) throws {
    let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    let bytes = Array(text.utf8)
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    let file = open(path(name), O_RDONLY)
    try #require(file >= 0)
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &block, block.count)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: block[0..<count])
    }
  }
}
