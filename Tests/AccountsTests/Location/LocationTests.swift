import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Service locations", .onBothEngines)
struct LocationTests {
  let office: Office

  init() throws {
    office = try Office(on: "2026-03-10")
    try office.run(
      AddLocation.self,
      [
        "location": "0042", "address": "12 Mill Lane", "unit": "4", "city": "Testville",
        "postal-code": "01234", "route": "07", "sequence": "120", "cycle": "2",
      ])
  }

  private func row() throws -> Row<Location>? {
    try store().find(Location.self, LocationID("0042"))
  }

  private func store() -> Books { office.store.books() }

  @Test("a location keeps everything that is given, leading zeros too")
  func add() throws {
    let row = try #require(try row())
    #expect(row[Location.address].text == "12 Mill Lane")
    #expect(row[Location.postalCode]?.text == "01234")
    #expect(row[Location.route]?.text == "07")
    #expect(row[Location.sequence]?.value == 120)
    #expect(row[Location.cycle]?.text == "2")
    #expect(row[Location.state] == nil)
  }

  @Test("the same location again changes nothing")
  func addAgain() throws {
    let again = try office.run(
      AddLocation.self,
      [
        "location": "0042", "address": "12 Mill Lane", "unit": "4", "city": "Testville",
        "postal-code": "01234", "route": "07", "sequence": "120", "cycle": "2",
      ])
    #expect(again.isUnchanged)
    #expect(again.effect.message == "location 0042 is unchanged")
  }

  @Test("another address under the same ID is a duplicate that names what is there")
  func addDuplicate() {
    let refusal = office.refusal(
      AddLocation.self, ["location": "0042", "address": "13 Mill Lane"])
    #expect(
      refusal
        == Rejection(
          .duplicate, field: "location", found: "location 0042, 12 Mill Lane",
          expected: "a location ID that is not in use",
          remedy: "`location set --help` explains how to change it; or use another ID"))
  }

  @Test("a location needs an address")
  func addWithoutAddress() {
    let refusal = office.refusal(AddLocation.self, ["location": "0043"])
    #expect(refusal?.code == .required)
    #expect(refusal?.field == "address")
  }

  @Test("set changes what is given, empties what is named, and leaves the rest")
  func set() throws {
    try office.run(
      SetLocation.self, ["location": "0042", "route": "08", "clear": "sequence,cycle"])
    let row = try #require(try row())
    #expect(row[Location.route]?.text == "08")
    #expect(row[Location.sequence] == nil)
    #expect(row[Location.cycle] == nil)
    #expect(row[Location.unit]?.text == "4")
  }

  @Test("a set that changes nothing is unchanged")
  func setSame() throws {
    let same = try office.run(SetLocation.self, ["location": "0042", "route": "07"])
    #expect(same.isUnchanged)
  }

  @Test("a location that is not there is named with what to do")
  func setMissing() {
    let refusal = office.refusal(SetLocation.self, ["location": "43", "route": "08"])
    #expect(
      refusal
        == Rejection(
          .notFound, field: "location", found: "no location 43",
          expected: "an existing service location",
          remedy: "find it with `search 43`; `location add --help` explains how to add one"))
  }

  @Test("the address cannot be emptied")
  func clearAddress() {
    let refusal = office.refusal(SetLocation.self, ["location": "0042", "clear": "address"])
    #expect(refusal?.code == .unknownChoice)
  }
}
