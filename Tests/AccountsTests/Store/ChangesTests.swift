import Accounts
import Testing

@testable import Ledger
@testable import Values

@Suite("Reading the journal", .onBothEngines)
struct ChangesTests {
  @Test("a change shows who, when, where, what, and its outcome")
  func summary() throws {
    let store = try settledStore()
    let change = try store.setPhone("100001", "512-555-0001")
    let reasoned = Author(operatorName: "sam", host: "till", command: "undo", reason: "wrong line")
    try store.undo(change: change, author: reasoned)
    #expect(
      try store.change(change)
        == ChangeSummary(
          change: 2, at: Timestamp(seconds: 1_764_331_200), operatorName: "pat", actingAs: nil,
          host: "desk",
          command: "test", reason: nil, rowCount: 1, undoes: nil, undoneBy: 3))
    let undo = try #require(try store.change(3))
    #expect(undo.undoes == 2)
    #expect(undo.reason == "wrong line")
    try store.undo(change: 3, author: author)
    #expect(try store.change(2)?.undoneBy == nil)
    #expect(try store.change(3)?.undoneBy == 4)
    #expect(try store.change(9) == nil)
  }

  @Test("an update shows the cells that changed, before and after")
  func update() throws {
    let store = try settledStore()
    let change = try store.setPhone("100001", "512-555-0001")
    var rows: [ChangedRow] = []
    try store.changedRows(of: change) {
      rows.append($0)
      return true
    }
    #expect(rows.map(\.key) == ["100001"])
    #expect(
      rows.first?.cells == [
        ChangedCell(
          field: "phone", type: .text, before: .null, after: .text("512-555-0001"), isPersonal: true
        )
      ])
  }

  @Test("an insert shows the row as it is now, a delete the row as it was")
  func insertAndDelete() throws {
    let store = try settledStore()
    let change = try store.edit { books in
      books.insert(Town.customer("100002", "Bo Lind"))
      if let read = try books.rows(Read.ofMeter, "M1").first { books.delete(read) }
    }
    var rows: [ChangedRow] = []
    try store.changedRows(of: change) {
      rows.append($0)
      return true
    }
    let name = rows.first?.cells.first { $0.field == "name" }
    #expect(name == ChangedCell(field: "name", type: .text, before: nil, after: .text("Bo Lind")))
    #expect(rows.last?.action == .delete)
    #expect(rows.last?.key == "M1 2025-09-29 1")
    let reading = rows.last?.cells.first { $0.field == "reading" }
    #expect(
      reading
        == ChangedCell(field: "reading", type: .quantity, before: .integer(100_000), after: nil))
  }

  @Test("all rows of a long change are told in order, until enough are")
  func streaming() throws {
    let store = try settledStore()
    let count = JournalLine.pageSize + 7
    let change = try store.addCustomers(count)
    var numbers: [Int64] = []
    try store.changedRows(of: change) {
      numbers.append($0.number)
      return true
    }
    #expect(numbers == (1...Int64(count)).map { $0 })
    var seen = 0
    try store.changedRows(of: change) { _ in
      seen += 1
      return seen < 3
    }
    #expect(seen == 3)
  }
}
