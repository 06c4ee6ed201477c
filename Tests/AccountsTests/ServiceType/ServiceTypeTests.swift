import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Service types", .onBothEngines)
struct ServiceTypeTests {
  let office: Office

  init() throws { office = try Office.smallCity() }

  private func row(_ code: String) throws -> Row<ServiceType>? {
    try office.store.books().find(ServiceType.self, ServiceCode(code))
  }

  @Test("a metered type has its unit")
  func metered() throws {
    let row = try #require(try row("3000"))
    #expect(row[ServiceType.name].text == "IRRIGATION")
    #expect(row[ServiceType.isMetered])
    #expect(row[ServiceType.unit]?.text == "GAL")
  }

  @Test("a type is not metered unless it is said to be")
  func unmetered() throws {
    try office.run(AddServiceType.self, ["code": "TRASH", "name": "TRASH CART"])
    let row = try #require(try row("TRASH"))
    #expect(!row[ServiceType.isMetered])
    #expect(row[ServiceType.unit] == nil)
  }

  @Test("a metered type without a unit is refused")
  func unitMissing() {
    let refusal = office.refusal(
      AddServiceType.self, ["code": "4000", "name": "GAS", "metered": "yes"])
    #expect(
      refusal
        == Rejection(
          .required, field: "unit", found: "nothing",
          expected: "a unit, because the type is metered", remedy: "add a unit, e.g. GAL"))
  }

  @Test("the same type again changes nothing")
  func again() throws {
    let again = try office.run(
      AddServiceType.self,
      ["code": "3000", "name": "IRRIGATION", "metered": "yes", "unit": "GAL"])
    #expect(again.isUnchanged)
  }

  @Test("another type under the same code is a duplicate")
  func duplicateCode() {
    let refusal = office.refusal(AddServiceType.self, ["code": "1000", "name": "STEAM"])
    #expect(refusal?.code == .duplicate)
    #expect(refusal?.found == "service type 1000, WATER")
  }

  @Test(
    "a word names one type alone, as a code or as a name, in any case of letters",
    arguments: [
      ("5000", "water", "name", "water, which is the name or code of service type 1000 WATER"),
      ("5000", "1000", "name", "1000, which is the name or code of service type 1000 WATER"),
      ("sewer", "DRAIN", "code", "sewer, which is the name or code of service type 2000 SEWER"),
    ])
  func wordTaken(code: String, name: String, field: String, found: String) {
    let refusal = office.refusal(AddServiceType.self, ["code": code, "name": name])
    #expect(refusal?.code == .duplicate)
    #expect(refusal?.field == field)
    #expect(refusal?.found == found)
  }

  @Test("a type is found by code and by name in any case of letters")
  func find() throws {
    let books = office.store.books()
    for word in ["3000", "IRRIGATION", "irrigation", "Irrigation"] {
      #expect(try books.serviceType(Line(word))[ServiceType.code].text == "3000")
    }
  }

  @Test("a new name leaves the rest")
  func rename() throws {
    try office.run(SetServiceType.self, ["code": "3000", "name": "LAWN"])
    let row = try #require(try row("3000"))
    #expect(row[ServiceType.name].text == "LAWN")
    #expect(row[ServiceType.isMetered])
  }

  @Test("a type is named by its name, too, and by its code first")
  func byName() throws {
    try office.run(SetServiceType.self, ["code": "irrigation", "name": "LAWN"])
    #expect(try row("3000")?[ServiceType.name].text == "LAWN")
    try office.run(SetServiceType.self, ["code": "MXU", "name": "RADIO"])
    #expect(try row("MXU")?[ServiceType.name].text == "RADIO")
  }

  @Test("a rename to the name it has is unchanged")
  func renameSame() throws {
    #expect(try office.run(SetServiceType.self, ["code": "MXU", "name": "MXU"]).isUnchanged)
  }

  @Test("a rename to another type's name is refused")
  func renameTaken() {
    let refusal = office.refusal(SetServiceType.self, ["code": "3000", "name": "WATER"])
    #expect(refusal?.code == .duplicate)
  }

  @Test("a type that meters measure stays metered")
  func unmeter() {
    let refusal = office.refusal(SetServiceType.self, ["code": "3000", "metered": "no"])
    #expect(
      refusal
        == Rejection(
          .inUse, field: "metered", found: "meter I1 for 3000",
          expected: "a service type that no meter measures", remedy: "keep it metered"))
  }

  @Test("the unit of a metered type cannot be emptied")
  func clearUnit() {
    let refusal = office.refusal(SetServiceType.self, ["code": "3000", "clear": "unit"])
    #expect(refusal?.code == .required)
  }

  @Test("a new unit says that meters keep theirs")
  func newUnit() throws {
    let changed = try office.run(SetServiceType.self, ["code": "3000", "unit": "CCF"])
    #expect(changed.effect.notices == ["existing meters keep their unit"])
  }

  @Test("a type that is not there is refused")
  func missing() {
    #expect(office.refusal(SetServiceType.self, ["code": "9", "name": "X"])?.code == .notFound)
  }
}
