import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Rows that rules look up")
struct RowSourceTests {
  private static let lookups: [LookupShape] = [
    Read.latest.shape, Read.onDay.shape, Read.notBefore.shape,
  ]

  @Test("an answer that is kept follows every write as the engine would", arguments: 1...20)
  func keptAnswers(seed: UInt64) throws {
    let store = try Store.inMemory(clock: .fixed(CivilDate("2026-06-01")))
    let connection = store.connection
    try connection.script("PRAGMA foreign_keys = OFF")
    let keeping = DirectRows(connection, keepsAnswers: true)
    let asking = DirectRows(connection, keepsAnswers: false)
    var random = SeededGenerator(seed: seed)
    var rows: [[Datum]] = []
    for _ in 0..<300 {
      let change = Self.change(of: &rows, &random)
      try connection.write(change)
      keeping.wrote(change)
      let day = Self.day(&random)
      for lookup in Self.lookups {
        let arguments: [Datum] = lookup === Read.latest.shape ? ["M1".datum] : ["M1".datum, day]
        let limit = lookup.limit
        let kept = try keeping.rows(lookup, arguments, limit: limit)
        #expect(kept == (try asking.rows(lookup, arguments, limit: limit)))
      }
      let key: [Datum] = ["M1".datum, day, .integer(1)]
      #expect(try keeping.row(of: Read.table, key) == asking.row(of: Read.table, key))
    }
  }

  private static func day(_ random: inout SeededGenerator) -> Datum {
    .text("2026-05-0\(Int.random(in: 1...4, using: &random))")
  }

  /// A row that comes, changes or goes.
  private static func change(
    of rows: inout [[Datum]], _ random: inout SeededGenerator
  ) -> RowChange {
    if let index = rows.indices.randomElement(using: &random),
      Int.random(in: 0...2, using: &random) > 0
    {
      let before = rows[index]
      if Bool.random(using: &random) {
        rows.remove(at: index)
        return RowChange(table: Read.table, before: before, after: nil)
      }
      var after = before
      after[Read.reading.index] = .integer((before[Read.reading.index].integer ?? 0) + 1)
      after[Read.state.index] = .text(Bool.random(using: &random) ? "void" : "current")
      rows[index] = after
      return RowChange(table: Read.table, before: before, after: after)
    }
    var row = Row<Read>().values
    let day = day(&random)
    let number = rows.filter { $0[1] == day }.compactMap(\.[2].integer).max() ?? 0
    row[0] = Int.random(in: 0...4, using: &random) > 0 ? "M1".datum : "M2".datum
    row[1] = day
    row[2] = .integer(number + 1)
    row[Read.kind.index] = .text("actual")
    row[Read.reason.index] = .text("periodic")
    row[Read.state.index] = .text("current")
    rows.append(row)
    return RowChange(table: Read.table, before: nil, after: row)
  }

  @Test("a change of many rows has all its lines, in order, in a valid chain")
  func manyLines() throws {
    let office = try Office(on: "2026-06-01")
    let change = try office.store.beginChange(
      Author(operatorName: "pat", host: "desk", command: "test"))
    for number in 1...3000 {
      try change.perform(
        Office.operation(AddCustomer.self, ["cid": "C\(number)", "name": "Name \(number)"]))
    }
    let committed = try #require(try change.commit())
    var keys: [String] = []
    try office.store.each(
      sql: "SELECT row_key FROM change_row WHERE change = ? ORDER BY number",
      [.integer(committed)]
    ) { row in
      keys.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    #expect(keys == (1...3000).map { "C\($0)" })
    #expect(try office.store.verifyJournal().fault == nil)
  }

  @Test("a change of many rows that is given up leaves nothing behind")
  func givenUp() throws {
    let office = try Office(on: "2026-06-01")
    let change = try office.store.beginChange(
      Author(operatorName: "pat", host: "desk", command: "test"))
    for number in 1...3000 {
      try change.perform(Office.operation(AddCustomer.self, ["cid": "C\(number)", "name": "N"]))
    }
    change.rollback()
    for table in ["customer", "change", "change_row"] {
      var count: Int64 = -1
      try office.store.each(sql: "SELECT count(*) FROM \(table)") { row in
        count = row.integer(0)
        return false
      }
      #expect(count == 0, "\(table)")
    }
  }
}
