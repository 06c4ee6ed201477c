import Accounts
import Testing

@testable import AdminCommands

/// Accounts that a customer no longer answers for, on the customer's page. A list may be the rows of the next
/// command, so it has none of them.
@Suite("Former accounts of a customer", .onBothEngines)
struct FormerAccountsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "account open A2 --cid 2 --location L1 --on 2025-01-01",
    ] { try bench.expect(line) }
  }

  private func accounts(_ cid: String, _ more: String = "") throws -> String {
    let page = try bench.expect("customer show \(cid) --json \(more)").output
    return page.matches(of: /"account":"(A\d)"[^}]*"status":"open"[^}]*"until":("[^"]*"|null)/)
      .map { "\($0.1) \($0.2)\n".replacing("\"", with: "").replacing(" null", with: "") }.joined()
  }

  @Test("are shown with the day on which that ended, after those of today")
  func moved() throws {
    let before = try bench.expect("customer show 1").output
    #expect(!before.contains("Until"), "\(before)")
    try bench.expect("account move A1 --cid 2 --on 2026-03-02")
    #expect(try accounts("1") == "A1 2026-03-02\n")
    #expect(try accounts("2") == "A1\nA2\n")
    let page = try bench.expect("customer show 1").output
    #expect(page.contains("Until") && page.contains("2026-03-02"), "\(page)")
    #expect(try bench.expect("account list --cid 1 --csv --no-header").output == "")
    // The day before, it had not ended.
    #expect(try accounts("1", "--as-of 2026-03-01") == "A1\n")
    #expect(try accounts("2", "--as-of 2026-03-01") == "A2\n")
    let then = try bench.expect("customer show 1 --as-of 2026-03-01").output
    #expect(!then.contains("Until") && then.contains("A1"), "\(then)")
  }

  @Test("are there once, and not where the customer has come back")
  func again() throws {
    try bench.expect("account move A1 --cid 2 --on 2026-02-02")
    try bench.expect("account move A1 --cid 1 --on 2026-02-12")
    #expect(try accounts("1") == "A1\n")
    #expect(try accounts("1", "--as-of 2026-02-05") == "A1 2026-02-02\n")
    #expect(try accounts("2") == "A2\nA1 2026-02-12\n")
    try bench.expect("account move A1 --cid 2 --on 2026-02-22")
    #expect(try accounts("1") == "A1 2026-02-22\n")
  }

  @Test("closed ones keep their number and address on the page")
  func closed() throws {
    try bench.expect("account close A1 --on 2026-03-02")
    let page = try bench.expect("customer show 1").output
    #expect(page.contains("A1") && page.contains("Main") && page.contains("closed"), "\(page)")
  }
}
