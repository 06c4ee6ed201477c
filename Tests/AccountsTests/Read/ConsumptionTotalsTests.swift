import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules

@Suite("Totals of consumption", .onBothEngines)
struct ConsumptionTotalsTests {
  private let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.run(SetLocation.self, ["location": "A", "route": "R1", "cycle": "C1"])
    try office.startWater(reading: "100")
    try read("2026-02-01", "110")
  }

  private func read(_ day: String, _ reading: String) throws {
    try office.run(AddRead.self, ["meter": "W1", "on": day, "reading": reading])
  }

  /// `2026-02-01 R1 C1 person: 10 of 1`.
  private func totals() throws -> [String] {
    var found: [String] = []
    try office.store.connection.each(
      once:
        "SELECT to_on, route, cycle, kind, quantity, reads FROM consumption_total ORDER BY 1, 2, 3, 4",
      []
    ) { row in
      let words = (0...3).map { String(decoding: row.text($0), as: UTF8.self) }
      found.append(
        words.joined(separator: " ") + ": \(Quantity(units: row.integer(4))) of \(row.integer(5))")
      return true
    }
    return found
  }

  private func findings() throws -> [CheckRule] { try office.store.brokenRules() }

  @Test("a read adds its consumption, a void read takes it away")
  func reads() throws {
    #expect(try self.totals().joined(separator: "\n") == "2026-02-01 R1 C1 person: 10 of 1")
    try read("2026-03-01", "115")
    #expect(
      try totals().joined(separator: "\n")
        == "2026-02-01 R1 C1 person: 10 of 1\n2026-03-01 R1 C1 person: 5 of 1")
    try office.run(VoidRead.self, ["meter": "W1", "on": "2026-02-01"])
    #expect(try self.totals().joined(separator: "\n") == "2026-03-01 R1 C1 person: 15 of 1")
    #expect(try findings() == [])
  }

  @Test(
    "a location that goes to another route takes its consumption along, and an undo brings it back")
  func moves() throws {
    let before = try totals()
    try office.run(SetLocation.self, ["location": "A", "route": "R2"])
    #expect(try self.totals().joined(separator: "\n") == "2026-02-01 R2 C1 person: 10 of 1")
    let change = try office.store.lastChange()
    try office.store.undo(change: change, author: author)
    #expect(try self.totals().joined(separator: "\n") == before.joined(separator: "\n"))
    #expect(try findings() == [])
  }

  @Test("the kind is that of the customer who owed the last day of the period")
  func kinds() throws {
    try office.run(SetCustomer.self, ["cid": "2", "kind": "organization"])
    try office.run(
      MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-02-10", "reading": "112"])
    try read("2026-03-01", "120")
    let expected = [
      "2026-02-01 R1 C1 person: 10 of 1", "2026-02-10 R1 C1 person: 2 of 1",
      "2026-03-01 R1 C1 organization: 8 of 1",
    ]
    #expect(try self.totals().joined(separator: "\n") == expected.joined(separator: "\n"))
    try office.run(SetCustomer.self, ["cid": "1", "kind": "organization"])
    #expect(try self.totals().allSatisfy { $0.contains("organization") })
    #expect(try findings() == [])
  }

  @Test("the kind is the tenant's, and on days without a customer that of who was there before")
  func debtors() throws {
    func responsible(_ cells: [String: String]) throws {
      try office.run(SetAccount.self, cells.merging(["account": "500"]) { first, _ in first })
    }
    try office.run(SetCustomer.self, ["cid": "2", "kind": "organization"])
    try responsible(["cid": "2", "role": "tenant", "on": "2026-01-01"])
    #expect(try self.totals().joined(separator: "\n") == "2026-02-01 R1 C1 organization: 10 of 1")
    try responsible(["cid": "1", "role": "owner", "until": "2026-01-10"])
    try responsible(["cid": "2", "role": "tenant", "until": "2026-01-20"])
    try read("2026-03-01", "115")
    #expect(
      try totals().joined(separator: "\n")
        == "2026-02-01 R1 C1 organization: 10 of 1\n2026-03-01 R1 C1 organization: 5 of 1")
    #expect(try findings() == [])
  }

  @Test("a route and a read in one change are both counted, whatever comes first")
  func together() throws {
    try office.store.change(by: author) { change in
      try change.perform(
        Office.operation(AddRead.self, ["meter": "W1", "on": "2026-03-01", "reading": "115"]))
      try change.perform(Office.operation(SetLocation.self, ["location": "A", "route": "R2"]))
      try change.perform(Office.operation(VoidRead.self, ["meter": "W1", "on": "2026-02-01"]))
      return .commit(())
    }
    #expect(try self.totals().joined(separator: "\n") == "2026-03-01 R2 C1 person: 15 of 1")
    #expect(try findings() == [])
    try office.store.undo(change: try office.store.lastChange(), author: author)
    #expect(try self.totals().joined(separator: "\n") == "2026-02-01 R1 C1 person: 10 of 1")
  }

  @Test("a command of an open change finds the totals that the commands before it left")
  func openChange() throws {
    func move(to route: String) throws {
      try office.store.change(by: author) { change in
        try change.perform(Office.operation(SetLocation.self, ["location": "A", "route": route]))
        return .commit(())
      }
    }
    office.store.openChange()
    try move(to: "R2")
    #expect(try self.totals().joined(separator: "\n") == "2026-02-01 R2 C1 person: 10 of 1")
    try move(to: "R3")
    #expect(try self.totals().joined(separator: "\n") == "2026-02-01 R3 C1 person: 10 of 1")
    office.store.rollBackOpenChange()
    #expect(try self.totals().joined(separator: "\n") == "2026-02-01 R1 C1 person: 10 of 1")
  }

  @Test("a dry run leaves them as they are")
  func dryRun() throws {
    let before = try totals()
    try office.store.change(by: author, isDryRun: true) { change in
      try change.perform(Office.operation(SetLocation.self, ["location": "A", "route": "R2"]))
      return .commit(())
    }
    #expect(try self.totals().joined(separator: "\n") == before.joined(separator: "\n"))
  }

  @Test("a check finds a total that is wrong, and they can be summed anew")
  func check() throws {
    try office.store.connection.script("UPDATE consumption_total SET quantity = quantity + 1")
    #expect(try findings() == [.consumptionTotal])
    try office.store.rebuildTotals(by: author)
    #expect(try findings() == [])
  }

  @Test(
    "a check finds a wrong total of a day, a year or a service, too",
    arguments: TotalsStatements.tables.map(\.name))
  func eachTable(name: String) throws {
    for sum in TotalsSQL.sums {
      try office.store.connection.script("UPDATE \(name) SET \(sum) = \(sum) + 1")
      #expect(try findings() == [.consumptionTotal], "\(sum)")
      try office.store.rebuildTotals(by: author)
      #expect(try findings() == [])
    }
    try office.store.connection.script("DELETE FROM \(name)")
    #expect(try findings() == [.consumptionTotal])
    try office.store.rebuildTotals(by: author)
    #expect(try findings() == [])
  }

  @Test("a check finds totals that are right together and wrong each")
  func exchanged() throws {
    try read("2026-03-01", "115")
    try office.store.connection.script("UPDATE consumption_total SET quantity = 15000 - quantity")
    #expect(try findings() == [.consumptionTotal, .consumptionTotal])
  }

  @Test("a check finds consumption under another kind of customer, where the account had two")
  func otherKind() throws {
    try office.run(SetCustomer.self, ["cid": "2", "kind": "organization"])
    try office.run(
      MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-02-10", "reading": "112"])
    try office.store.connection.script(
      "UPDATE consumption_total SET kind = 'person' WHERE kind = 'organization'")
    try read("2026-03-01", "120")
    try office.store.connection.script(
      "UPDATE consumption_total SET kind = 'person' WHERE kind = 'organization'")
    #expect(try findings() == [.consumptionTotal, .consumptionTotal])
  }
}
