import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Why the rows of a run were written", .onBothEngines)
struct RowReasonTests {
  let office: Office

  /// A row of a file.
  private struct GivenRow {
    let type: any Accounts.Operation.Type
    let cells: [String: String]
    let reason: String?
  }

  init() throws {
    office = try Office(on: "2026-03-10")
    try run((1...6).map { Self.customer("\($0)") })
  }

  private static func customer(_ cid: String, reason: String? = nil) -> GivenRow {
    GivenRow(type: AddCustomer.self, cells: ["cid": cid, "name": "Ana"], reason: reason)
  }

  /// Performs all rows in one change.
  @discardableResult
  private func run(_ rows: [GivenRow], reason: String? = nil) throws -> Int64? {
    let operations = try rows.map { try Self.operation($0.type, $0.cells) }
    let author = Author(operatorName: "pat", host: "desk", command: "test", reason: reason)
    return try office.store.change(by: author) { change in
      for result in try change.perform(batch: operations, reasons: rows.map(\.reason)) {
        _ = try result.get()
      }
      return .commit(())
    }.number
  }

  private static func operation<O: Accounts.Operation>(
    _ type: O.Type, _ cells: [String: String]
  ) throws -> any Mutation { try Office.operation(type, cells) }

  /// A row for each reason, about one customer after the other.
  @discardableResult
  private func setPhones(
    _ reasons: [String?], digits: String = "01", reason: String? = nil
  ) throws -> Int64? {
    let rows = reasons.enumerated().map { index, reason in
      GivenRow(
        type: SetCustomer.self, cells: ["cid": "\(index + 1)", "phone": "512-555-01\(digits)"],
        reason: reason)
    }
    return try run(rows, reason: reason)
  }

  private func kept(of change: Int64) throws -> [String] {
    var rows: [String] = []
    try office.store.each(
      sql: "SELECT number, reason FROM change_reason WHERE change = ? ORDER BY number",
      [.integer(change)]
    ) { row in
      rows.append("\(row.integer(0)) \(row.datum(1).text ?? "-")")
      return true
    }
    return rows
  }

  private func shown(_ change: Int64) throws -> [String?] {
    var reasons: [String?] = []
    try office.store.changedRows(of: change) { row in
      reasons.append(row.reason)
      return true
    }
    return reasons
  }

  @Test("the reason that all rows give is the change's")
  func common() throws {
    let change = try #require(try setPhones(["moved", "moved", "moved"]))
    #expect(try office.store.change(change)?.reason == "moved")
    #expect(try kept(of: change) == [])
    #expect(try shown(change) == [nil, nil, nil])
    #expect(try office.store.verifyJournal().fault == nil)
  }

  @Test("different reasons stay with their rows, and none with a row that gives none")
  func different() throws {
    let change = try #require(try setPhones(["moved", "moved", nil, "lost", "moved", "moved"]))
    #expect(try office.store.change(change)?.reason == nil)
    #expect(try kept(of: change) == ["1 moved", "3 -", "4 lost", "5 moved"])
    #expect(try shown(change) == ["moved", "moved", nil, "lost", "moved", "moved"])
    #expect(try office.store.verifyJournal().fault == nil)
  }

  @Test("a row that says what the whole change says adds nothing")
  func besideTheChange() throws {
    let change = try #require(try setPhones(["moved", "lost", "moved"], reason: "moved"))
    #expect(try office.store.change(change)?.reason == "moved")
    #expect(try kept(of: change) == ["2 lost", "3 -"])
  }

  @Test("rows that change nothing give the change no reason")
  func unchanged() throws {
    try setPhones([nil, nil])
    let change = try #require(try setPhones(["moved", "moved", "lost"]))
    #expect(try office.store.change(change)?.reason == "lost")
    #expect(try kept(of: change) == [])
  }

  @Test("many different reasons are all kept, also those written before the end")
  func many() throws {
    let rows = (0..<1500).map { Self.customer("C\($0)", reason: "reason \($0)") }
    let change = try #require(try run(rows))
    #expect(try kept(of: change).count == 1500)
    #expect(try kept(of: change).last == "1500 reason 1499")
    #expect(try office.store.verifyJournal().fault == nil)
  }

  @Test("a dry run keeps none")
  func dryRun() throws {
    let operations = try ["1", "2"].map {
      try Office.operation(SetCustomer.self, ["cid": $0, "phone": "512-555-0101"])
    }
    try office.store.change(by: author, isDryRun: true) { change in
      _ = try change.perform(batch: operations, reasons: ["moved", "lost"])
      return .commit(())
    }
    #expect(try kept(of: 2) == [])
  }

  @Test(
    "a reason that somebody wrote, changed or removed in the store shows in the chain",
    arguments: [
      "UPDATE change_reason SET reason = 'x' WHERE number = 2",
      "DELETE FROM change_reason WHERE number = 2",
      "INSERT INTO change_reason VALUES (2, 3, 'x')",
      "INSERT INTO change_reason VALUES (2, 99, 'x')",
      "INSERT INTO change_reason VALUES (1, 1, 'x')",
    ])
  func tampered(sql: String) throws {
    try setPhones(["moved", "lost", "lost"])
    #expect(try office.store.verifyJournal().fault == nil)
    try office.store.tamper(sql)
    #expect(try office.store.verifyJournal().fault?.change == (sql.contains("(1") ? 1 : 2))
  }

  @Test("an undo has its own reason")
  func undone() throws {
    let change = try #require(try setPhones(["moved", "lost"]))
    let undo = try #require(try office.store.undo(change: change, author: author).change)
    #expect(try kept(of: undo) == [])
    #expect(try office.store.change(undo)?.reason == nil)
    #expect(try office.store.verifyJournal().fault == nil)
  }

  @Test("in a change of several commands each keeps the reasons of its rows")
  func severalCommands() throws {
    let store = office.store
    store.openChange()
    try setPhones(["moved", "lost"])
    try store.edit { $0.insert(Town.customer("100009")) }
    try setPhones(["sold", "sold"], digits: "02")
    let number = try #require(try store.commitOpenChange())
    #expect(try kept(of: number) == ["1 moved", "2 lost", "3 -"])
    #expect(try store.change(number)?.reason == "sold")
    #expect(try store.verifyJournal().fault == nil)
  }

  @Test("a copy has them, too")
  func copied() throws {
    let change = try #require(try setPhones(["moved", "lost"]))
    let folder = try ScratchFolder()
    let location = StoreLocation.file(path: folder.file("copy.db"))
    try office.store.copy(to: location)
    let copy = try Store.open(location)
    #expect(try copy.verifyJournal() == office.store.verifyJournal())
    var reasons: [String?] = []
    try copy.changedRows(of: change) { row in
      reasons.append(row.reason)
      return true
    }
    #expect(reasons == ["moved", "lost"])
  }
}
