import Accounts
import Testing

@testable import Ledger
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

  @Test("a user who is locked out has typed as many wrong passwords, and others have signed in")
  func attempts() throws {
    let demo = try DemoStore()
    let users = try demo.rows(User.self)
    let attempts = try demo.rows(SignInAttempt.self).grouped { $0[SignInAttempt.user] }
    #expect(users.contains { $0[User.status] == .lockedOut })
    for user in users {
      let own = attempts[user[User.id]] ?? []
      let wrong = own.filter { $0[SignInAttempt.outcome] == .wrongPassword }
      #expect(wrong.count == user[User.failedAttempts])
      if let last = wrong.last { #expect(last[SignInAttempt.at] == user[User.statusSince]) }
      let signedIn = own.filter { $0[SignInAttempt.outcome] == .signedIn }
      #expect(signedIn.map { $0[SignInAttempt.at] } == [user[User.lastSignInAt]].compactMap { $0 })
    }
  }
}
