import Accounts
import CSQLite

import Testing

@testable import Engines
@testable import Ledger
@testable import Reports

/// The first rows of a list are found without the others: what the engine does for them does not
/// grow with the store. No clock is asked.
@Suite("Short lists")
struct ShortListTests {
  private static let limit = 20

  private static func reports(_ store: Store) -> [Report] {
    let (day, dialect) = (store.today, store.dialect)
    var unpaid = Report.BillFilter()
    unpaid.isUnpaid = true
    return [
      .bills(unpaid, asOf: day, dialect: dialect),
      .accounts(asOf: day, isEarlierDay: false, dialect: dialect), .payments(),
      .bills(asOf: day, dialect: dialect),
      .reads(), .meters(asOf: day, dialect: dialect),
      .services(asOf: day, isEarlierDay: false, dialect: dialect),
      .deliveries(DeliveryFilter(), asOf: day, dialect: dialect), .customers(), .locations(),
      .links(asOf: day, dialect: dialect),
    ]
  }

  /// In hundreds of the engine's instructions.
  private static func work(_ report: Report, on store: Store) throws -> Int {
    let engine = try #require(store.connection as? SQLiteConnection)
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
    let output = OutputBuffer.memory()
    let note = try report.run(
      Selection(allOf: report, limit: limit), on: store, to: JSONRowWriter(.lines, output: output))
    #expect(note != nil, "\(report.name) has too few rows for the test")
    return count.pointee
  }

  @Test("a city five times as large makes the first rows of a list no dearer")
  func flat() throws {
    let bench = try CommandBench(withStore: false)
    let (small, large) = (bench.folder + "/small.db", bench.folder + "/large.db")
    try bench.expect("store demo \(small) --accounts 200 --years 1 --until 2026-03-09")
    try bench.expect("store demo \(large) --accounts 1000 --years 1 --until 2026-03-09")
    let stores = try [small, large].map {
      try Store.open(StoreLocation($0), clock: .fixed(bench.day))
    }
    for (first, second) in zip(Self.reports(stores[0]), Self.reports(stores[1])) {
      let (few, many) = (
        try Self.work(first, on: stores[0]), try Self.work(second, on: stores[1])
      )
      #expect(many <= few * 3 / 2 + 20, "\(first.name): \(few) and \(many)")
    }
  }

  @Test("the first bills are those of the whole list")
  func sameBills() throws {
    let bench = try CommandBench(withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 60 --years 1 --until 2026-03-09")
    let all = try bench.expect("bill list --limit 0 --csv").output.split(separator: "\n")
    #expect(all.count > 100)
    for filter in [
      "", " --from 2026-01-15", " --to 2026-02-01", " --as-of 2026-01-10",
      " --account 2000003", " --unpaid", " --unpaid --as-of 2026-01-10",
      " --unpaid --from 2025-12-01 --to 2026-02-20", " --unpaid --due-before 2026-02-20",
      " --unpaid --account 2000003", " --due-before 2026-02-20",
      " --sort total", " --sort -total,account", " --sort due --from 2026-01-15",
      " --sort -open,due",
      " --unpaid --sort account,-due", " --unpaid --sort -total", " --route 001",
      " --unpaid --route 001 --as-of 2026-02-10",
    ] {
      let all = try bench.expect("bill list --limit 0 --csv" + filter).output
      let some = try bench.expect("bill list --limit 7 --csv" + filter).output
      #expect(all.split(separator: "\n").prefix(8) == some.split(separator: "\n")[...], "\(filter)")
    }
  }
}
