import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Drafts of what customers owe", .onBothEngines)
struct BankDraftTests {
  @Test("a prenote goes first, then a draft of what is due, once")
  func life() throws {
    let office = try Office.drafting()
    let prenote = Lines(try office.export(on: "2026-03-03"))
    #expect(prenote.entries.map { $0[2...3] } == ["38"])
    #expect(prenote.entries.map { $0[30...39] } == ["0000000000"])
    #expect(try office.export(on: "2026-03-04") == nil)
    // Three banking days after the 3rd.
    try office.turn(to: "2026-03-05")
    #expect(office.refusal(ConfirmEFT.self, ["account": "500"])?.code == .notActive)
    try office.turn(to: "2026-03-06")
    let before = try office.store.dump()
    #expect(try office.export(on: "2026-03-11") == nil)
    #expect(try office.store.dump() == before)
    try office.turn(to: "2026-03-12")
    let file = Lines(try office.export(on: "2026-03-12"))
    #expect(file.entries.count == 1)
    #expect(try office.sums(of: "500").balance == .zero)
    #expect(try office.export(on: "2026-03-12") == nil)
  }

  @Test(
    "a draft day counts from the bill's date",
    arguments: [("5", "2026-03-05"), ("25", "2026-02-25")])
  func draftDay(_ day: String, _ expected: String) throws {
    let office = try Office.drafting()
    try office.run(SetEFT.self, ["account": "500", "draft-day": day])
    let row = try office.enrollment()
    #expect(
      try row.draftDay(billedOn: CivilDate("2026-02-20"), dueOn: CivilDate("2026-03-12"))
        .description == expected)
  }

  @Test("R01 is presented twice more, apart and said so, then it stops")
  func retries() throws {
    let office = try Office.drafting()
    try office.export(on: "2026-03-02")
    var day = try CivilDate("2026-03-12")
    for attempt in 1...3 {
      try office.turn(to: "\(day)")
      let file = Lines(try office.export(on: "\(day)"))
      #expect(file[1][54...63] == (attempt == 1 ? "UTILITY   " : "RETRY PYMT"))
      try office.takeBack(file.entries[0][80...94], "R01", on: "\(day.addingBankingDays(1))")
      #expect(
        try office.sums(of: "500", on: day.addingBankingDays(1)).balance.description == "41.80")
      #expect(try office.eftState() == (attempt < 3 ? .active : .returned))
      day = day.addingBankingDays(2)
    }
    try office.turn(to: "\(day)")
    #expect(try office.export(on: "\(day)") == nil)
  }

  @Test("an account that is closed at the bank stops, and its prenote's return too")
  func stops() throws {
    let office = try Office.drafting()
    let file = Lines(try office.export(on: "2026-03-02"))
    try office.takeBack(file.entries[0][80...94], "R03", on: "2026-03-03", cents: 0)
    #expect(try office.eftState() == .returned)
    #expect(try office.enrollment()[EFTEnrollment.reason]?.text.hasPrefix("R03") == true)
    try office.enroll()
    #expect(try office.eftState() == .prenotePending)
  }

  @Test("settings that are missing and days on which banks rest are refused")
  func refusals() throws {
    let office = try Office.bank(on: "2026-03-02")
    try office.enroll()
    #expect(throws: Rejection.self) { try office.export(on: "2026-03-03") }
    let ready = try Office.drafting()
    #expect(throws: Rejection.self) { try ready.export(on: "2026-03-07") }
    try ready.export(on: "2026-03-05")
    #expect(throws: Rejection.self) { try ready.export(on: "2026-03-04") }
  }
}
