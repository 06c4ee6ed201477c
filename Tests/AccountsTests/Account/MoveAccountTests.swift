import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Moving customers out and in", .onBothEngines)
struct MoveAccountTests {
  let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.startWater(reading: "100")
  }

  private func cells(_ more: [String: String] = [:]) -> [String: String] {
    ["account": "500", "cid": "2", "on": "2026-03-10"].merging(more) { $1 }
  }

  private func move(_ more: [String: String] = [:]) throws -> Performed {
    try office.run(MoveAccount.self, cells(more))
  }

  private func refusal(_ more: [String: String] = [:]) -> Rejection? {
    office.refusal(MoveAccount.self, cells(more))
  }

  @Test("one customer out and one in, services and meters with a read for each, as one change")
  func outAndIn() throws {
    try office.run(
      StartService.self, ["account": "500", "service": "SEWER", "on": "2026-01-01"])
    let moved = try move(["reading": "150"])
    #expect(
      moved.effect.message
        == "account 500: customer 2 moves in on 2026-03-10, 1 out; "
        + "for the new customer: WATER, SEWER")
    #expect(moved.effect.notices.isEmpty)
    #expect(
      try office.answers() == ["1 owner 2026-01-01..2026-03-10", "2 owner 2026-03-10.."])
    #expect(
      try office.services() == [
        "1000 2026-01-01..2026-03-10 stopped", "2000 2026-01-01..2026-03-10 stopped",
        "1000 2026-03-10.. active", "2000 2026-03-10.. active",
      ])
    #expect(
      try office.places("W1") == ["500 1000 2026-01-01..2026-03-10", "500 1000 2026-03-10.."])
    #expect(
      try office.reads("W1") == [
        "2026-01-01 initial 100", "2026-03-10 final 150", "2026-03-10 initial 150",
      ])
    #expect(try office.account() == "A 2026-01-01..")
  }

  @Test("the same move again changes nothing")
  func again() throws {
    _ = try move(["reading": "150"])
    let again = try move(["reading": "150"])
    #expect(again.isUnchanged)
    #expect(
      again.effect.message == "account 500 is unchanged: customer 2 moved in on 2026-03-10")
  }

  @Test("a tenant takes a tenant's place, and the owner stays")
  func role() throws {
    let beside = try move(["role": "tenant"])
    #expect(beside.effect.message.contains("customer 2 moves in on 2026-03-10, 1 (owner) stays"))
    let next = try move(["cid": "3", "on": "2026-03-20", "role": "tenant"])
    #expect(next.effect.message.contains("3 moves in on 2026-03-20, 2 out, 1 (owner) stays"))
    #expect(
      try office.answers() == [
        "1 owner 2026-01-01..", "2 tenant 2026-03-10..2026-03-20", "3 tenant 2026-03-20..",
      ])
  }

  @Test("where more than one could leave, the command asks with their names")
  func ambiguous() throws {
    _ = try move(["role": "tenant"])
    let asked = refusal(["cid": "3", "on": "2026-03-20"])
    #expect(asked?.expected == "1 Customer 1 (owner), 2 Customer 2 (tenant)")
    #expect(
      asked?.remedyText(naming: { "--" + $0 })
        == "add --role owner or --role tenant, or --leaving CID, or --leaving all")
    _ = try move(["cid": "3", "on": "2026-03-20", "leaving": "all"])
    #expect(
      try office.answers() == [
        "1 owner 2026-01-01..2026-03-20", "2 tenant 2026-03-10..2026-03-20",
        "3 owner 2026-03-20..",
      ])
    #expect(refusal(["cid": "2", "on": "2026-03-28", "leaving": "9"])?.field == "leaving")
  }

  @Test("a payer who begins later cannot leave yet")
  func laterPayer() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "payer", "on": "2026-04-15"])
    let refusal = refusal(["cid": "3", "on": "2026-03-28", "leaving": "2"])
    #expect(refusal?.found == "customer 2, not responsible on 2026-03-28")
  }

  @Test("what the leaving customer owes is said, and stays theirs unless it is sent along")
  func debt() throws {
    try office.run(
      AddBill.self,
      [
        "bill": "B1", "account": "500", "amount": "44.56", "from": "2026-02-01",
        "to": "2026-02-28",
      ])
    let moved = try move(["forward-address": "12 Elm St, Ames, IA 50010"])
    #expect(
      moved.effect.notices.prefix(2) == [
        "the last bill of customer 1 goes to 12 Elm St, Ames, IA 50010",
        "customer 1 still owes 44.56, which stays with that customer",
      ])
    let customer = try office.store.books().customer(CustomerID("1"))
    #expect(customer[Customer.address]?.text == "12 Elm St")
    #expect(customer[Customer.city]?.text == "Ames")
    #expect(customer[Customer.postalCode]?.text == "50010")
  }

  @Test("a payer stays")
  func payerStays() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "3", "role": "payer", "on": "2026-02-01"])
    _ = try move()
    #expect(
      try office.answers() == [
        "1 owner 2026-01-01..2026-03-10", "3 payer 2026-02-01..", "2 owner 2026-03-10..",
      ])
  }

  @Test("a payer goes where the new customer is payer")
  func payerGoes() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "3", "role": "payer", "on": "2026-02-01"])
    _ = try move(["role": "payer"])
    #expect(
      try office.answers() == [
        "1 owner 2026-01-01..", "3 payer 2026-02-01..2026-03-10", "2 payer 2026-03-10..",
      ])
  }

  @Test("a payer who moves in stays payer and answers as owner too")
  func payerMovesIn() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "payer", "on": "2026-03-10"])
    _ = try move()
    #expect(
      try office.answers() == [
        "1 owner 2026-01-01..2026-03-10", "2 payer 2026-03-10..", "2 owner 2026-03-10..",
      ])
  }

  @Test("the customer who lives there does not move in")
  func sameCustomer() {
    #expect(
      refusal(["cid": "1"])
        == Rejection(
          .alreadyActive, field: "cid", found: "customer 1, owner since 2026-01-01",
          expected: "a customer who moves in",
          remedy: "use the ID of the new customer, or another role"))
  }

  @Test("nor does one who is responsible in that role with another who leaves")
  func stays() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "owner", "on": "2026-02-01"])
    for more in [["leaving": "1"], ["leaving": "1", "role": "owner"]] {
      let refused = refusal(more)
      #expect(refused?.found == "customer 2, owner since 2026-02-01, who stays")
      let remedy = refused?.remedyText(naming: { "--" + $0 })
      #expect(
        remedy
          == "if nobody moves in, use `account set 500 --cid 1 --role owner --until 2026-03-10`")
    }
    #expect(try office.answers() == ["1 owner 2026-01-01..", "2 owner 2026-02-01.."])
    _ = try move(["leaving": "1", "role": "tenant"])
  }

  @Test("the owner may move in as tenant")
  func otherRole() throws {
    _ = try move(["cid": "1", "role": "tenant"])
    #expect(
      try office.answers() == ["1 owner 2026-01-01..", "1 tenant 2026-03-10.."])
  }

  @Test("a move on or before somebody's first day is refused")
  func laterCustomer() throws {
    _ = try move()
    #expect(
      refusal(["cid": "3", "on": "2026-03-10"])
        == Rejection(
          .periodOverlaps, field: "on", found: "2026-03-10; customer 2, owner since 2026-03-10",
          expected: "a day after 2026-03-10", remedy: ""))
  }

  @Test("a move on the account's first day is refused")
  func firstDay() {
    #expect(refusal(["on": "2026-01-01"])?.code == .dateOrder)
  }

  @Test("a closed account is opened, not moved", arguments: ["2026-02-01", "2026-04-01"])
  func closed(closing: String) throws {
    try office.store.connection.script("DELETE FROM read;")
    try office.run(CloseAccount.self, ["account": "500", "on": closing])
    let day = max("2026-03-10", closing)
    #expect(
      refusal()
        == Rejection(
          .closed, field: "account", found: "account 500, closed on \(closing)",
          expected: "an open account",
          remedy:
            "open it for the customer with `account open 500 --cid 2 --location A --on \(day)`"
        ))
  }

  @Test("one reading for two metered services is refused, with the way to do it")
  func twoMetered() throws {
    try office.run(
      StartService.self,
      ["account": "500", "service": "IRRIGATION", "on": "2026-02-01", "meter": "I1"])
    #expect(
      refusal(["reading": "150"])
        == Rejection(
          .ambiguous, field: "reading",
          found: "one reading for WATER, IRRIGATION on account 500",
          expected: "one metered service",
          remedy: "stop each with `service stop` and its own reading, move the account without "
            + "reading, then start each with `service start`"))
    #expect(try office.answers() == ["1 owner 2026-01-01.."])
  }

  @Test("two metered services move by stopping, moving and starting")
  func twoMeteredByHand() throws {
    try office.run(
      StopService.self,
      ["account": "500", "service": "WATER", "on": "2026-03-10", "reading": "150"])
    _ = try move()
    try office.startWater(on: "2026-03-10", reading: "150")
    #expect(
      try office.services() == [
        "1000 2026-01-01..2026-03-10 stopped", "1000 2026-03-10.. active",
      ])
  }

  @Test("a move without a reading says which meter lacks its final read")
  func withoutReading() throws {
    #expect(
      try move().effect.notices == [
        "meter W1 has no final read; add it with "
          + "`read add W1 --on 2026-03-10 --reason final --reading READING`"
      ])
  }

  @Test("a stop that was to come is the old customer's; the service goes on, with a word")
  func pendingStop() throws {
    try office.run(
      StopService.self, ["account": "500", "service": "WATER", "on": "2026-04-01"])
    let moved = try move(["reading": "150"])
    #expect(
      moved.effect.notices == [
        "WATER on account 500 was to stop on 2026-04-01; it continues for the new customer"
      ])
    #expect(try office.services().last == "1000 2026-03-10.. active")
  }

  @Test("a suspended service goes on turned on, with a word")
  func suspended() throws {
    try office.run(
      SuspendService.self, ["account": "500", "service": "WATER", "on": "2026-02-01"])
    #expect(
      try move(["reading": "150"]).effect.notices == [
        "WATER on account 500 was suspended since 2026-02-01; the suspension ends on 2026-03-10"
      ])
  }

  @Test("a day that has not come is fine")
  func future() throws {
    _ = try move(["on": "2026-03-20"])
    #expect(
      try office.services() == [
        "1000 2026-01-01..2026-03-20 pending_stop", "1000 2026-03-20.. pending_start",
      ])
  }

  @Test("a customer that is not there does not move in")
  func missing() {
    #expect(refusal(["cid": "9"])?.found == "no customer 9")
  }
}
