import Testing

@testable import AdminCommands

@Suite("Query parameters have the type of what they are compared with", .onBothEngines)
struct QueryParameterTypeTests {
  private func bench() throws -> CommandBench {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "bill add B1 A1 --on 2026-02-01 --amount 50", "bill add B2 A1 --on 2026-03-01 --amount 150",
    ] { try bench.expect(line) }
    return bench
  }

  @Test(
    "a value of another type is refused, with what was expected",
    arguments: [
      ("SELECT bill FROM v_bill WHERE total > :p", "abc", "a number", "total"),
      ("SELECT bill FROM v_bill b WHERE b.total>=:p", "many", "a number", "total"),
      ("SELECT bill FROM v_bill WHERE :p < total", "abc", "a number", "total"),
      ("SELECT bill FROM v_bill WHERE due_on > :p", "today", "a day", "due_on"),
      ("SELECT bill FROM v_bill WHERE due_on > :p", "20260101", "a day", "due_on"),
      (
        "SELECT bill FROM v_bill WHERE due_on BETWEEN '2026-01-01' AND :p", "2026-02", "a day",
        "due_on"
      ),
      ("SELECT bill FROM bill WHERE total > :p", "99.5", "a whole number", "total"),
      ("SELECT payment FROM v_payment WHERE payment = :p", "x", "a whole number", "payment"),
      ("SELECT payment FROM v_payment WHERE payment IN (:p)", "x", "a whole number", "payment"),
    ])
  func refused(sql: String, value: String, expected: String, column: String) throws {
    let result = try bench().run(["query", sql, "--param", "p=\(value)"])
    #expect(result.status == .usage, "\(result)")
    #expect(
      result.words.contains(
        "--param p: found \(value), expected \(expected), because it is compared with \(column)\n"),
      "\(result)")
  }

  @Test(
    "what is of the type, or is not compared with a column alone, is taken",
    arguments: [
      ("SELECT bill FROM v_bill WHERE total > :p", "100", "B2\n"),
      ("SELECT bill FROM v_bill WHERE total > :p", "'99.50'", "B2\n"),
      ("SELECT bill FROM v_bill WHERE billed_on > :p", "2026-02-15", "B2\n"),
      ("SELECT bill FROM v_bill WHERE account = :p ORDER BY bill", "x", ""),
      ("SELECT bill FROM v_bill WHERE total > :p", "NULL", ""),
      ("SELECT bill FROM v_bill WHERE substr(bill, 1, 2) = :p", "B1", "B1\n"),
      ("SELECT b.total FROM (SELECT bill AS total FROM v_bill) b WHERE total = :p", "B1", "B1\n"),
    ])
  func taken(sql: String, value: String, found: String) throws {
    let words = ["query", sql, "--param", "p=\(value)", "--csv", "--no-header", "--quiet"]
    #expect(try bench().expect(words).output == found)
  }

  @Test("a number is text where it is compared with text that a function gives")
  func textOfFunction() throws {
    guard case .sqlite = TestEngine.current else { return }
    let sql = "SELECT bill FROM v_bill WHERE strftime('%Y-%m', billed_on) LIKE '2026%' "
    let year = sql + "AND strftime('%Y', billed_on) = :year ORDER BY bill LIMIT 1"
    let refused = try bench().run(["query", year, "--param", "year=2026"])
    #expect(refused.status == .usage, "\(refused)")
    #expect(refused.words.contains("--param year: found the number 2026, expected text"))
    #expect(refused.words.contains("use --param \"year='2026'\""), "\(refused)")
    let words = ["query", year, "--param", "year='2026'", "--csv", "--no-header"]
    #expect(try bench().expect(words).output == "B1\n")
  }
}
