import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Returns and corrections by the rules", .onBothEngines)
struct ReturnRuleTests {
  /// Takes one entry in; answers what was said.
  private func take(
    _ code: String, _ trace: String, _ corrected: String? = nil, on day: String, in office: Office
  ) throws -> Effect {
    let item = try #require(
      try ReturnFile(ReturnSample(items: [(trace, code, corrected)]).text.utf8).items.first)
    let change = try office.store.beginChange(author)
    let effect = try change.perform(RecordReturn(item, on: CivilDate(day))).effect
    try change.commit()
    return effect
  }

  private func balance(_ office: Office, _ day: String) throws -> String {
    try office.sums(of: "500", on: CivilDate(day)).balance.description
  }

  @Test(
    "an authorization that was revoked or denied ends the enrollment",
    arguments: ["R05", "R07", "R10", "R29"])
  func revoked(_ code: String) throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    let effect = try take(code, trace, on: "2026-03-13", in: office)
    #expect(try office.eftState() == .cancelled)
    #expect(try office.enrollment()[EFTEnrollment.reason]?.text.hasPrefix(code) == true)
    #expect(try office.enrollment()[EFTEnrollment.endsOn]?.description == "2026-03-12")
    #expect(try balance(office, "2026-03-13") == "41.80")
    #expect(effect.notices.contains { $0.contains("`eft enroll 500`") }, "\(effect.notices)")
    try office.turn(to: "2026-03-16")
    #expect(try office.export(on: "2026-03-16") == nil)
  }

  @Test(
    "only return codes that are assigned are known", arguments: ["R00", "R86", "R99", "R1", "C01"])
  func unassigned(code: String) {
    #expect(EFTReturnCode(code) == nil)
    #expect(EFTReturnCode("R85") != nil)
  }

  @Test("a return after its deadline is applied and reported as late")
  func late() throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    let effect = try take("R02", trace, on: "2026-03-17", in: office)
    #expect(
      effect.notices == [
        "it came on 2026-03-17, and R02 of 2026-03-12 was due by 2026-03-16: ask your bank whether it "
          + "dishonors the late return (R68)"
      ])
    let other = try ReturnMatchTests.drafted()
    #expect(
      try take("R02", other.trace, on: "2026-03-16", in: other.office).notices.isEmpty)
  }

  @Test("a dishonored return gives the payment back, a contested one takes it again")
  func dishonored() throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    _ = try take("R02", trace, on: "2026-03-13", in: office)
    #expect(try balance(office, "2026-03-13") == "41.80")
    let dishonored = try take("R68", trace, on: "2026-03-16", in: office)
    #expect(dishonored.notices.contains { $0.contains("stay returned") })
    #expect(try balance(office, "2026-03-16") == "0.00")
    // The first file once more.
    #expect(try take("R02", trace, on: "2026-03-13", in: office).message.hasSuffix("unchanged"))
    #expect(try balance(office, "2026-03-16") == "0.00")
    _ = try take("R73", trace, on: "2026-03-18", in: office)
    #expect(try balance(office, "2026-03-18") == "41.80")
    #expect(throws: RuleError.self) { try take("R03", trace, on: "2026-03-19", in: office) }
  }

  @Test("what was corrected is shown old and new, by the last four digits")
  func corrected() throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    let effect = try take(
      "C07", trace, "011000015987654321        37", on: "2026-03-13", in: office)
    #expect(
      effect.message.hasSuffix(
        "routing 021000021 → 011000015, account •••6789 → •••4321, type checking → savings"))
    #expect(effect.notices.isEmpty)
  }

  @Test(
    "corrections that no program may apply are told with the command",
    arguments: [
      ("C04", "MARY STONE", "`customer set 1 --name 'MARY STONE'`"),
      ("C08", "", "ask the bank"), ("C09", "123", "`account show 500`"),
      ("C10", "CITY OF TEST", "`setting set eft.company-name 'CITY OF TEST'`"),
      ("C11", "1222222222", "`setting set eft.company-id 1222222222`"),
      (
        "C10", #"A'S $(id) "x" \"#,
        #"`setting set eft.company-name 'A'\''S $(id) "x" \'`"#
      ),
      ("C12", "1222222222CITY OF TEST", "`setting set eft.company-name 'CITY OF TEST'`"),
      ("C13", "", "ask the bank"), ("C99", "", "ask the bank"),
    ])
  func byHand(_ code: String, _ corrected: String, _ words: String) throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    let before = try office.enrollment()
    let effect = try take(code, trace, corrected, on: "2026-03-13", in: office)
    #expect(effect.notices.contains { $0.contains(words) }, "\(effect.notices)")
    #expect(try office.enrollment() == before)
    let entry = try office.store.books().rows(EFTEntry.withTrace, trace).first
    #expect(entry?[EFTEntry.code] == code)
  }

  @Test("a correction of details that were entered anew since, or that is damaged, is not dropped")
  func stale() throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    try office.enroll(["bank-account": "555555555"])
    let effect = try take("C01", trace, "987654321", on: "2026-03-13", in: office)
    #expect(effect.notices.first?.contains("•••5555 → •••4321") == true, "\(effect.notices)")
    #expect(try office.enrollment()[EFTEnrollment.lastFour] == "5555")
    let other = try ReturnMatchTests.drafted()
    let stop = #expect(throws: RuleError.self) {
      try take("C02", other.trace, "123456789", on: "2026-03-13", in: other.office)
    }
    guard case .rejected(let rejection) = stop else { return }
    #expect(rejection.remedy.contains("`eft enroll 500`"))
  }

  @Test("a correction after a return is applied, and the return stays on record")
  func both() throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    _ = try take("R04", trace, on: "2026-03-13", in: office)
    let effect = try take("C01", trace, "987654321", on: "2026-03-13", in: office)
    #expect(effect.message.hasSuffix("account •••6789 → •••4321"))
    let entry = try office.store.books().rows(EFTEntry.withTrace, trace).first
    #expect(entry?[EFTEntry.code] == "R04")
    let again = try take("C01", trace, "987654321", on: "2026-03-13", in: office)
    #expect(again.message.hasSuffix("unchanged"))
  }

  @Test("a second correction of the same code is reported, and a repeated one changes nothing")
  func correctedAgain() throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    _ = try take("C01", trace, "987654321", on: "2026-03-13", in: office)
    // The same last digits are another bank account.
    for (number, words) in [("987654444", "•••4321 → •••4444"), ("123454444", "→ •••4444")] {
      let second = try take("C01", trace, number, on: "2026-03-13", in: office)
      #expect(second.notices.first?.contains(words) == true, "\(second)")
    }
    try office.enroll(["bank-account": "987654444"])
    _ = try take("C04", trace, "MARY STONE", on: "2026-03-13", in: office)
    let other = try take("C04", trace, "MARY STONER", on: "2026-03-13", in: office)
    #expect(other.notices.first?.contains("'MARY STONER'") == true, "\(other)")
    let before = try office.store.dump()
    for (code, corrected) in [
      ("C01", "987654321"), ("C01", "123454444"), ("C04", "MARY STONE"), ("C04", "MARY STONER"),
    ] {
      let again = try take(code, trace, corrected, on: "2026-03-13", in: office)
      #expect(again.message.hasSuffix("unchanged"), "\(again)")
    }
    #expect(try office.store.dump() == before)
  }

  @Test("an authorization that is revoked ends the enrollment whose details the bank has corrected")
  func revokedAfterCorrection() throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    _ = try take("C01", trace, "987654321", on: "2026-03-13", in: office)
    _ = try take("R07", trace, on: "2026-03-16", in: office)
    #expect(try office.eftState() == .cancelled)
    // One that was entered anew since is another authorization.
    let other = try ReturnMatchTests.drafted()
    try other.office.enroll(["bank-account": "555555555"])
    _ = try take("R07", other.trace, on: "2026-03-16", in: other.office)
    #expect(try other.office.eftState() == .prenotePending)
  }
}
