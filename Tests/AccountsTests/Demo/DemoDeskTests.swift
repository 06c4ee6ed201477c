import Accounts
import Testing

@testable import Ledger
@testable import SampleCity
@testable import Values

@Suite("What the office of a sample city has to do")
struct DemoDeskTests {
  @Test("bills of a third of the accounts go by e-mail or both, a few again by mail")
  func delivery() throws {
    let demo = try DemoStore(accounts: 600)
    let held = try demo.rows(DeliveryPreference.self).filter { $0[DeliveryPreference.toOn] == nil }
    let byEmail = held.count { $0[DeliveryPreference.method] == .email }
    let both = held.count { $0[DeliveryPreference.method] == .both }
    #expect((10...35).contains(byEmail * 100 / 600))
    #expect(both > 5 && both < byEmail)
    #expect(held.contains { $0[DeliveryPreference.method] == .mail })
    #expect(held.count == Set(held.map { $0[DeliveryPreference.account] }).count)
    let kinds = try demo.rows(DeliveryEvent.self).map { $0[DeliveryEvent.kind] }
    #expect(Set(kinds) == [.bounce, .reverted])
  }

  @Test("a preference is the address of who answers for the account, from a day of theirs")
  func deliveryIsTheHolders() throws {
    let strangers = try DemoStore(accounts: 600).count(
      """
      SELECT count(*) FROM delivery_preference p WHERE p.email IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM account_customer a JOIN customer c ON c.cid = a.cid
        WHERE a.account = p.account AND c.email = p.email AND a.from_on <= p.from_on
        AND a.to_on IS NULL)
      """)
    #expect(strangers == 0)
  }

  @Test("a few of a hundred accounts pay automatically, and there are enrollments of each kind")
  func enrollments() throws {
    let demo = try DemoStore(accounts: 1000)
    let all = try demo.rows(EFTEnrollment.self)
    #expect((30...90).contains(all.count))
    #expect(all.count { $0[EFTEnrollment.state] == .active } * 2 > all.count)
    let states = Set(all.map { $0[EFTEnrollment.state] })
    #expect(states == [.active, .prenotePending, .onHold, .returned, .cancelled])
    for row in all {
      let text = row[EFTEnrollment.routing].text
      #expect(try RoutingNumber(text).text == text)
    }
    let drafted = try demo.count(
      """
      SELECT count(*) FROM payment p WHERE p.method = 'eft' AND NOT EXISTS (
        SELECT 1 FROM eft_enrollment e WHERE e.account = p.account AND e.prenote_on < p.posted_on)
      """)
    #expect(drafted == 0)
    #expect(try demo.count("SELECT count(*) FROM payment WHERE method = 'eft'") > 50)
  }

  @Test("bank accounts are sealed under the sample city's key, and open under no other")
  func bankAccounts() throws {
    let demo = try DemoStore(accounts: 200)
    let row = try #require(try demo.rows(EFTEnrollment.self).first)
    let account = row[EFTEnrollment.account]
    func open(_ key: String) throws -> String {
      demo.store.bankKey = BankKey(Vault(key: Array(key.utf8)))
      return try demo.store.books().openBankAccount(row[EFTEnrollment.bankAccount], of: account)
    }
    #expect(DemoCity.bankKey.utf8.count == 32)
    #expect(try open(DemoCity.bankKey).suffix(4) == row[EFTEnrollment.lastFour])
    #expect(throws: RuleError.self) { try open("another key, another lock, else") }
  }

  @Test("requests are open, assigned, answered and closed; the first is open")
  func requests() throws {
    let demo = try DemoStore(accounts: 500)
    let requests = try demo.rows(Request.self)
    #expect(requests.first?[Request.status] == .open)
    #expect(Set(requests.map { $0[Request.status] }) == Set(RequestStatus.allCases))
    #expect(requests.allSatisfy { $0[Request.receivedOn] <= demo.city.lastDay })
    let messages = try demo.rows(RequestMessage.self).grouped { $0[RequestMessage.request] }
    for request in requests {
      let isAnswered = [.answered, .closed].contains(request[Request.status])
      #expect(messages[request[Request.id]]?.count == (isAnswered ? 2 : 1))
    }
    let notes = try demo.rows(Note.self)
    #expect(Set(notes.map { $0[Note.kind] }) == [.account, .customer, .meter])
    #expect(try demo.rows(Announcement.self).count == 2)
  }

  @Test("`store doctor` finds a few things", arguments: [1, 3] as [UInt64])
  func doctor(seed: UInt64) throws {
    let demo = try DemoStore(accounts: 500, years: 1, seed: seed)
    var found: [Problem: Int] = [:]
    try demo.store.examine(asOf: demo.city.lastDay) { found[$0.problem, default: 0] += 1 }
    #expect(Set(found.keys).isSuperset(of: [.bouncingAddress, .prenoteOverdue]))
    #expect(found.values.allSatisfy { $0 < 8 })
  }

  @Test("a login that was taken away has left its link")
  func orphanLinks() throws {
    let demo = try DemoStore(accounts: 1000, years: 1)
    var found = 0
    try demo.store.examine(for: [.orphanLink], asOf: demo.city.lastDay) { _ in found += 1 }
    #expect((1...5).contains(found))
  }
}
