import Accounts
import Testing

@testable import AdminCommands

/// Days in queries: SQLite keeps them as texts, and answers a comparison with something else.
@Suite("Days in queries", .onBothEngines)
struct QueryDaysTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "bill add B1 A1 --on 2026-02-01 --due 2026-02-22 --service WATER --amount 5",
      "bill add B2 A1 --on 2026-03-01 --due 2026-03-22 --service WATER --amount 6",
    ] { try bench.expect(line) }
    return bench
  }

  @Test(
    "what is no day is not compared with one",
    arguments: [
      ("billed_on > 2026-02-01", "write '2026-02-01' instead"),
      ("billed_on = 2/1/2026", "write '2026-02-01' instead"),
      ("b.billed_on > 20260201", "write '2026-02-01' instead"),
      ("billed_on > '20260201'", "write '2026-02-01' instead"),
      ("20260201 < billed_on", "write '2026-02-01' instead"),
      ("'2/1/2026' < billed_on", "write '2026-02-01' instead"),
      ("billed_on IN ('2026-02-01', '3/1/2026')", "write '2026-03-01' instead"),
      ("billed_on NOT IN ('20260201')", "write '2026-02-01' instead"),
      ("billed_on BETWEEN '2026-01-01' AND '20260301'", "write '2026-03-01' instead"),
      ("billed_on NOT BETWEEN 2025 AND 2026", "write a day in quotes, e.g. '2026-11-30'"),
      ("billed_on >= '2026-02'", "'2026-02' is compared with billed_on, and is not a day"),
    ])
  func compared(condition: String, remedy: String) throws {
    let bench = try office()
    for view in ["v_bill", "bill"] {
      let sql = "SELECT count(*) FROM \(view) AS b WHERE \(condition)"
      let refused = bench.run(["query", sql])
      #expect(refused.status == .usage, "\(sql): \(refused)")
      #expect(refused.words.contains(remedy), "\(sql): \(refused)")
    }
    let having = "SELECT account FROM v_bill GROUP BY account HAVING max(billed_on) > 20260101"
    #expect(bench.run(["query", having]).words.contains("write '2026-01-01' instead"))
  }

  @Test(
    "days, texts and numbers in their places are taken",
    arguments: [
      ("billed_on IN ('2026-02-01', '2026-03-02')", "1"),
      ("'2026-02-01' < billed_on", "1"),
      ("billed_on BETWEEN '2026-01-01' AND '2026-03-01' AND total > 5", "1"),
      ("billed_on NOT BETWEEN '2026-02-01' AND '2026-02-28' OR total = 5", "2"),
      ("b.bill IN ('B1', '20260201') AND b.due_on <= '2026-02-22'", "1"),
      ("billed_on IN (SELECT billed_on FROM v_bill WHERE total > 5)", "1"),
    ])
  func taken(condition: String, count: String) throws {
    let bench = try office()
    let sql = "SELECT count(*) FROM v_bill AS b WHERE \(condition)"
    #expect(bench.run(["query", sql, "--csv", "--no-header"]).output == count + "\n", "\(sql)")
  }

  @Test(
    "no number is added to a day where that counts the year alone",
    arguments: [
      "SELECT billed_on + 30 AS d FROM v_bill WHERE bill = 'B1'",
      "SELECT max(billed_on) - min(billed_on) AS d FROM v_bill",
      "SELECT b.due_on - b.billed_on AS d FROM v_bill AS b WHERE bill = 'B1'",
    ])
  func reckoned(_ sql: String) throws {
    let bench = try office()
    let result = bench.run(["query", sql, "--csv", "--no-header"])
    guard case .postgreSQL = TestEngine.current else {
      #expect(result.status == .usage, "\(result)")
      #expect(result.words.contains("of which + and - take the year alone"), "\(result)")
      return
    }
    #expect(["2026-03-03\n", "28\n", "21\n"].contains(result.output), "\(result)")
  }

  @Test("the functions of days are taken, and refuse a day in another form")
  func functions() throws {
    guard case .sqlite = TestEngine.current else { return }
    let bench = try office()
    let sql = """
      SELECT julianday(due_on) - julianday(billed_on) AS days, date(billed_on, '+30 days') AS later \
      FROM v_bill WHERE bill = 'B1' AND billed_on > date('2026-02-10', '-1 month')
      """
    let answer = bench.run(["query", sql, "--csv", "--no-header"])
    #expect(answer.output == "21.0,2026-03-03\n" || answer.output == "21,2026-03-03\n", "\(answer)")
    for day in ["2/1/2026", "20260201"] {
      let refused = bench.run(["query", "SELECT bill FROM v_bill WHERE billed_on > date('\(day)')"])
      #expect(refused.words.contains("write '2026-02-01' instead"), "\(refused)")
    }
  }
}
