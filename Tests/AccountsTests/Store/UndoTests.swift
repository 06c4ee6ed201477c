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

  @Test("a row that moved since is refused, with the later change and its field, masked")
  func moved() throws {
    let store = try settledStore()
    let first = try store.setPhone("100001", "512-555-0001")
    let second = try store.setPhone("100001", "512-555-0002")
    let before = try store.dump()
    let rejection = failure { try store.undo(change: first, author: author) } as? Rejection
    #expect(
      rejection
        == Rejection(
          .movedSince, field: "phone",
          found: "customer 100001, which was changed by change \(second) "
            + "(phone is now “•••0002”)",
          expected: "customer 100001 as change \(first) left it",
          remedy: "undo change \(second) first, or change the record by hand"))
    #expect(try store.dump() == before)
    #expect(try store.number("SELECT max(change) FROM change") == second)
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

  @Test("a row that something was built on since is refused, with what was built")
  func builtOn() throws {
    let store = try settledStore()
    let added = try store.edit { $0.insert(Town.customer("100002")) }
    let later = try store.edit {
      $0.insert(Town.responsibility(2, "A1", "100002", from: today))
    }
    let rejection = failure { try store.undo(change: added, author: author) } as? Rejection
    #expect(rejection?.code == .movedSince)
    #expect(
      rejection?.found
        == "account_customer 2, which belongs to customer 100002 since change \(later)")
    #expect(rejection?.remedy == "undo change \(later) first")
  }

  @Test("a record is not restored where its parent is gone")
  func parentGone() throws {
    let store = try settledStore()
    try store.edit {
      $0.insert(Town.customer("100002"))
      $0.insert(Town.responsibility(2, "A1", "100002", from: today))
    }
    let removed = try store.edit { books in
      if let row = try books.find(AccountCustomer.self, Int64(2)) { books.delete(row) }
    }
    try store.edit { books in
      books.delete(try books.customer(CustomerID(trusted: "100002")))
    }
    let rejection = failure { try store.undo(change: removed, author: author) } as? Rejection
    #expect(rejection?.found == "customer 100002, which no longer exists")
    #expect(rejection?.field == "cid")
  }

  @Test("a service is not brought back beside the one that took its place")
  func overlap() throws {
    let store = try settledStore()
    let stopped = try store.edit { books in
      guard let row = try books.find(Service.self, Int64(1)) else { return }
      var changed = row
      changed[Service.stopOn] = today
      books.update(row, to: changed)
    }
    try store.edit { $0.insert(Town.water(2, "A1", from: today)) }
    let before = try store.dump()
    let rejection = failure { try store.undo(change: stopped, author: author) } as? Rejection
    #expect(rejection?.code == .movedSince)
    #expect(rejection?.found.contains("two services 1000 at once") == true)
    #expect(try store.dump() == before)
  }

  @Test("a name that was taken since is refused")
  func nameTaken() throws {
    let store = try settledStore()
    func rename(_ code: String, _ name: String) throws -> Int64 {
      try store.edit { books in
        guard let row = try books.find(ServiceType.self, code) else { return }
        var changed = row
        changed[ServiceType.name] = Line(trusted: name)
        books.update(row, to: changed)
      }
    }
    let first = try rename("MXU", "RADIO")
    _ = try rename("2000", "MXU")
    let rejection = failure { try store.undo(change: first, author: author) } as? Rejection
    #expect(rejection?.code == .movedSince)
    #expect(rejection?.found.contains("another row in place of service_type MXU") == true)
  }

  @Test("a row that a hand changed outside the journal is not overwritten")
  func outsideTheJournal() throws {
    let store = try settledStore()
    let change = try store.setPhone("100001", "512-555-0001")
    try store.tamper("UPDATE customer SET phone = '512-555-0009'")
    let rejection = failure { try store.undo(change: change, author: author) } as? Rejection
    #expect(rejection?.code == .movedSince)
    #expect(rejection?.found.contains("not by a change in the journal") == true)
  }

  @Test("fields that the change did not write do not count, and keep what came since")
  func otherFields() throws {
    let store = try settledStore()
    let before = try store.customerCells()
    let first = try store.setPhone("100001", "512-555-0001")
    try store.edit { books in
      let row = try books.customer(CustomerID(trusted: "100001"))
      var changed = row
      changed[Customer.city] = Line(trusted: "Elsewhere")
      books.update(row, to: changed)
    }
    try store.undo(change: first, author: author)
    let after = try store.customerCells()
    #expect(after[Customer.city.index] == .text("Elsewhere"))
    #expect(after[Customer.phone.index] == before[Customer.phone.index])
    #expect(try store.verifyJournal().fault == nil)
    // The undo is a change like any other.
    try store.undo(change: first + 2, author: author)
    #expect(try store.customerCells()[Customer.phone.index] == .text("512-555-0001"))
    #expect(try store.customerCells()[Customer.city.index] == .text("Elsewhere"))
  }

  @Test("a row of which the change says more than once goes back beside a later field")
  func severalTimesBesideAnother() throws {
    let store = try settledStore()
    let before = try store.customerCells()
    let transaction = try store.beginChange(author)
    for phone in ["512-555-0001", "512-555-0002"] {
      try transaction.perform(
        Edit { books in
          let row = try books.customer(CustomerID(trusted: "100001"))
          var changed = row
          changed[Customer.phone] = PhoneNumber(trusted: phone)
          books.update(row, to: changed)
        })
    }
    let change = try #require(try transaction.commit())
    try store.tamper("UPDATE customer SET city = 'Elsewhere'")
    try store.undo(change: change, author: author)
    #expect(try store.customerCells()[Customer.phone.index] == before[Customer.phone.index])
  }

  @Test("the change that is named is the one that wrote the same field, not the last one")
  func movedThenOther() throws {
    let store = try settledStore()
    let first = try store.setPhone("100001", "512-555-0001")
    let second = try store.setPhone("100001", "512-555-0002")
    try store.edit { books in
      let row = try books.customer(CustomerID(trusted: "100001"))
      var changed = row
      changed[Customer.city] = Line(trusted: "Elsewhere")
      books.update(row, to: changed)
    }
    let rejection = failure { try store.undo(change: first, author: author) } as? Rejection
    #expect(rejection?.field == "phone")
    #expect(rejection?.found.contains("by change \(second) (phone is now “•••0002”)") == true)
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

extension Store {
  /// The cells of the town's customer.
  fileprivate func customerCells() throws -> [Datum] {
    try books().customer(CustomerID(trusted: "100001")).values
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
