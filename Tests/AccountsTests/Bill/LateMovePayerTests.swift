import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Payments of which some is the leaving customer's, and some paid what the newcomer owes now.
extension LateMoveTests {
  /// The bills of the days before the move, and of those after it.
  private func bills(_ before: String, _ after: String) throws {
    try bill("B1", before, on: "2026-03-04", from: "2026-02-04", to: "2026-03-03")
    try bill("B2", after, on: "2026-03-08", from: "2026-03-05", to: "2026-03-07")
  }

  private func split(_ first: String, _ second: String) -> String {
    "; to split it, run `payment reverse 1 --on 2026-03-09 --reason split`, then "
      + "`payment post 500 --on 2026-03-09 --amount \(first) --method other --cid 1` and "
      + "`payment post 500 --on 2026-03-09 --amount \(second) --method other --cid 2`"
  }

  @Test("a payment counts for the newcomer if most of it paid what the newcomer owes now")
  func mostIsNewcomers() throws {
    try bills("0.50", "45")
    try pay("45.50", on: "2026-03-09")
    #expect(
      try move(["keep": "yes"]) == [
        "0.50 of payment 1 is customer 1's, 45.00 is customer 2's; all 45.50 counts for customer 2"
          + split("0.50", "45.00"),
        "customer 1 still owes 0.50, which stays with that customer",
      ])
    #expect(try payer() == nil)
    #expect(try owed() == "1: 0.50, 2: -0.50")
    #expect(try errors() == [])
  }

  @Test("such a payment is split as the notice says")
  func isSplit() throws {
    try bills("0.50", "45")
    try pay("45.50", on: "2026-03-09")
    _ = try move()
    try office.run(
      ReversePayment.self, ["payment": "1", "on": "2026-03-09", "reason": "split"])
    try pay("0.50", on: "2026-03-09", ["method": "other", "cid": "1"])
    try pay("45.00", on: "2026-03-09", ["method": "other", "cid": "2"])
    #expect(try owed() == "")
    #expect(try errors() == [])
  }

  @Test("the parts keep the reference, each with a number of its own")
  func keepsReference() throws {
    try bills("0.50", "45")
    try pay("45.50", on: "2026-03-09", ["method": "check", "reference": "5101"])
    let notice = try move().first
    for part in ["--cid 1 --reference '5101 part 1'`", "--cid 2 --reference '5101 part 2'`"] {
      #expect(notice?.contains(part) == true, "\(notice ?? "none")")
    }
    try office.run(
      ReversePayment.self, ["payment": "1", "on": "2026-03-09", "reason": "split"])
    for (amount, part) in [("0.50", "1"), ("45.00", "2")] {
      let more = ["method": "check", "cid": part, "reference": "5101 part \(part)"]
      try pay(amount, on: "2026-03-09", more)
    }
    #expect(try owed() == "")
  }

  @Test("it counts for the leaving customer if most of it is that customer's")
  func mostIsLeavers() throws {
    try bills("30", "5")
    try pay("35", on: "2026-03-09")
    #expect(
      try move().first
        == "30.00 of payment 1 is customer 1's, 5.00 is customer 2's; all 35.00 counts for customer 1"
        + split("30.00", "5.00"))
    #expect(try payer() == "1")
    #expect(try owed() == "1: -5.00, 2: 5.00")
  }

  @Test("or if it is half and half")
  func half() throws {
    try bills("20", "20")
    try pay("40", on: "2026-03-09")
    _ = try move()
    #expect(try payer() == "1")
    #expect(try owed() == "1: -20.00, 2: 20.00")
  }

  @Test("the leaving customer's share of a bill is paid once, by the first of several payments")
  func several() throws {
    try bill("B1", "28", on: "2026-03-09", from: "2026-02-10", to: "2026-03-09")
    try pay("15", on: "2026-03-09")
    try pay("13", on: "2026-03-10")
    let notices = try move()
    #expect(
      notices.first?.hasPrefix("payment 1 of 15.00 still counts for customer 1; if another")
        == true)
    #expect(
      notices.dropFirst().first?.hasPrefix(
        "8.00 of payment 2 is customer 1's, 5.00 is customer 2's; all 13.00 counts for customer 1; "
      )
        == true)
    #expect(try owed() == "1: -5.00, 2: 5.00")
  }

  @Test("a payment that names the newcomer's bill pays it, whoever has the rest")
  func namesBill() throws {
    try bills("0.50", "45")
    try pay("45.50", on: "2026-03-09", ["bill": "B2"])
    #expect(
      try move().first?.hasPrefix("payment 1 of 45.50 still counts for customer 1; ") == true)
    #expect(try payer() == "1")
    #expect(try owed() == "")
    #expect(try errors() == [])
  }

  @Test("of many payments, three are named and the others counted")
  func many() throws {
    for amount in 1...20 { try pay("\(amount)", on: "2026-03-09") }
    #expect(
      try move().first
        == "payments 1, 2, 3 and 17 others of 210.00 in all still count for customer 1; if another "
        + "customer paid it, reverse it, then post it again with `payment post 500 --on DATE --amount AMOUNT "
        + "--cid CID`")
    #expect(try payer(20) == "1")
    #expect(try owed() == "1: -210.00")
    #expect(try errors() == [])
  }
}
