import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

/// The rows that `today` counts, which follow from the bounces.
@Suite("Bounced deliveries", .onBothEngines)
struct BouncedDeliveryTests {
  let desk: DeliveryDesk

  init() throws {
    desk = try DeliveryDesk()
    try desk.linkUsers()
  }

  private func wrong() throws -> [String] { try desk.office.store.wrongBounces().map(\.record) }

  /// Account and day of the last bounce, of those in force.
  private func kept() throws -> [String] {
    try desk.office.column(
      "SELECT account || ' ' || coalesce(CAST(bounced_on AS TEXT), 'mail') FROM bounced_delivery "
        + "WHERE to_on IS NULL ORDER BY delivery_preference")
  }

  @Test("agree with the bounces after any bounces, choices and undone changes", arguments: 1...4)
  func anyHistory(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var most = 0
    try desk.set("email", ["email": "a@example.com", "on": "2026-03-01"])
    for number in 1...40 {
      let day = "2026-03-0\(Int.random(in: 1...9, using: &random))"
      do {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: try desk.set("mail")
        case 1, 2: try desk.set("email", ["email": "\(number % 3)@example.com", "on": day])
        case 3:
          try desk.office.store.undo(
            change: desk.office.store.lastChange(), author: author, leavesOutside: true)
        default: try desk.bounce(["account": "500", "on": day, "code": "4.2.\(number)"])
        }
      } catch is Rejection {}
      #expect(try wrong() == [], "step \(number)")
      most = max(most, try kept().count)
    }
    #expect(most == 1)
  }

  @Test("that are wrong are found by a check, and found again by a rebuild")
  func rebuilt() throws {
    try desk.set("email", ["email": "a@example.com", "on": "2026-03-01"])
    try desk.bounce(["account": "500", "on": "2026-03-04"])
    #expect(try kept() == ["500 2026-03-04"])
    for tampering in [
      "DELETE FROM bounced_delivery", "UPDATE bounced_delivery SET to_on = from_on",
    ] {
      try desk.office.store.tamper(tampering)
      #expect(try wrong() == ["account 500"])
      try desk.office.store.rebuildTotals(by: author)
      #expect(try wrong() == [])
    }
    #expect(try kept() == ["500 2026-03-04"])
  }

  @Test("of an earlier change are as they were then")
  func past() throws {
    try desk.set("email", ["email": "a@example.com", "on": "2026-03-01"])
    try desk.bounce(["account": "500", "on": "2026-03-04"])
    let change = try desk.office.store.lastChange()
    try desk.bounce(["account": "500", "on": "2026-03-05", "type": "hard"])
    #expect(try kept() == ["500 mail"])
    _ = try desk.office.store.goBack(to: .change(change))
    defer { desk.office.store.comeBack() }
    #expect(try kept() == ["500 2026-03-04"])
  }
}
