import Accounts
import Testing

@testable import Ledger
@testable import Values

@Suite("Undo", .onBothEngines)
struct UndoTests {
  @Test("every kind of change is taken back, to the byte")
  func inverse() throws {
    let store = try settledStore()
    let before = try store.dump()
    let change = try store.edit { books in
      let kept = try books.customer(CustomerID(trusted: "100001"))
      var changed = kept
      changed[Customer.phone] = PhoneNumber(trusted: "512-555-0142")
      changed[Customer.address] = Line(trusted: "\"Quoted\" \\ Straße\u{1}")
      books.update(kept, to: changed)
      books.insert(Town.customer("100002"))
      if let read = try books.rows(Read.ofMeter, "M1").last { books.delete(read) }
      for row in try books.rows(Consumption.ofService, Int64(1)) { books.delete(row) }
    }
    #expect(try store.dump() != before)

    let undone = try store.undo(change: change, author: author)

    #expect(undone == Undone(change: change + 1, rows: 4, alreadyBy: nil))
    #expect(try store.dump() == before)
    #expect(try store.verifyJournal().fault == nil)
  }

  @Test("a whole record with everything on it goes and comes back")
  func recordAndRedo() throws {
    let store = try Store.inMemory(clock: .fixed(today))
    let empty = try store.dump()
    try Town.settle(store)
    let full = try store.dump()

    try store.undo(change: 1, author: author)
    #expect(try store.dump() == empty)
    try store.undo(change: 2, author: author)
    #expect(try store.dump() == full)
    try store.undo(change: 1, author: author)
    #expect(try store.dump() == empty)
  }

  @Test("a change that is undone already is left, and the undo is named")
  func already() throws {
    let store = try settledStore()
    let change = try store.setPhone("100001", "512-555-0142")
    try store.undo(change: change, author: author)
    let again = try store.undo(change: change, author: author)
    #expect(again == Undone(change: nil, rows: 0, alreadyBy: change + 1))
    #expect(try store.number("SELECT count(*) FROM change") == change + 1)
  }

  @Test("a row that was changed several times in one change goes back to its first state")
  func severalTimes() throws {
    let store = try settledStore()
    let before = try store.dump()
    let phones = ["512-555-0001", "512-555-0002", "512-555-0003"]
    let transaction = try store.beginChange(author)
    for phone in phones {
      try transaction.perform(
        Edit { books in
          let row = try books.customer(CustomerID(trusted: "100001"))
          var changed = row
          changed[Customer.phone] = PhoneNumber(trusted: phone)
          books.update(row, to: changed)
        })
    }
    let change = try #require(try transaction.commit())
    try store.undo(change: change, author: author)
    #expect(try store.dump() == before)
  }

  @Test("once the later change is undone, the earlier one can be")
  func inOrder() throws {
    let store = try settledStore()
    let before = try store.dump()
    let first = try store.setPhone("100001", "512-555-0001")
    let second = try store.setPhone("100001", "512-555-0002")
    try store.undo(change: second, author: author)
    try store.undo(change: first, author: author)
    #expect(try store.dump() == before)
  }

  @Test("a dry run tells every row and changes none")
  func dryRun() throws {
    let store = try settledStore()
    let change = try store.setPhone("100001", "512-555-0001")
    let before = try store.dump()
    var told: [String] = []
    let undone = try store.undo(change: change, author: author, isDryRun: true) {
      told.append("\($0.action) \($0.table.name) \($0.keyText)")
    }
    #expect(told == ["update customer 100001"])
    #expect(undone.rows == 1)
    #expect(undone.change == nil)
    #expect(try store.dump() == before)
    #expect(try store.number("SELECT max(change) FROM change") == change)
  }

  @Test("a change that is not there is named")
  func unknown() throws {
    let store = try settledStore()
    let rejection = failure { try store.undo(change: 77, author: author) } as? Rejection
    #expect(rejection?.code == .notFound)
    #expect(rejection?.found == "no change 77")
  }

  @Test("an undo of more rows than a page holds restores all of them")
  func manyPages() throws {
    let store = try settledStore()
    let before = try store.dump()
    let count = JournalLine.pageSize * 2 + 1
    let change = try store.addCustomers(count)
    #expect(try store.undo(change: change, author: author).rows == Int64(count))
    #expect(try store.dump() == before)
  }

  @Test("any row of changes, undone from the last to the first, leaves each earlier state")
  func property() throws {
    var random = SeededGenerator(seed: 20_251_128)
    let store = try settledStore()
    var states: [(change: Int64, before: [String])] = []
    for _ in 0..<60 {
      let before = try store.dump()
      let cids = (0..<4).map { _ in "3000\(Int.random(in: 10...19, using: &random))" }
      let phone = "512-555-\(Int.random(in: 1000...9999, using: &random))"
      let change = try store.edit { books in
        for (index, cid) in cids.enumerated() {
          guard let row = try books.find(Customer.self, cid) else {
            books.insert(Town.customer(cid))
            continue
          }
          if index == 0 {
            books.delete(row)
          } else {
            var changed = row
            changed[Customer.phone] = PhoneNumber(trusted: phone)
            books.update(row, to: changed)
          }
        }
      }
      if change > 0 { states.append((change, before)) }
    }
    for (change, before) in states.reversed() {
      try store.undo(change: change, author: author)
      #expect(try store.dump() == before)
    }
    #expect(try store.verifyJournal().fault == nil)
  }
}
