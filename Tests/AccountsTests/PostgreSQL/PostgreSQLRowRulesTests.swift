import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Rows that a clerk may write by a command, and not by psql.
@Suite("Row rules on a server", .needsPostgreSQL, .serialized)
struct PostgreSQLRowRulesTests {
  let database: PostgreSQLDatabase
  let office: Office
  private let clerk: String

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    office = try database.office()
    clerk = "user_\(database.name)_rules"
    try database.makeUser(clerk, role: "ubadmin_clerk")
    for cid in ["1", "2", "3"] { try office.run(AddCustomer.self, ["cid": cid, "name": "Ana"]) }
    for place in ["1", "2"] {
      try office.run(AddLocation.self, ["location": "L\(place)", "address": "\(place) Main"])
      try office.run(
        OpenAccount.self,
        ["account": "A\(place)", "cid": "1", "location": "L\(place)", "on": "2026-01-01"])
    }
    try office.run(SetSetting.self, ["name": "eft.two-persons", "value": "yes"])
  }

  /// An operation of somebody else's than the office's.
  private func run<O: Accounts.Operation>(
    _ type: O.Type, _ cells: [String: String], as user: String
  ) throws {
    let store = try Store.open(
      try database.location(user: user), clock: .fixed(try CivilDate("2026-03-10")))
    store.bankKey = BankKey(Vault(key: [UInt8](repeating: 7, count: 32)))
    let change = try store.beginChange(Author(operatorName: user, host: "desk", command: "test"))
    defer { change.rollback() }
    change.books.acceptsUnusual = true
    try change.perform(try Office.operation(type, cells))
    try change.commit()
  }

  private func refuses(_ sql: String, _ user: String? = nil) {
    #expect(throws: TestFailure.self, "\(sql)") { try database.psql(sql, user: user ?? clerk) }
  }

  private func enroll() throws {
    try run(
      EnrollEFT.self,
      ["account": "A1", "routing": "021000021", "bank-account": "123456789"], as: clerk)
  }

  private func enrollment() throws -> String {
    try database.psql(
      "SELECT state, entered_by, coalesce(confirmed_by, '') FROM ubadmin.eft_enrollment")
  }

  @Test("nobody puts bank details into use that nobody else has confirmed")
  func secondPerson() throws {
    try enroll()
    let (change, other) = ("UPDATE ubadmin.eft_enrollment SET", "other_\(database.name)")
    try database.makeUser(other, role: "ubadmin_clerk")
    for cells in [
      "confirmed_by = '\(clerk)'", "state = 'active'", "state = 'prenote_pending'",
      "state = 'prenote_pending', confirmed_by = '\(clerk)'", "state = 'on_hold'",
      "state = 'prenote_pending', confirmed_by = '\(other)'",
    ] { refuses("\(change) \(cells)") }
    #expect(try enrollment() == "entered|\(clerk)|")
    refuses("\(change) state = 'active', confirmed_by = '\(other)'", other)
    refuses(
      "\(change) routing = '011000015', state = 'prenote_pending', confirmed_by = '\(other)'", other
    )
    try run(ConfirmEFT.self, ["account": "A1"], as: other)
    #expect(try enrollment() == "prenote_pending|\(clerk)|\(other)")
    for cells in ["routing = '011000015'", "type = 'savings'", "entered_by = '\(clerk)'"] {
      refuses("\(change) \(cells), last_four = '0000', confirmed_by = NULL")
    }
    refuses("\(change) confirmed_by = NULL")
    try run(SetEFT.self, ["account": "A1", "draft-day": "9"], as: clerk)
    try run(HoldEFT.self, ["account": "A1", "reason": "disputed"], as: clerk)
    try run(ReleaseEFT.self, ["account": "A1"], as: clerk)
    try run(SetEFT.self, ["account": "A1", "type": "savings"], as: other)
    #expect(try enrollment() == "entered|\(other)|")
    refuses("\(change) state = 'active'", other)
    try run(ConfirmEFT.self, ["account": "A1"], as: clerk)
    try run(CancelEFT.self, ["account": "A1", "reason": "customer's wish"], as: clerk)
    refuses("\(change) state = 'active'")
  }

  @Test("an enrollment begins unconfirmed, unless no second person is asked for")
  func enrolled() throws {
    try enroll()
    let copy = """
      INSERT INTO ubadmin.eft_enrollment (enrollment, account, cid, state, routing, bank_account, \
      last_four, type, entered_on, entered_by) SELECT 9, account, cid, 'active', routing, \
      bank_account, last_four, type, entered_on, entered_by FROM ubadmin.eft_enrollment
      """
    refuses(copy)
    try office.run(SetSetting.self, ["name": "eft.two-persons", "value": "no"])
    try run(ConfirmEFT.self, ["account": "A1"], as: clerk)
    #expect(try enrollment() == "prenote_pending|\(clerk)|\(clerk)")
  }

  @Test("a payment is of a customer who is or was responsible for its account")
  func payers() throws {
    for (day, amount) in [("2026-03-01", "5"), ("2026-03-10", "7")] {
      try office.run(PostPayment.self, ["account": "A1", "amount": amount, "on": day])
    }
    refuses("UPDATE ubadmin.payment SET cid = '3'")
    refuses(
      "INSERT INTO ubadmin.payment (payment, account, posted_on, amount, method, cid) "
        + "VALUES (9, 'A1', '2026-03-10', 500, 'cash', '3')")
    // Nor does a responsibility of no days make one.
    let nobody = """
      INSERT INTO ubadmin.account_customer (account_customer, account, cid, role, from_on, to_on) \
      VALUES (99, 'A1', '3', 'payer', '2026-03-01', '2026-03-01')
      """
    refuses(nobody)
    refuses("UPDATE ubadmin.account_customer SET to_on = from_on WHERE account = 'A1'")
    try database.psql(nobody)
    refuses("UPDATE ubadmin.payment SET cid = '3'")
    try database.psql("DELETE FROM ubadmin.account_customer WHERE account_customer = 99")
    try run(MoveAccount.self, ["account": "A1", "cid": "2", "on": "2026-03-10"], as: clerk)
    try run(PostPayment.self, ["account": "A1", "amount": "6", "cid": "1"], as: clerk)
    try database.psql("UPDATE ubadmin.payment SET cid = '2' WHERE payment = 1", user: clerk)
    // The move gave the second one its customer.
    #expect(try database.psql("SELECT cid FROM ubadmin.payment ORDER BY payment") == "2\n1\n1")
  }

  @Test("a clerk adds both bills of a transferred balance, and neither without the other")
  func transfers() throws {
    func add(_ bills: (bill: String, account: String, total: Int)...) -> String {
      "INSERT INTO ubadmin.bill (bill, account, billed_on, due_on, total, cid) VALUES "
        + bills.map {
          "('\($0.bill)', '\($0.account)', '2026-03-10', '2026-04-01', \($0.total), '1')"
        }
        .joined(separator: ", ")
    }
    let name = "TA1-2026-03-10"
    refuses(add((name, "A1", -5000)))
    refuses(add((name + "-OUT", "A1", -5000)))
    refuses(add((name, "A2", 4000), (name + "-OUT", "A1", -5000)))
    refuses(add((name, "A1", 5000), (name + "-OUT", "A1", -5000)))
    refuses(add((name, "A1", 5000), (name + "-OUT", "A2", -5000)))
    try office.run(
      OpenAccount.self,
      ["account": "A3", "cid": "3", "location": "L2", "on": "2026-01-01"])
    refuses(add((name, "A3", 5000), (name + "-OUT", "A1", -5000)))
    try office.run(
      AddBill.self,
      [
        "bill": "B1", "account": "A1", "amount": "30", "on": "2026-03-01", "from": "2026-02-01",
        "to": "2026-02-28",
      ])
    try office.run(
      AddBill.self,
      ["bill": "B2", "account": "A1", "amount": "20", "on": "2026-02-01", "due": "2026-02-20"])
    try run(
      MoveAccount.self,
      ["account": "A1", "cid": "2", "on": "2026-03-05", "transfer-balance": "A2"], as: clerk)
    #expect(
      try database.psql("SELECT account, total FROM ubadmin.bill ORDER BY account, total")
        == "A1|-3000\nA1|-2000\nA1|2000\nA1|3000\nA2|2000\nA2|3000")
  }
}
