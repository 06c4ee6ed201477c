import Accounts
import Testing

@testable import AdminCommands

/// Rows of a file are known by what they say, not by the file's bytes.
struct RepeatedRowsTests {
  let bench: CommandBench
  private static let header = "account,on,amount,method\n"
  private static let rows = "A1,2026-03-02,10.00,cash\nA1,2026-03-02,20.00,check\n"

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
    ] { try bench.expect(line) }
  }

  private func post(_ text: String, _ more: String = "") throws -> CommandBench.Result {
    let file = try bench.file("day.csv", text)
    return bench.run("payment post --from \(file) \(more)")
  }

  private func amounts() throws -> [Substring] {
    try bench.expect("payment list --fields amount --csv --no-header").output.split(separator: "\n")
  }

  @Test(
    "a file that was saved again in another form posts nothing twice",
    arguments: [
      "account,on,amount,method\r\nA1,2026-03-02,10.00,cash\r\nA1,2026-03-02,20.00,check\r\n",
      "\u{feff}account,on,amount,method\nA1,2026-03-02,10.00,cash\nA1,2026-03-02,20.00,check\n",
      "account,on,amount,method\n\"A1\",3/2/2026,10,cash\nA1,2026-03-02,20.0,check\n",
      "method,amount,on,account\ncash,10.00,2026-03-02,A1\ncheck,20.00,2026-03-02,A1\n",
    ])
  func saved(_ again: String) throws {
    #expect(try post(Self.header + Self.rows).status == .done)
    let second = try post(again)
    #expect(second.status == .badData)
    #expect(second.words.contains("payment 1 has posted"))
    #expect(try amounts().count == 2)
  }

  @Test("of a file that has grown, --skip-known posts what is new, and --again all of it")
  func grown() throws {
    #expect(try post(Self.header + Self.rows).status == .done)
    let grown = Self.header + Self.rows + "A1,2026-03-02,10.00,cash\n"
    let skipped = try post(grown, "--skip-known")
    #expect(skipped.status == .done)
    #expect(skipped.words.contains("1 applied, 2 unchanged"))
    #expect(try amounts().count == 3)
    #expect(try post(grown, "--again").status == .done)
    #expect(try amounts().count == 6)
  }

  @Test("two equal payments of one file are two")
  func equalPayments() throws {
    let rows = "A1,2026-03-02,10.00,cash\nA1,2026-03-02,10.00,cash\n"
    #expect(try post(Self.header + rows).status == .done)
    #expect(try amounts() == ["10.00", "10.00"])
  }

  @Test("two equal lines of a bill in one file are two, and the file again adds none")
  func equalLines() throws {
    let file = try bench.file(
      "bills.csv", "bill,account,on,amount\nB1,A1,2026-03-02,15\nB1,A1,2026-03-02,15\n")
    try bench.expect("bill add --from \(file)")
    let total = "bill list --fields total --csv --no-header"
    #expect(try bench.expect(total).output == "30.00\n")
    let again = try bench.expect("bill add --from \(file) --again")
    #expect(again.words.contains("0 applied, 2 unchanged"))
    #expect(try bench.expect(total).output == "30.00\n")
  }

  @Test("a payment that somebody types twice is posted twice, with a note")
  func typed() throws {
    let line = "payment post A1 --on 2026-03-02 --amount 10 --method cash"
    try bench.expect(line)
    #expect(try bench.expect(line).words.contains("payment 1 of the same day"))
  }

  @Test("a payment that was reversed may be posted again")
  func reversed() throws {
    #expect(try post(Self.header + Self.rows).status == .done)
    for number in [1, 2] { try bench.expect("payment reverse \(number) --reason wrong") }
    #expect(try post("\u{feff}" + Self.header + Self.rows).status == .done)
  }
}
