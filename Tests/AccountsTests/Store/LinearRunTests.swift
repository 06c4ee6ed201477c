import CSQLite
import Testing

@testable import Accounts
@testable import Engines
@testable import Ledger
@testable import Portal
@testable import Rules
@testable import Values

/// A bulk run's work is linear in its rows, though all of them are about one account: what the engine
/// does for four times the rows is about four times as much. No clock is asked.
@Suite("Long runs about one account")
struct LinearRunTests {
  /// A file of rows, and what must be there before.
  struct Run: Sendable, CustomTestStringConvertible {
    let type: any Accounts.Operation.Type
    var repeats = RepeatPolicy.refuse
    var before: (@Sendable (Office, Int) throws -> Void)?
    let row: @Sendable (Int) -> [String: String]
    var testDescription: String { "\(type.name)" }
  }

  static func day(_ number: Int) -> String {
    CivilDate(daysSince1970: 17_000).adding(days: number).description
  }

  static func office() throws -> Office {
    let office = try Office(on: "2055-01-01") {
      try TestEngine.current.emptyStore(clock: $0, onOwnConnection: true)
    }
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana"])
    try office.run(AddLocation.self, ["location": "L1", "address": "Main"])
    try office.run(AddMeter.self, ["meter": "M1", "service": "WATER"])
    try office.run(
      OpenAccount.self, ["account": "A1", "cid": "1", "location": "L1", "on": day(0)])
    try office.run(
      OpenAccount.self, ["account": "A2", "cid": "1", "location": "L1", "on": day(0)])
    try office.run(AddServiceType.self, ["code": "9000", "name": "TRASH", "metered": "no"])
    try office.run(
      StartService.self,
      ["account": "A1", "service": "WATER", "on": day(0), "meter": "M1", "reading": "0"])
    return office
  }

  /// All rows in one change, as a file is applied.
  static func perform(
    _ type: any Accounts.Operation.Type, _ count: Int, on office: Office,
    counting read: CountedRows.Count? = nil, batch: Int? = nil,
    repeats: RepeatPolicy = .refuse, _ row: (Int) -> [String: String],
    atEnd: (ChangeTransaction) throws -> Void = { _ in }
  ) throws {
    func one(_ type: (some Accounts.Operation).Type, _ number: Int) throws -> any Accounts.Operation
    {
      try Office.operation(type, row(number))
    }
    try office.store.change(by: author) { change in
      change.books.acceptsUnusual = true
      change.books.repeats = repeats
      if let read { change.books.source = CountedRows(change.books.direct, read) }
      let size = batch ?? change.batchSize
      for start in stride(from: 0, to: count, by: size) {
        let rows = start..<min(count, start + size)
        for result in try change.perform(batch: rows.map { try one(type, $0) }) {
          // A file that comes again is refused row by row.
          if case .failure(let rejection) = result, rejection.code == .duplicate { continue }
          _ = try result.get()
        }
      }
      try atEnd(change)
      return .commit(())
    }
  }

  /// What the engine does for so many rows, in hundreds of its instructions, and how many rows the
  /// rules are given.
  private static func work(_ run: Run, rows: Int) throws -> (engine: Int, read: Int) {
    let office = try office()
    try run.before?(office, rows)
    try office.store.updateSearchIndex()
    let engine = try #require(office.store.connection as? SQLiteConnection)
    let count = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    count.initialize(to: 0)
    defer { count.deallocate() }
    sqlite3_progress_handler(
      engine.database, 100,
      { place in
        place?.assumingMemoryBound(to: Int.self).pointee += 1
        return 0
      }, count)
    defer { sqlite3_progress_handler(engine.database, 0, nil, nil) }
    let read = CountedRows.Count()
    try perform(run.type, rows, on: office, counting: read, repeats: run.repeats, run.row)
    // A change is searched for as soon as it is made.
    try office.store.updateSearchIndex()
    return (count.pointee, read.rows)
  }

  @Test("four times the rows are four times the work", arguments: runs.indices)
  func linear(_ index: Int) throws {
    let run = Self.runs[index]
    let (some, many) = (try Self.work(run, rows: 300), try Self.work(run, rows: 1200))
    for (some, many) in [(some.engine, many.engine), (some.read, many.read)] {
      #expect(Double(many) <= 4.6 * Double(max(some, 1)), "\(run.type.name): \(some) and \(many)")
    }
  }
}

extension LinearRunTests {
  @Test("every operation has a long run, or is done once to a record")
  func complete() {
    let tried = Set(Self.runs.map { "\($0.type.name)" })
    let all = Set(OperationCatalogue.all.map { "\($0.name)" })
    let others = Self.oncePerRecord
    #expect(all.subtracting(tried).subtracting(others).sorted() == [])
    #expect(tried.intersection(others).isEmpty)
    #expect(others.isSubset(of: all))
  }
}

/// Rows as rules read them, counted.
final class CountedRows: RowSource {
  /// How many there were.
  final class Count {
    var rows = 0
  }

  private let source: any RowSource
  private let count: Count

  init(_ source: any RowSource, _ count: Count) {
    self.source = source
    self.count = count
  }

  func row(of table: Table, _ key: [Datum]) throws(RuleError) -> [Datum]? {
    count.rows += 1
    return try source.row(of: table, key)
  }

  func rows(_ lookup: LookupShape, _ arguments: [Datum], limit: Int?) throws(RuleError) -> [[Datum]]
  {
    let found = try source.rows(lookup, arguments, limit: limit)
    count.rows += found.count
    return found
  }

  func greatestKey(of table: Table) throws(RuleError) -> Int64 { try source.greatestKey(of: table) }
}
