import Accounts
import Testing

@testable import Ledger

@Suite("The journal's chain", .onBothEngines)
struct VerifyTests {
  /// Four changes, the third of three lines.
  private func store() throws -> Store {
    let store = try settledStore()
    _ = try store.setPhone("100001", "512-555-0001")
    try store.edit {
      for cid in ["100002", "100003", "100004"] { $0.insert(Town.customer(cid)) }
    }
    _ = try store.setPhone("100002", "512-555-0002")
    return store
  }

  @Test("an untouched journal is intact, and its head is reported")
  func whole() throws {
    let store = try store()
    let report = try store.verifyJournal()
    #expect(report.fault == nil)
    #expect(report.changes == 4)
    #expect(report.rows == 10 + 1 + 3 + 1)
    #expect(report.lastChange == 4)
    #expect(report.lastDigest.count == 64)
  }

  @Test("a row that no change wrote is found, also where others of the table are gone")
  func unknownRow() throws {
    let store = try store()
    var found: [String] = []
    #expect(try store.verifyRows { found.append($0.record) }.altered == 0)
    try store.tamper("DELETE FROM customer WHERE cid = '100003'")
    try store.tamper("INSERT INTO setting (name, value) VALUES ('bill.due-days', '99')")
    try store.tamper(
      "INSERT INTO customer SELECT * FROM customer WHERE cid = '100004'"
        .replacing("SELECT *", with: Self.copied))
    let report = try store.verifyRows { found.append($0.record) }
    #expect(found == ["customer 100003", "setting bill.due-days", "customer 100099"])
    #expect(report.altered == 3)
  }

  @Test("a row that was written outside the journal is found also where a later change wrote it")
  func writtenSince() throws {
    let store = try store()
    var found: [String] = []
    func verify() throws -> Int64 {
      found = []
      return try store.verifyRows { found.append("\($0.record): \($0.what)") }.altered
    }
    try store.edit { books in
      guard let row = try books.find(Customer.self, "100002") else { return }
      books.delete(row)
    }
    try store.edit { $0.insert(Town.customer("100002")) }
    _ = try store.setPhone("100002", "512-555-0004")
    #expect(try verify() == 0)
    try store.tamper("UPDATE customer SET name = 'Eve' WHERE cid IN ('100002', '100003')")
    _ = try store.setPhone("100003", "512-555-0003")
    _ = try store.setPhone("100003", "512-555-0033")
    try store.edit { books in
      guard let row = try books.find(Customer.self, "100002") else { return }
      books.delete(row)
    }
    try store.tamper(
      "INSERT INTO customer SELECT * FROM customer WHERE cid = '100004'"
        .replacing("SELECT *", with: Self.copied))
    _ = try store.setPhone("100099", "512-555-0099")
    #expect(try verify() == 3)
    #expect(
      found == [
        "customer 100002: it differs from what change 7 left, already before change 10 wrote it",
        "customer 100003: it differs from what change 3 left, already before change 8 wrote it",
        "customer 100099: it was there when change 11 wrote it, though no change added it",
      ])
  }

  /// Cells of a customer under another number.
  private static let copied =
    "SELECT '100099', " + Customer.table.columns.dropFirst().map(\.name).joined(separator: ", ")

  @Test("an empty journal is whole")
  func empty() throws {
    let report = try Store.inMemory(clock: .fixed(today)).verifyJournal()
    #expect(report.fault == nil)
    #expect(report.changes == 0)
  }

  /// What is done behind the program's back, and what is then said of which change.
  static let damages: [(sql: String, change: Int64, words: String)] = [
    ("UPDATE change_row SET after = '{\"phone\":\"1\"}' WHERE change = 2", 2, "altered"),
    ("UPDATE change_row SET before = '' WHERE change = 2", 2, "altered"),
    ("UPDATE change_row SET row_key = '100009' WHERE change = 3 AND number = 2", 3, "altered"),
    ("UPDATE change_row SET digest = NULL WHERE change = 3 AND number = 3", 3, "altered"),
    ("DELETE FROM change_row WHERE change = 3 AND number = 2", 3, "line 2 is missing"),
    ("DELETE FROM change_row WHERE change = 3 AND number = 3", 3, "2 lines; its header says 3"),
    (
      "INSERT INTO change_row SELECT change, 4, table_name, row_key, action, before, after, digest "
        + "FROM change_row WHERE change = 3 AND number = 1", 3, "4 lines; its header says 3"
    ),
    (
      "UPDATE change_row SET number = 9 WHERE change = 3 AND number = 1; "
        + "UPDATE change_row SET number = 1 WHERE change = 3 AND number = 2; "
        + "UPDATE change_row SET number = 2 WHERE change = 3 AND number = 9", 3, "altered"
    ),
    (
      "DELETE FROM change_row WHERE change = 2; DELETE FROM change WHERE change = 2", 2,
      "after change 1 comes change 3"
    ),
    ("DELETE FROM change WHERE change = 1", 1, "after change 0 comes change 2"),
    ("DELETE FROM change WHERE change = 4", 4, "its header is missing"),
    ("UPDATE change SET operator = 'sam' WHERE change = 2", 2, "altered"),
    ("UPDATE change SET at = '2020-01-01T00:00:00Z' WHERE change = 2", 2, "altered"),
    ("UPDATE change SET reason = 'because' WHERE change = 2", 2, "altered"),
    ("UPDATE change SET undoes = 1 WHERE change = 2", 2, "altered"),
    ("UPDATE change SET digest = '00' WHERE change = 4", 4, "altered"),
    (
      "UPDATE change SET digest = (SELECT digest FROM change WHERE change = 3) WHERE change = 2",
      2, "altered"
    ),
    ("UPDATE change SET previous = '00' WHERE change = 3", 3, "does not match change 2"),
    ("UPDATE change SET previous = '00' WHERE change = 1", 1, "although it is the first"),
    (
      "DELETE FROM change_row WHERE change = 4; DELETE FROM change WHERE change = 4; "
        + "UPDATE change_row SET change = 4 WHERE change = 3; "
        + "UPDATE change SET change = 4 WHERE change = 3", 3, "after change 2 comes change 4"
    ),
  ]

  @Test("every alteration is found, at the first change it broke", arguments: damages.indices)
  func damage(_ index: Int) throws {
    let (sql, change, words) = Self.damages[index]
    let store = try store()
    try store.tamper(sql)
    let fault = try store.verifyJournal().fault
    #expect(fault?.change == change)
    #expect(fault?.what.contains(words) == true, "\(fault?.what ?? "nothing") for \(sql)")
  }

  @Test("a journal that was cut off is found by the head that was noted before")
  func cutOff() throws {
    let store = try store()
    let noted = try store.verifyJournal()
    try store.tamper("DELETE FROM change_row WHERE change = 4; DELETE FROM change WHERE change = 4")
    let report = try store.verifyJournal()
    #expect(report.fault == nil)
    #expect(report.lastChange < noted.lastChange)
  }

  @Test("empty cells at a row's end do not count, so a later column leaves digests as they are")
  func laterColumn() {
    #expect(rowDigest([.text("a"), .null]) == rowDigest([.text("a")]))
    #expect(rowDigest([.text("a"), .null, .integer(1)]) != rowDigest([.text("a"), .integer(1)]))
  }
}
