import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Merging customers", .onBothEngines)
struct MergeCustomerTests {
  let office: Office

  init() throws { office = try Office.smallCity() }

  private func merge(_ cid: String, into other: String) throws -> Performed {
    try office.run(MergeCustomer.self, ["cid": cid, "into": other])
  }

  @Test("responsibilities go over and the row stays, naming the other")
  func merge() throws {
    let merged = try merge("1", into: "2")
    #expect(merged.effect.message == "customer 1 merged into 2, with 1 account")
    #expect(try office.answers() == ["2 owner 2026-01-01.."])
    let gone = try office.store.books().find(Customer.self, CustomerID("1"))
    #expect(gone?[Customer.mergedInto]?.text == "2")
    #expect(gone?[Customer.name].text == "Customer 1")
  }

  @Test("the same merge again changes nothing")
  func again() throws {
    _ = try merge("1", into: "2")
    let again = try merge("1", into: "2")
    #expect(again.isUnchanged)
    #expect(again.effect.message == "customer 1 is unchanged: merged into 2")
  }

  @Test(
    "overlapping times in one role become one, from the earlier day to the later",
    arguments: [
      ("2026-02-01", nil, ["2 owner 2026-01-01.."]),
      ("2025-06-01", "2026-02-01", ["2 owner 2025-06-01.."]),
      ("2025-06-01", "2026-01-01", ["2 owner 2025-06-01..2026-01-01", "2 owner 2026-01-01.."]),
    ] as [(String, String?, [String])])
  func overlapping(from: String, until: String?, expected: [String]) throws {
    try office.store.connection.script(
      """
      INSERT INTO account_customer VALUES (90, '500', '2', 'owner', '\(from)', \
      \(until.map { "'\($0)'" } ?? "NULL"));
      """)
    _ = try merge("1", into: "2")
    #expect(try office.answers() == expected)
  }

  @Test("two times of the merged customer that one of the other spans become one")
  func spanning() throws {
    try office.store.connection.script(
      """
      UPDATE account_customer SET to_on = '2026-02-01' WHERE cid = '1';
      INSERT INTO account_customer VALUES
        (90, '500', '1', 'owner', '2026-03-01', NULL),
        (91, '500', '2', 'owner', '2026-01-15', '2026-03-05');
      """)
    _ = try merge("1", into: "2")
    #expect(try office.answers() == ["2 owner 2026-01-01.."])
  }

  @Test("different roles stay apart")
  func roles() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "payer", "on": "2026-02-01"])
    _ = try merge("1", into: "2")
    #expect(try office.answers() == ["2 owner 2026-01-01..", "2 payer 2026-02-01.."])
  }

  @Test("a customer is not merged into itself")
  func itself() {
    let refusal = office.refusal(MergeCustomer.self, ["cid": "1", "into": "1"])
    #expect(
      refusal
        == Rejection(
          .contradictory, field: "into", found: "customer 1 twice", expected: "two customer IDs",
          remedy: "use \(field: "into") for the customer to keep"))
  }

  @Test("nobody is merged into a merged customer")
  func intoMerged() throws {
    _ = try merge("1", into: "2")
    let refusal = office.refusal(MergeCustomer.self, ["cid": "3", "into": "1"])
    #expect(
      refusal
        == Rejection(
          .closed, field: "into", found: "customer 1, merged into 2",
          expected: "a customer that is not merged", remedy: "use 2"))
  }

  @Test("a merged customer is not merged once more")
  func mergedAlready() throws {
    _ = try merge("1", into: "2")
    let refusal = office.refusal(MergeCustomer.self, ["cid": "1", "into": "3"])
    #expect(refusal?.code == .closed)
    #expect(refusal?.field == "cid")
  }

  @Test("a customer that is not there is refused")
  func missing() {
    #expect(office.refusal(MergeCustomer.self, ["cid": "1", "into": "9"])?.code == .notFound)
  }

  @Test("what the merged customer had and the other lacks is said")
  func notices() throws {
    try office.run(
      SetCustomer.self, ["cid": "1", "phone": "512-555-0142", "email": "pat@example.com"])
    #expect(
      try merge("1", into: "2").effect.notices == [
        "customer 2 has no phone number; 1 had •••0142",
        "customer 2 has no e-mail address; 1 had p•••@example.com",
      ])
  }

  @Test("a merge is taken back whole, with what had become one")
  func undo() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "owner", "on": "2026-02-01"])
    let before = try office.answers()
    _ = try merge("1", into: "2")
    #expect(try office.answers() == ["2 owner 2026-01-01.."])
    var last: Int64 = 0
    try office.store.each(sql: "SELECT max(change) FROM change") { row in
      last = row.integer(0)
      return false
    }
    _ = try office.store.undo(
      change: last, author: Author(operatorName: "pat", host: "desk", command: "change undo"))
    #expect(try office.answers() == before)
    let back = try office.store.books().find(Customer.self, CustomerID("1"))
    #expect(back?[Customer.mergedInto] == nil)
  }
}
