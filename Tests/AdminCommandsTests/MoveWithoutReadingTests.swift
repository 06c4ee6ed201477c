import Accounts
import Testing

@testable import AdminCommands

/// Use around a day on which a meter passes from one customer to the next. The day of the bench is
/// 2026-03-10.
@Suite("A move without a reading", .onBothEngines)
struct MoveWithoutReadingTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo",
      "location add L1 --address Main", "location add L2 --address Elm",
      "meter add M1 --service WATER --dials 6",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "service start A1 WATER --on 2025-11-01 --meter M1 --reading 1000",
      "read add M1 --on 2025-12-01 --reading 1100",
    ] { try bench.expect(line) }
  }

  private static let move = "account move A1 --cid 2 --on 2025-12-11"
  private static let final = "read add M1 --on 2025-12-11 --reason final --reading 1200"

  private var use: [String] {
    get throws {
      try lines("report consumption-history --fields from,to,quantity")
    }
  }

  private var found: [String] {
    get throws {
      let line = "store doctor --only move_without_reading --fields hint --csv --no-header"
      return bench.run(line).output.split(separator: "\n").map(String.init)
    }
  }

  private func lines(_ line: String) throws -> [String] {
    try bench.rows(line)
  }

  @Test("one reading of the day, given later, ends the old use and begins the new")
  func later() throws {
    #expect(try bench.expect(Self.move).words.contains("`ubadmin read add M1 --on 2025-12-11"))
    try bench.expect("read add M1 --on 2026-01-11 --reading 1500")
    let done = try bench.expect(Self.final)
    #expect(done.words.contains("also begins the next service on account A1"), "\(done)")
    #expect(
      try use == [
        "2025-11-01,2025-12-01,100", "2025-12-01,2025-12-11,100", "2025-12-11,2026-01-11,300",
      ])
    #expect(try bench.expect(Self.final).words.contains("unchanged"))
    try bench.expect("store check")
  }

  @Test("the read that also begins the next service keeps the source by which older stores know it")
  func source() throws {
    try bench.expect(Self.move)
    try bench.expect(Self.final)
    let sources = try lines("read list --meter M1 --fields source")
    #expect(sources.contains("reading of the final read"), "\(sources)")
  }

  @Test("the next read says which use is not counted, and the command that counts it")
  func told() throws {
    try bench.expect(Self.move)
    let told = try bench.expect("read add M1 --on 2026-01-11 --reading 1500").words
    #expect(
      told.contains(
        "usage since 2025-12-11 is not counted: meter M1 has no reading of that day; add it with "
          + "`ubadmin read add M1 --on 2025-12-11 --reason final --reading READING`"), "\(told)")
    #expect(
      try !bench.expect("read add M1 --on 2026-02-11 --reading 1600").words.contains("not counted"))
  }

  @Test("the doctor lists the move until there is a reading")
  func doctor() throws {
    #expect(try found == [])
    try bench.expect(Self.move)
    #expect(
      try found
        == ["ubadmin read add M1 --on 2025-12-11 --reason final --reading READING"])
    try bench.expect("read add M1 --on 2026-01-11 --reading 1500")
    #expect(try found.count == 1)
    try bench.expect(Self.final)
    #expect(try found == [])
  }

  @Test("a reading of the day that is on record before the move begins the new use, too")
  func before() throws {
    try bench.expect("read add M1 --on 2025-12-11 --reading 1200")
    try bench.expect(Self.move)
    try bench.expect("read add M1 --on 2026-01-11 --reading 1500")
    #expect(try use.last == "2025-12-11,2026-01-11,300")
    #expect(try found == [])
  }

  @Test("so it is where a service stops and starts on another account")
  func stopAndStart() throws {
    try bench.expect("account open A2 --cid 2 --location L2 --on 2025-12-01")
    try bench.expect("service stop A1 WATER --on 2025-12-11")
    try bench.expect("service start A2 WATER --on 2025-12-11 --meter M1")
    try bench.expect("read add M1 --on 2026-01-11 --reading 1500")
    try bench.expect(Self.final)
    #expect(try use.last == "2025-12-11,2026-01-11,300")
  }

  @Test("so it is where an account is closed and opened again")
  func closeAndOpen() throws {
    try bench.expect("account close A1 --on 2025-12-11")
    try bench.expect("account open A1 --cid 2 --location L1 --on 2025-12-11")
    try bench.expect("service start A1 WATER --on 2025-12-11 --meter M1")
    try bench.expect(Self.final)
    try bench.expect("read add M1 --on 2026-01-11 --reading 1500")
    #expect(try use.last == "2025-12-11,2026-01-11,300")
  }

  @Test("days between two services are nobody's: the next one wants a reading of its first day")
  func gap() throws {
    try bench.expect("service stop A1 WATER --on 2025-12-11 --reading 1200")
    try bench.expect("service start A1 WATER --on 2025-12-21 --meter M1")
    let told = try bench.expect("read add M1 --on 2026-01-11 --reading 1500").words
    let command = "read add M1 --on 2025-12-21 --reason initial --reading"
    #expect(told.contains("`ubadmin \(command) READING`"), "\(told)")
    #expect(try found == ["ubadmin \(command) READING"])
    try bench.expect("\(command) 1210")
    #expect(try use.last == "2025-12-21,2026-01-11,290")
    #expect(try found == [])
  }

  @Test("a voided final read takes what it began with it")
  func voided() throws {
    try bench.expect(Self.move)
    try bench.expect("read add M1 --on 2026-01-11 --reading 1500")
    try bench.expect(Self.final)
    try bench.expect("read void M1 --on 2025-12-11")
    #expect(try use == ["2025-11-01,2025-12-01,100"])
    try bench.expect("read add M1 --on 2025-12-11 --reason final --reading 1210")
    #expect(try use.last == "2025-12-11,2026-01-11,290")
    try bench.expect("store check")
  }

  @Test("an initial read that is entered itself counts instead of the one taken over")
  func own() throws {
    try bench.expect(Self.move)
    try bench.expect(Self.final)
    try bench.expect("read add M1 --on 2025-12-11 --reason initial --reading 1205")
    try bench.expect("read add M1 --on 2026-01-11 --reading 1500")
    #expect(try use.last == "2025-12-11,2026-01-11,295")
    try bench.expect("store check")
  }

  @Test("a move that is entered again with a reading takes the reading")
  func moveAgain() throws {
    try bench.expect("account move A1 --cid 2 --on 2025-12-11")
    try bench.expect("account move A1 --cid 2 --on 2025-12-11 --reading 1300")
    #expect(
      try lines("read list --meter M1 --fields on,reason,reading --sort on") == [
        "2025-11-01,initial,1000", "2025-12-01,periodic,1100", "2025-12-11,final,1300",
        "2025-12-11,initial,1300",
      ])
    let again = try bench.expect("account move A1 --cid 2 --on 2025-12-11 --reading 1300")
    #expect(again.words.contains("unchanged"), "\(again)")
  }
}
