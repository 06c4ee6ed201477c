import Accounts
import Testing

@testable import AdminCommands

/// Days, amounts and texts that are part of a larger expression when a query compares them.
@Suite("Calculated values in queries", .onBothEngines)
struct QueryExpressionsTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench(accounts: 1)
    for line in [
      "bill add B1 A1 --on 2026-02-01 --due 2026-02-22 --service WATER --amount 5.50",
      "bill add B2 A1 --on 2026-03-01 --due 2026-03-22 --service WATER --amount 116",
    ] { try bench.expect(line) }
    return bench
  }

  private func count(_ condition: String) -> String {
    "SELECT count(*) FROM v_bill AS b WHERE \(condition)"
  }

  @Test(
    "a day is compared with a day, also in a choice, a call or a list of values",
    arguments: [
      ("coalesce(voided_on, due_on) > 20260301", "write '2026-03-01' instead"),
      ("coalesce(b.voided_on, b.due_on) > '3/1/2026'", "write '2026-03-01' instead"),
      (
        "CASE WHEN total > 6 THEN billed_on ELSE due_on END > '20260301'",
        "write '2026-03-01' instead"
      ),
      (
        "CASE billed_on WHEN '2/1/2026' THEN 1 ELSE 0 END = 1", "write '2026-02-01' instead"
      ),
      ("(account, billed_on) = ('A1', '2/1/2026')", "write '2026-02-01' instead"),
      ("(billed_on, account) > (20260201, 'A1')", "write '2026-02-01' instead"),
      ("('A1', '2/1/2026') = (account, b.billed_on)", "write '2026-02-01' instead"),
      (
        "(account, billed_on) IN (('A1', '2026-02-01'), ('A1', '3/1/2026'))",
        "write '2026-03-01' instead"
      ),
    ])
  func days(condition: String, remedy: String) throws {
    let refused = try office().run(["query", count(condition)])
    #expect(refused.status == .usage, "\(refused)")
    #expect(refused.words.contains(remedy), "\(condition): \(refused)")
  }

  @Test("so is what the query calls such a day")
  func named() throws {
    let sql = """
      SELECT x.last FROM (SELECT account, max(billed_on) AS last FROM v_bill GROUP BY account) AS x \
      WHERE x.last < 20260301
      """
    #expect(try office().run(["query", sql]).words.contains("write '2026-03-01' instead"))
  }

  @Test(
    "comparing days with days, amounts with amounts and texts with texts gives the same on both engines",
    arguments: [
      ("coalesce(voided_on, due_on) > '2026-03-01'", "1"),
      ("coalesce(closed_on, '2099-01-01') > '2030-01-01'", "2"),
      ("CASE WHEN total > 6 THEN billed_on ELSE due_on END >= '2026-03-01'", "1"),
      ("CASE billed_on WHEN '2026-02-01' THEN 1 ELSE 0 END = 1", "1"),
      ("(b.account, billed_on) = ('A1', '2026-02-01')", "1"),
      ("(b.account, billed_on) >= ('A1', '2026-02-01')", "2"),
      ("(b.account, total) = ('A1', 5.5)", "1"), ("(b.account, total) = ('A1', '5.50')", "1"),
      ("(b.account, billed_on) IN (('A1', '2026-02-01'), ('A1', '2026-03-01'))", "2"),
      ("coalesce(total, 0) > 100", "1"), ("total > '100'", "1"),
      ("CASE WHEN total > '100' THEN 'big' ELSE 'small' END = 'big'", "1"),
      ("(CASE WHEN total > 6 THEN '1' ELSE '0' END) = '1'", "1"),
      ("coalesce(void_reason, '') = ''", "2"), ("coalesce(void_reason, '2026') = '2026'", "2"),
    ])
  func taken(condition: String, expected: String) throws {
    let sql =
      "SELECT count(*) FROM v_bill AS b JOIN v_account a ON a.account = b.account WHERE \(condition)"
    let answer = try office().run(["query", sql, "--csv", "--no-header"])
    #expect(answer.output == expected + "\n", "\(sql): \(answer)")
  }

  @Test(
    "SQLite compares no calculated number with a text",
    arguments: [
      ("coalesce(total, 0) > '100'", "write 100 instead"),
      ("abs(total) = '5.50'", "write 5.50 instead"),
      ("round(total) IN ('116')", "write 116 instead"),
      ("'100' < round(b.total)", "write 100 instead"),
      ("total LIKE '%.50'", "use printf('%.2f', total) LIKE"),
      ("b.total % 10 = 6", "use mod(total, N)"),
      ("billed_on LIKE '2/%'", "whose days are written 2026-11-30"),
      ("(account, total) = ('A1', '$5.50')", "write 5.50 instead"),
      (
        "coalesce(strftime('%Y', billed_on), '') = 2026",
        "2026 is a number, and strftime() gives text"
      ),
      (
        "CASE WHEN total > 6 THEN substr(billed_on, 1, 4) END = 2026",
        "2026 is a number, and substr() gives text"
      ),
      (
        "CASE strftime('%m', billed_on) WHEN 2 THEN 1 ELSE 0 END = 1",
        "2 is a number, and strftime() gives text"
      ),
    ])
  func texts(condition: String, remedy: String) throws {
    guard case .sqlite = TestEngine.current else { return }
    let refused = try office().run(["query", count(condition)])
    #expect(refused.status == .usage, "\(refused)")
    #expect(refused.words.contains(remedy), "\(condition): \(refused)")
  }

  @Test(
    "nor by the name that the query gives it",
    arguments: [
      (
        "SELECT account, sum(total) AS s FROM v_bill GROUP BY account HAVING s > '100'",
        "write 100 instead"
      ),
      (
        "WITH x AS (SELECT strftime('%Y', billed_on) AS y FROM v_bill) SELECT y FROM x WHERE x.y = 2026",
        "2026 is a number, and strftime() gives text"
      ),
    ])
  func names(sql: String, remedy: String) throws {
    guard case .sqlite = TestEngine.current else { return }
    let refused = try office().run(["query", sql])
    #expect(refused.status == .usage && refused.words.contains(remedy), "\(refused)")
  }

  @Test("what a server cannot read as a day is told as the query's fault, not as a row's")
  func onServer() throws {
    guard case .postgreSQL = TestEngine.current else { return }
    let refused = try office().run(["query", count("coalesce(voided_on, 'none') = 'none'")])
    #expect(refused.words.contains("the query cannot be answered (invalid input"), "\(refused)")
  }
}
