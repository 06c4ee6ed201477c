import Accounts
import Testing

@testable import Ledger
@testable import Values

@Suite("Conditions in SQL", .onBothEngines)
struct SQLFragmentTests {
  @Test("a day is among the days of a row, or before their end, as it is in code")
  func days() throws {
    let store = try settledStore()
    let end = today.adding(days: 2)
    try store.edit {
      $0.insert(Town.customer("100002"))
      $0.insert(Town.responsibility(2, "A1", "100002", from: today, to: end))
      $0.insert(Town.responsibility(3, "A1", "100002", from: end))
    }
    for (row, days) in [
      (2, DayInterval(from: today, to: end)), (3, DayInterval(from: end, to: nil)),
    ] {
      func isFound(_ condition: String) throws -> Bool {
        try store.number(
          "SELECT count(*) FROM account_customer x WHERE account_customer = \(row) AND \(condition)"
        )
          == 1
      }
      for offset in -1...3 {
        let day = today.adding(days: offset)
        let within = try isFound(DayInterval.sql(contains: "'\(day)'", of: "x"))
        #expect(within == days.contains(day), "\(day) \(days)")
        let open = try isFound(DayInterval.sql(isOpenOn: "'\(day)'", of: "x"))
        #expect(open == days.isOpen(on: day), "\(day) \(days)")
      }
    }
  }

  @Test("the word of an enumeration is a literal, several are a list")
  func words() {
    #expect(UserStatus.lockedOut.sql == "'locked_out'")
    #expect([ReadReason.initial, .reconnect].sql == "('initial', 'reconnect')")
  }
}
