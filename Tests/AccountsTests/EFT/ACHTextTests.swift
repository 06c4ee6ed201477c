import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Names in the letters that the bank's file can have", .onBothEngines)
struct ACHTextTests {
  @Test(
    "letters lose their accents, or are spelled out",
    arguments: [
      ("CHÁVEZ", "CHAVEZ"), ("Raúl Gómez", "RAUL GOMEZ"), ("Angela Muñoz", "ANGELA MUNOZ"),
      ("Weiß", "WEISS"), ("Łukasz Żółć", "LUKASZ ZOLC"), ("Bjørn Ærø", "BJORN AERO"),
      ("Þór Guðmundsson", "THOR GUDMUNDSSON"), ("Cœur", "COEUR"),
      ("O’Brien–Smith", "O'BRIEN-SMITH"),
      ("Nguyễn Thị", "NGUYEN THI"), ("İbrahim Işık", "IBRAHIM ISIK"), ("王 Wang", "WANG"),
      ("Ｗａｎｇ", "WANG"), ("A\u{301}lvarez", "ALVAREZ"), ("Smith & Sons #2", "SMITH & SONS #2"),
      ("José\u{A0}María", "JOSE MARIA"),
    ])
  func spelled(_ text: String, _ expected: String) {
    #expect(ACHText.transliterated(text) == expected)
  }

  @Test("a name in another script has none", arguments: ["王明", "王, 明", "", "—"])
  func none(_ text: String) { #expect(ACHText.transliterated(text) == nil) }

  @Test("the file never has a question mark, and names fall back on the account number, in words")
  func file() throws {
    let office = try Office.sending()
    try office.run(SetCustomer.self, ["cid": "1", "name": "王明"])
    try office.enroll()
    let made = try office.store.change(by: author) { change in
      .commit(try BankFile(on: CivilDate("2026-03-03"), in: change))
    }.value
    let file = Lines(made.text)
    #expect(!(made.text ?? "?").contains("?"))
    #expect(file.entries.map { $0[55...76] } == ["500                   "])
    #expect(made.notices.contains { $0.contains("the entry has the account number instead") })
  }
}
