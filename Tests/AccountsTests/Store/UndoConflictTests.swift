import Accounts
import Testing

@testable import Ledger
@testable import Values

@Suite("Undo of rows that changed since", .onBothEngines)
struct UndoConflictTests {
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
        == "the responsibility of customer 100002 for account A1, which belongs to customer 100002 "
        + "since change \(later)")
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

  @Test("a service is named by its code and account, not by a number that nobody has seen")
  func named() throws {
    let store = try settledStore()
    func stop(on day: CivilDate) throws -> Int64 {
      try store.edit { books in
        guard let row = try books.find(Service.self, Int64(1)) else { return }
        var changed = row
        changed[Service.stopOn] = day
        books.update(row, to: changed)
      }
    }
    let first = try stop(on: today)
    let second = try stop(on: today.adding(days: 1))
    let rejection = failure { try store.undo(change: first, author: author) } as? Rejection
    #expect(
      rejection?.found.hasPrefix(
        "service 1000 of account A1, which was changed by change \(second)") == true,
      "\(String(describing: rejection))")
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
    let second = try rename("2000", "MXU")
    let rejection = failure { try store.undo(change: first, author: author) } as? Rejection
    #expect(rejection?.code == .movedSince)
    #expect(rejection?.field == "name")
    #expect(
      rejection?.found == "service type 2000, whose name is now “MXU” since change \(second)")
    #expect(rejection?.remedy == "undo change \(second) first")
  }

  @Test("what the store says of a row has the names that people know")
  func storeWords() {
    for (said, name, words) in [
      (
        "another row has the same service_type.name, customer.postal_code", nil,
        "another row has the same name of service type, postal code of customer"
      ),
      (
        "a value is not allowed (to_on IS NULL OR to_on >= from_on)", "account_customer",
        "a value is not allowed (“To” IS NULL OR “To” >= “From”)"
      ),
      ("it would break a reference (bill_share)", nil, "it would break a reference (bill share)"),
    ] as [(String, String?, String)] {
      #expect(Table.words(in: said, of: name) == words)
    }
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
}

extension Store {
  /// The cells of the town's customer.
  fileprivate func customerCells() throws -> [Datum] {
    try books().customer(CustomerID(trusted: "100001")).values
  }
}
