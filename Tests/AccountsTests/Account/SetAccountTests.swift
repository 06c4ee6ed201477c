import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Changing who answers for an account", .onBothEngines)
struct SetAccountTests {
  let office: Office

  init() throws { office = try Office.smallCity() }

  private func cells(_ more: [String: String]) -> [String: String] {
    ["account": "500"].merging(more) { $1 }
  }

  private func set(_ more: [String: String]) throws -> Performed {
    try office.run(SetAccount.self, cells(more))
  }

  private func refusal(_ more: [String: String]) -> Rejection? {
    office.refusal(SetAccount.self, cells(more))
  }

  private let payer = ["cid": "2", "role": "payer", "on": "2026-02-01"]

  @Test("a payer is added beside the owner, and ends")
  func addAndEnd() throws {
    #expect(
      try set(payer).effect.message
        == "account 500: customer 2 is responsible as payer since 2026-02-01")
    #expect(try office.answers() == ["1 owner 2026-01-01..", "2 payer 2026-02-01.."])
    let ended = try set(["cid": "2", "until": "2026-03-01"])
    #expect(
      ended.effect.message == "account 500: customer 2 is responsible as payer until 2026-03-01")
    #expect(ended.effect.notices.isEmpty)
    #expect(
      try office.answers() == ["1 owner 2026-01-01..", "2 payer 2026-02-01..2026-03-01"])
  }

  @Test("the same again changes nothing, for the beginning and the end")
  func again() throws {
    _ = try set(payer)
    #expect(try set(payer).isUnchanged)
    _ = try set(["cid": "2", "until": "2026-03-01"])
    #expect(try set(["cid": "2", "until": "2026-03-01"]).isUnchanged)
    #expect(try set(payer).isUnchanged)
  }

  @Test("beginning and end can be given together, and the end changed")
  func span() throws {
    _ = try set(payer.merging(["until": "2026-03-01"]) { $1 })
    _ = try set(payer.merging(["until": "2026-04-01"]) { $1 })
    #expect(try office.answers().last == "2 payer 2026-02-01..2026-04-01")
  }

  @Test("a customer answers in one role once at a time")
  func overlapping() throws {
    _ = try set(payer)
    #expect(
      refusal(payer.merging(["on": "2026-02-02"]) { $1 })
        == Rejection(
          .alreadyActive, field: "on", found: "customer 2, payer since 2026-02-01",
          expected: "a period in which the customer is not already payer",
          remedy: "keep it, or end it first with `account set 500 "
            + "--cid 2 --role payer --until DATE`"))
  }

  @Test("a time may begin where another of the customer ended")
  func touching() throws {
    _ = try set(payer.merging(["until": "2026-03-01"]) { $1 })
    _ = try set(payer.merging(["on": "2026-03-01"]) { $1 })
    #expect(
      try office.answers().dropFirst() == [
        "2 payer 2026-02-01..2026-03-01", "2 payer 2026-03-01..",
      ])
    let refusal = refusal(payer.merging(["until": "2026-03-02"]) { $1 })
    #expect(refusal?.code == .periodOverlaps)
  }

  @Test("a customer may be owner and payer; which of the two ends must be said")
  func twoRoles() throws {
    _ = try set(["cid": "1", "role": "payer", "on": "2026-02-01"])
    #expect(
      refusal(["cid": "1", "until": "2026-03-01"])
        == Rejection(
          .ambiguous, field: "role",
          found: "customer 1, owner since 2026-01-01; customer 1, payer since 2026-02-01",
          expected: "one of these", remedy: "add the role"))
    _ = try set(["cid": "1", "role": "owner", "until": "2026-03-01"])
    #expect(
      try office.answers() == ["1 owner 2026-01-01..2026-03-01", "1 payer 2026-02-01.."])
  }

  @Test("where nobody answers any more, it is said")
  func nobody() throws {
    #expect(
      try set(["cid": "1", "until": "2026-03-01"]).effect.notices == [
        "account 500 has no responsible customer from 2026-03-01 on"
      ])
  }

  @Test(
    "a customer who does not answer for the account is not ended",
    arguments: [
      ("2", "2026-03-01", "customer 2, who is not responsible for account 500"),
      ("1", "2026-01-01", "customer 1, owner since 2026-01-01"),
    ])
  func notAnswering(cid: String, until: String, found: String) {
    let refusal = refusal(["cid": cid, "until": until])
    #expect(refusal?.code == .notActive)
    #expect(refusal?.found == found)
  }

  @Test("nobody answers for an account before it opens or after it closes")
  func accountLife() throws {
    #expect(
      refusal(payer.merging(["on": "2025-12-31"]) { $1 })?.found
        == "2025-12-31; account 500 opens on 2026-01-01")
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-04-01"])
    #expect(refusal(payer.merging(["on": "2026-04-01"]) { $1 })?.code == .closed)
    #expect(
      refusal(payer.merging(["until": "2026-04-02"]) { $1 })
        == Rejection(
          .dateOrder, field: "until", found: "2026-04-02; account 500 closes on 2026-04-01",
          expected: "2026-04-01 or earlier", remedy: ""))
    _ = try set(payer)
    #expect(try office.answers().last == "2 payer 2026-02-01..2026-04-01")
  }

  @Test(
    "what is missing is asked for",
    arguments: [
      ([:], "cid"), (["role": "payer"], "cid"), (["on": "2026-02-01"], "cid"),
      (["cid": "2"], "on"), (["cid": "2", "on": "2026-02-01"], "role"),
    ] as [([String: String], String)])
  func required(more: [String: String], field: String) {
    let refusal = refusal(more)
    #expect(refusal?.code == .required)
    #expect(refusal?.field == field)
  }

  @Test("an end on the first day or before it is refused", arguments: ["2026-02-01", "2026-01-31"])
  func dateOrder(until: String) {
    let refusal = refusal(payer.merging(["until": until]) { $1 })
    #expect(refusal?.code == .dateOrder)
    #expect(refusal?.found == "\(until), with a first day of 2026-02-01")
  }

  @Test("a wrong location is corrected")
  func location() throws {
    #expect(
      try set(["location": "B"]).effect.message == "account 500: location A corrected to B")
    #expect(try office.account() == "B 2026-01-01..")
    #expect(try set(["location": "B"]).isUnchanged)
    #expect(refusal(["location": "Z"])?.code == .notFound)
  }

  @Test("a customer that is not there is refused")
  func missing() {
    #expect(refusal(payer.merging(["cid": "9"]) { $1 })?.found == "no customer 9")
  }
}
