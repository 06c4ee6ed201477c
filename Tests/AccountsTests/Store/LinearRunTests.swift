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
    var before: (@Sendable (Office, Int) throws -> Void)?
    let row: @Sendable (Int) -> [String: String]
    var testDescription: String { "\(type.name)" }
  }

  private static func day(_ number: Int) -> String {
    CivilDate(daysSince1970: 17_000).adding(days: number).description
  }

  private static func payments(_ office: Office, _ count: Int) throws {
    try perform(PostPayment.self, count, on: office) {
      ["account": "A1", "on": day($0), "amount": "1.00"]
    }
  }

  private static func bills(_ office: Office, _ count: Int) throws {
    try perform(AddBill.self, count, on: office) {
      ["bill": "B\($0)", "account": "A1", "on": day($0), "amount": "1.00"]
    }
  }

  private static func requests(_ office: Office, _ count: Int) throws {
    try perform(AddRequest.self, count, on: office, Self.request)
  }

  private static func users(_ office: Office, _ count: Int) throws {
    try perform(RegisterUser.self, count, on: office) {
      ["email": "u\($0)@example.com", "first": "U", "last": "V\($0)"]
    }
  }

  private static func request(_ number: Int) -> [String: String] {
    ["email": "a@example.com", "account": "A1", "subject": "S\(number)", "text": "T\(number)"]
  }

  static let runs = [
    Run(type: PostPayment.self) {
      ["account": "A1", "on": day($0 / 3), "amount": "1.\(10 + $0 % 7)"]
    },
    Run(type: PostPayment.self, before: bills) {
      ["account": "A1", "on": day($0 + 100_00), "amount": "1.00"]
    },
    Run(type: AddBill.self) {
      ["bill": "B\($0)", "account": "A1", "on": day($0 / 3), "amount": "1.00"]
    },
    Run(type: AddRead.self) { ["meter": "M1", "on": day($0 + 1), "reading": "\($0 * 3 + 3)"] },
    Run(type: AddLink.self, before: users) {
      ["email": "u\($0)@example.com", "account": "A1", "cid": "1"]
    },
    Run(type: AddRequest.self, row: request),
    Run(type: AddNote.self) { ["kind": "account", "key": "A1", "text": "note \($0)"] },
    Run(type: ReversePayment.self, before: payments) {
      ["payment": "\($0 + 1)", "reason": "bounced"]
    },
    Run(type: VoidBill.self, before: bills) { ["bill": "B\($0)", "reason": "wrong"] },
    Run(type: CloseRequest.self, before: requests) { ["request": "\($0 + 1)"] },
  ]

  private static func office() throws -> Office {
    let office = try Office(on: "2055-01-01")
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana"])
    try office.run(AddLocation.self, ["location": "L1", "address": "Main"])
    try office.run(AddMeter.self, ["meter": "M1", "service": "WATER"])
    try office.run(
      OpenAccount.self, ["account": "A1", "cid": "1", "location": "L1", "on": day(0)])
    try office.run(
      StartService.self,
      ["account": "A1", "service": "WATER", "on": day(0), "meter": "M1", "reading": "0"])
    return office
  }

  /// All rows in one change, as a file is applied.
  private static func perform(
    _ type: any Accounts.Operation.Type, _ count: Int, on office: Office,
    counting read: CountedRows.Count? = nil,
    _ row: (Int) -> [String: String]
  ) throws {
    func one(_ type: (some Accounts.Operation).Type, _ number: Int) throws -> any Accounts.Operation
    {
      try Office.operation(type, row(number))
    }
    try office.store.change(by: author) { change in
      change.books.acceptsUnusual = true
      change.books.repeats = .refuse
      if let read { change.books.source = CountedRows(change.books.direct, read) }
      for start in stride(from: 0, to: count, by: change.batchSize) {
        let rows = start..<min(count, start + change.batchSize)
        for result in try change.perform(batch: rows.map { try one(type, $0) }) {
          _ = try result.get()
        }
      }
      return .commit(())
    }
  }

  /// What the engine does for so many rows, in hundreds of its instructions, and how many rows the
  /// rules are given.
  private static func work(_ run: Run, rows: Int) throws -> (engine: Int, read: Int) {
    let office = try office()
    try run.before?(office, rows)
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
    try perform(run.type, rows, on: office, counting: read, run.row)
    return (count.pointee, read.rows)
  }

  @Test("four times the rows are four times the work", arguments: runs.indices)
  func linear(_ index: Int) throws {
    let run = Self.runs[index]
    let (some, many) = (try Self.work(run, rows: 400), try Self.work(run, rows: 1600))
    for (some, many) in [(some.engine, many.engine), (some.read, many.read)] {
      #expect(Double(many) <= 4.6 * Double(max(some, 1)), "\(run.type.name): \(some) and \(many)")
    }
  }
}

/// Rows as rules read them, counted.
private final class CountedRows: RowSource {
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
