import Accounts
import Testing

@testable import SampleCity
@testable import Values

@Suite("A sample city's portal users")
struct DemoUsersTests {
  private func customer(_ cid: Int, _ email: String?) -> DemoCustomer {
    DemoCustomer(
      cid: cid, kind: .person, name: "Ana Ortiz", first: "Ana", last: "Ortiz", email: email,
      phone: nil, address: "1 Oak St", address2: nil)
  }

  @Test("customers who share an address have one login")
  func shared() throws {
    let users = DemoUsers(lastDay: try CivilDate("2026-10-31"))
    #expect(users.user(of: customer(100_001, "ana@example.com")) != nil)
    #expect(users.user(of: customer(101_001, "ana@example.com")) == nil)
    #expect(users.user(of: customer(101_002, nil)) == nil)
  }
}
