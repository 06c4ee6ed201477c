import Accounts
import Testing

@testable import Ledger
@testable import Values

@Suite("A sample city's customers, accounts and services")
struct DemoAccountsTests {
  @Test("`store check` finds nothing", arguments: [1, 5] as [UInt64])
  func checkFindsNothing(seed: UInt64) throws {
    var findings: [Finding] = []
    let summary = try DemoStore(seed: seed).store.check { findings.append($0) }
    #expect(findings == [])
    #expect(summary.accounts == 200)
    #expect(summary.meters >= 200)
  }

  @Test("every row names rows that exist")
  func referencesHold() throws {
    let demo = try DemoStore()
    #expect(try demo.texts("PRAGMA foreign_key_check") == [])
  }

  @Test("two services of one type never run on an account at once")
  func servicesDoNotOverlap() throws {
    let running = try DemoStore().rows(Service.self).filter { $0[Service.cancelledOn] == nil }
    #expect(running.count > 600)
    let spans = running.grouped { "\($0[Service.account]) \($0[Service.code])" }
    for (key, services) in spans {
      expectApart(services.map { ($0[Service.startOn], $0[Service.stopOn]) }, "\(key)")
    }
  }

  @Test("a meter is in one place at a time")
  func installsDoNotOverlap() throws {
    let installs = try DemoStore().rows(MeterInstall.self).grouped { $0[MeterInstall.meter] }
    #expect(installs.count >= 200)
    for (meter, installs) in installs {
      expectApart(
        installs.map { ($0[MeterInstall.fromOn], $0[MeterInstall.toOn]) }, "\(meter)")
    }
  }

  @Test("one customer at a time answers for an account in one role")
  func responsibilitiesDoNotOverlap() throws {
    let held = try DemoStore().rows(AccountCustomer.self).grouped {
      "\($0[AccountCustomer.account]) \($0[AccountCustomer.role])"
    }
    #expect(held.count > 200)
    for (key, held) in held {
      expectApart(
        held.map { ($0[AccountCustomer.fromOn], $0[AccountCustomer.toOn]) }, key)
    }
  }

  private func expectApart(_ spans: [(from: CivilDate, to: CivilDate?)], _ key: String) {
    let sorted = spans.sorted { $0.from < $1.from }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) {
      let isApart = earlier.to.map { $0 <= later.from } ?? false
      #expect(isApart, "\(key): \(earlier) and \(later)")
    }
  }

  @Test("a meter's time in a service lies in the service's own")
  func installsLieInServices() throws {
    let outside = try DemoStore().count(
      """
      SELECT count(*) FROM meter_install i JOIN service s ON s.service = i.service
      WHERE i.from_on < s.start_on OR s.code <> '1000' OR s.cancelled_on IS NOT NULL
        OR (s.stop_on IS NOT NULL AND (i.to_on IS NULL OR i.to_on > s.stop_on))
      """)
    #expect(outside == 0)
  }

  @Test("somebody answers for every service from its first day to its last")
  func servicesAreAnsweredFor() throws {
    let orphans = try DemoStore().count(
      """
      SELECT count(*) FROM service s WHERE s.cancelled_on IS NULL AND NOT EXISTS (
        SELECT 1 FROM account_customer c WHERE c.account = s.account AND c.from_on <= s.start_on
        AND (c.to_on IS NULL OR (s.stop_on IS NOT NULL AND c.to_on >= s.stop_on)))
      """)
    #expect(orphans == 0)
  }

  @Test("on the last day there are services of every status")
  func everyStatus() throws {
    let demo = try DemoStore(accounts: 1000)
    let suspensions = try demo.rows(Suspension.self).grouped { $0[Suspension.service] }
    let found = try demo.rows(Service.self).map {
      ServiceStatus.of(
        $0, suspensions: suspensions[$0[Service.id]] ?? [], on: demo.city.lastDay)
    }
    #expect(Set(found) == Set(ServiceStatus.allCases))
  }

  @Test("customers are persons, and a few organizations")
  func someOrganizations() throws {
    let demo = try DemoStore(accounts: 1000)
    let all = try demo.count("SELECT count(*) FROM customer")
    let firms = try demo.count("SELECT count(*) FROM customer WHERE kind = 'organization'")
    #expect((5...12).contains(firms * 100 / all))
  }

  @Test("customers hold what a clerk could have typed")
  func customersAreWellFormed() throws {
    for row in try DemoStore().rows(Customer.self) {
      #expect(try Line(row[Customer.name].text) == row[Customer.name])
      #expect(try row[Customer.email].map { try EmailAddress($0.text) } == row[Customer.email])
      #expect(try row[Customer.phone].map { try PhoneNumber($0.text) } == row[Customer.phone])
    }
  }

  @Test(
    "the first account is the one that examples name, whatever the seed",
    arguments: [0, 1, 2, 7, .max] as [UInt64])
  func firstAccount(seed: UInt64) throws {
    let books = try DemoStore(accounts: 2, years: 1, seed: seed).store.books()
    let account = AccountNumber(trusted: "2000001")
    let services = try books.rows(Service.ofAccount, account)
    #expect(services.contains { $0[Service.code].text == "1000" && $0[Service.stopOn] == nil })
    let held = try books.rows(AccountCustomer.ofAccount, account)
    #expect(held.map { $0[AccountCustomer.cid].text } == ["100001"])
    let installs = try books.rows(MeterInstall.ofMeter, MeterSerial(trusted: "60000011"))
    #expect(installs.map { $0[MeterInstall.toOn] } == [nil])
  }
}
