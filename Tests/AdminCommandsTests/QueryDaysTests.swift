import Accounts
import Testing

@testable import AdminCommands

/// Days in queries: SQLite keeps them as texts, and answers a comparison with something else.
@Suite("Days in queries", .onBothEngines)
struct QueryDaysTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench(accounts: 1)
    for line in [
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
      ("billed_on > -5", "-5 is compared with billed_on, and is not a day"),
      ("billed_on IS '2/1/2026'", "'2/1/2026' is compared with billed_on, and is not a day"),
      ("date(billed_on) > 20260201", "write '2026-02-01' instead"),
      ("date(billed_on, '+1 day') > '20260201'", "write '2026-02-01' instead"),
      ("date(billed_on) > '2/1/2026'", "write '2026-02-01' instead"),
      ("total IN (5, '$6.50')", "write 6.50 instead"),
      ("voided_on = ''", "use voided_on IS NULL or voided_on IS NOT NULL"),
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
    for name in ["d", "AS d"] {
      let named = "SELECT d FROM (SELECT billed_on \(name), bill FROM bill) AS x WHERE d > 20260101"
      #expect(bench.run(["query", named]).words.contains("write '2026-01-01' instead"))
    }
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
    "a column of texts may hold what looks like a day or an amount",
    arguments: [
      ("v_payment", "reference IN ('10/7/2026', '1,234')", "0"),
      ("v_payment", "amount > 1 AND reference = '10/7/2026'", "0"),
      ("v_payment", "'10/7/2026' = upper(reference)", "0"),
      ("v_customer", "name IN ('1,234')", "0"),
      ("v_bill", "bill NOT IN ('10/7/2026', '1,234')", "2"),
    ])
  func texts(view: String, condition: String, count: String) throws {
    let bench = try office()
    let sql = "SELECT count(*) FROM \(view) WHERE \(condition)"
    let answer = bench.run(["query", sql, "--csv", "--no-header"])
    #expect(answer.output == count + "\n", "\(sql): \(answer)")
  }

  @Test(
    "SQLite compares no number with text, and takes no average of days",
    arguments: [
      ("strftime('%Y', billed_on) = 2026", "compare CAST(strftime(…) AS integer)"),
      ("substr(billed_on, 1, 4) IN (2025, 2026)", "2025 is a number, and substr() gives text"),
      ("2025 < substr(billed_on, 1, 4)", "compare CAST(substr(…) AS integer)"),
      ("billed_on > date(20260201)", "write '2026-02-01' instead"),
      ("(SELECT avg(due_on) FROM v_bill) > 0", "of which avg() takes the year alone"),
    ])
  func numbers(condition: String, remedy: String) throws {
    guard case .sqlite = TestEngine.current else { return }
    let refused = try office().run(["query", "SELECT bill FROM v_bill WHERE \(condition)"])
    #expect(refused.status == .usage && refused.words.contains(remedy), "\(refused)")
  }

  @Test(
    "parts of days are taken as texts and as numbers",
    arguments: [
      "strftime('%Y', billed_on) = '2026'", "CAST(substr(billed_on, 6, 2) AS integer) = 2",
      "substr(billed_on, 6, 2) + 0 = 2", "strftime('%m/%d/%Y', billed_on) = '02/01/2026'",
      "length(substr(bill, 1, 2)) = 2", "date(billed_on) < '2026-02-02'",
    ])
  func parts(condition: String) throws {
    guard case .sqlite = TestEngine.current else { return }
    let sql = "SELECT bill FROM v_bill WHERE \(condition) ORDER BY bill LIMIT 1"
    #expect(try office().run(["query", sql, "--csv", "--no-header"]).output == "B1\n", "\(sql)")
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

  @Test(
    "days between two days are compared with a number where the engine counts them",
    arguments: [
      "due_on - billed_on > 14", "21 = due_on - billed_on", "billed_on - due_on < 0",
      "b.due_on - b.billed_on BETWEEN 20 AND 22", "due_on - billed_on IN (20, 21)",
      "billed_on + interval '1 month' > due_on", "due_on < billed_on + 30",
      "billed_on + 14 < due_on",
    ])
  func between(condition: String) throws {
    let sql = "SELECT count(*) FROM v_bill AS b WHERE \(condition)"
    let result = try office().run(["query", sql, "--csv", "--no-header"])
    guard case .sqlite = TestEngine.current else {
      #expect(result.output == "2\n", "\(sql): \(result)")
      return
    }
    #expect(result.status == .usage, "\(sql): \(result)")
    #expect(result.words.contains("julianday(LATER) - julianday(EARLIER)"), "\(sql): \(result)")
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
