import Accounts
import Testing

@testable import Engines
@testable import Ledger

@Suite("Rows that the store refuses", .onBothEngines)
struct BrokenRuleTests {
  @Test(
    "what a row breaks is told in the same words on every engine, without what is in the row",
    arguments: [
      (
        "UPDATE service_type SET name = 'MXU' WHERE code = '2000'",
        "another row has the same service_type.name"
      ),
      (
        "INSERT INTO service_type (code, name, metered) VALUES ('2000', 'ODD', FALSE)",
        "another row has the same service_type.code"
      ),
      ("UPDATE service_type SET name = NULL WHERE code = '2000'", "service_type.name has no value"),
    ])
  func words(_ sql: String, _ words: String) throws {
    let store = try settledStore()
    let error = failure { try store.tamper(sql) } as? StoreError
    // On a server, somebody else may have added the other row at that moment.
    let isOnServer = if case .postgreSQL = TestEngine.current { true } else { false }
    let kind: StoreError.Kind = isOnServer && words.hasPrefix("another") ? .taken : .constraint
    #expect(error?.kind == kind)
    #expect(error?.message == "the store refused a row: \(words)")
  }

  @Test("SQLite's messages of other kinds are read, too")
  func sqlite() {
    #expect(
      BrokenRule(sqlite: "FOREIGN KEY constraint failed")?.error.message
        == "the store refused a row: it would break a reference between rows")
    #expect(
      BrokenRule(sqlite: "CHECK constraint failed: amount > 0")?.error.message
        == "the store refused a row: a value is not allowed (amount > 0)")
    #expect(BrokenRule(sqlite: "datatype mismatch")?.error == nil)
  }

  @Test("of PostgreSQL's detail only the names of columns are told")
  func postgreSQL() {
    let broken = BrokenRule(
      postgreSQL: "23505", table: "bill_line", column: nil, constraint: "bill_line_pkey",
      detail: "Key (bill, number)=(B1, 2) already exists.")
    #expect(
      broken?.error.message
        == "the store refused a row: another row has the same bill_line.bill, bill_line.number")
  }
}
