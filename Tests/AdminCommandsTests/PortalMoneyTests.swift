import Testing

/// Customer 1 has moved out of account A1 with a draft of 44.56 at the bank, and customer 2 has moved in.
@Suite("A newcomer and the money of the customer before", .onBothEngines)
struct PortalMoneyTests {
  private static let password = "four quiet rivers"

  private func bench() throws -> CommandBench {
    let bench = try EFTReturnsTests.drafted()
    for line in [
      "customer add 2 --name Bo", "account move A1 --cid 2 --on 2026-03-05",
      "bill add B4 A1 --amount 70 --on 2026-03-06 --due 2026-03-07",
      "payment post A1 --cid 1 --on 2026-03-08 --amount 99.50",
      "payment post A1 --on 2026-03-09 --amount 10",
    ] { try bench.expect(line) }
    return bench
  }

  private func session(_ bench: CommandBench) throws -> String {
    bench.run("portal register bo@example.com --first Bo --last Lund", input: Self.password + "\n")
    try bench.activateLast()
    return bench.run("portal sign-in bo@example.com", input: Self.password + "\n").output
  }

  @Test("an account's page counts a draft only for the customer whose bills it pays")
  func draft() throws {
    let page = try bench().expect("account show A1 --json").output
    #expect(page.contains("\"past_due\":\"60.00\"") && !page.contains("under way"), "\(page)")
  }

  @Test("the portal shows neither payments and credit of the customer before, nor the bank account")
  func portal() throws {
    let bench = try bench()
    let session = try session(bench)
    #expect(bench.run("portal link A1 --cid 2", input: session).status == .done)
    let page = bench.run("portal show A1 --json", input: session).output
    for words in [
      "\"balance\":\"60.00\"", "\"past_due\":\"60.00\"", "\"credit\":\"0.00\"",
      "\"sum_of_payments\":\"10.00\"",
    ] { #expect(page.contains(words), "\(words) in \(page)") }
    for words in ["99.50", "54.94", "44.56", "6789"] {
      #expect(!page.contains(words), "\(words) in \(page)")
    }
    let end = bench.run("portal end-eft A1", input: session)
    #expect(end.status == .notFound && !end.words.contains("6789"), "\(end)")
    #expect(bench.run("portal link A1 --cid 1", input: session).status == .done)
    let both = bench.run("portal show A1", input: session).output
    #expect(both.contains("99.50") && both.contains("6789"), "\(both)")
  }

  @Test("the portal shows of the total of a bill what is the customer's")
  func split() throws {
    let bench = try bench()
    try bench.expect(
      "bill add B5 A1 --on 2026-03-09 --amount 90 --from 2026-02-28 --to 2026-03-09")
    let session = try session(bench)
    #expect(bench.run("portal link A1 --cid 2", input: session).status == .done)
    let page = bench.run("portal bill B5 --json", input: session).output
    #expect(page.contains("\"total\":\"45.00\"") && page.contains("\"open\":\"45.00\""), "\(page)")
  }
}
