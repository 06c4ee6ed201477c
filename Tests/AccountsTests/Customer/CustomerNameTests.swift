import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Customers' names", .onBothEngines)
struct CustomerNameTests {
  let office: Office

  init() throws {
    office = try Office(on: "2026-03-10")
    try office.run(AddCustomer.self, ["cid": "7", "first": "Ana", "last": "Ortiz"])
  }

  private func name() throws -> String? {
    try office.store.books().find(Customer.self, CustomerID("7"))?[Customer.name].text
  }

  @Test("first and last name make the full name")
  func fullName() throws {
    #expect(try name() == "Ana Ortiz")
  }

  @Test("a new last name alone makes a new full name")
  func newLastName() throws {
    try office.run(SetCustomer.self, ["cid": "7", "last": "Núñez"])
    #expect(try name() == "Ana Núñez")
  }

  @Test("a full name that is given stands, whatever first and last are")
  func givenName() throws {
    try office.run(SetCustomer.self, ["cid": "7", "last": "Núñez", "name": "Dr. Ana Núñez"])
    #expect(try name() == "Dr. Ana Núñez")
  }

  @Test("a last name alone makes no customer")
  func lastNameAlone() {
    let refusal = office.refusal(AddCustomer.self, ["last": "Ortiz"])
    #expect(
      refusal
        == Rejection(
          .contradictory, field: "last", found: "only a last name",
          expected: "both \(field: "first") and \(field: "last")",
          remedy: "add the other, or use \(field: "name")"))
  }

  @Test("first and last name together are no longer than a name may be")
  func tooLong() {
    let part = String(repeating: "x", count: 150)
    let refusal = office.refusal(AddCustomer.self, ["first": part, "last": part])
    #expect(refusal?.code == .tooLong)
  }
}
