import Accounts
import Testing

@testable import AdminCommands

/// A batch of payments, and another file of the same day and method: another batch, which pays some of the same
/// accounts, or the first one with corrected amounts.
@Suite("Second batches of a day", .onBothEngines)
struct SecondBatchTests {
  let bench: CommandBench
  private static let rows = [
    "A1,2026-03-02,31.17,card", "A2,2026-03-02,44.56,card", "A3,2026-03-02,28.10,card",
    "A4,2026-03-02,90.00,card",
  ]

  init() throws {
    bench = try CommandBench(accounts: 12)
  }

  private func post(
    _ rows: [String], _ more: String = "", columns: String = ""
  ) throws -> CommandBench.Result {
    let text = "account,on,amount,method\(columns)\n" + rows.map { $0 + "\n" }.joined()
    return try bench.post(text, more)
  }

  @Test("another batch pays some of the same accounts, without a question or a note")
  func other() throws {
    #expect(try post(Self.rows).status == .done)
    let batches = [
      ["A1,2026-03-02,7.33,card", "A2,2026-03-02,120.00,card"],
      ["A3,2026-03-02,28.00,card", "A5,2026-03-02,10.00,card", "A6,2026-03-02,28.10,card"],
      ["A4,2026-03-02,12.50,card"],
    ]
    for (batch, more) in zip(batches, ["", "--skip-known", "--keep-going"]) {
      let posted = try post(batch, more)
      #expect(posted.status == .done, "\(posted)")
      #expect(!posted.words.contains("note:"), "\(posted)")
    }
    #expect(try bench.payments() == 10)
  }

  @Test("the same accounts with most amounts equal or nearly so are told as a correction")
  func corrected() throws {
    #expect(try post(Self.rows).status == .done)
    let one = Self.rows.map { $0.replacing("28.10", with: "82.10") }
    for more in ["--skip-known", "--keep-going", "--skip-known --plan-out \(bench.folder)/p"] {
      let refused = try post(one, more)
      #expect(refused.status == .conflict, "\(more): \(refused)")
      #expect(
        refused.words.contains(
          "4 of 4 rows have the account, day and method of a payment on record, 1 of them with another "
            + "amount, e.g. "), "\(refused)")
      #expect(
        refused.words.contains("day.csv:4, 82.10, where payment 3 is 28.10"), "\(refused)")
      #expect(
        refused.words.contains("`ubadmin payment reverse 3 --reason corrected`"), "\(refused)")
    }
    #expect(try post(one, "--skip-known --dry-run").words.contains("note: "))
    let all = ["A1,2026-03-02,31.71,card", "A2,2026-03-02,44.65,card", "A3,2026-03-02,28.90,card"]
    #expect(try post(all).status == .conflict)
    #expect(try bench.payments() == 4)
    #expect(try post(one, "--skip-known --accept unusual").words.contains("1 applied, 3 unchanged"))
    #expect(try bench.payments() == 5)
  }

  @Test("a file that has grown has a second payment of an account, before or after the first")
  func grown() throws {
    #expect(try post(Self.rows).status == .done)
    let more = "A1,2026-03-02,5.00,card"
    let last = try post(Self.rows + [more], "--skip-known --dry-run")
    #expect(last.words.contains("1 applied, 4 unchanged"), "\(last)")
    #expect(!last.words.contains("note:"), "\(last)")
    let first = try post([more] + Self.rows, "--skip-known")
    #expect(first.status == .done, "\(first)")
    #expect(first.words.contains("1 applied, 4 unchanged"), "\(first)")
  }

  @Test("all of many accounts are the same file, whatever the amounts")
  func allAccounts() throws {
    func rows(_ amount: Int) -> [String] {
      (1...12).map { "A\($0),2026-03-02,\($0 * amount).00,card" }
    }
    #expect(try post(rows(10)).status == .done)
    let refused = try post(rows(7))
    #expect(refused.status == .conflict, "\(refused)")
    #expect(refused.words.contains("12 of 12 rows"), "\(refused)")
    #expect(try post(Array(rows(7).prefix(6))).status == .done)
    #expect(try bench.payments() == 18)
  }

  @Test("a reference that comes with every payment does not tell two of a day apart")
  func standingReference() throws {
    func batch(_ amount: String) throws -> CommandBench.Result {
      try post(
        ["A1,2026-03-02,\(amount),card,AUTOPAY"], "--skip-known", columns: ",reference")
    }
    #expect(try batch("31.17").status == .done)
    let second = try batch("7.33")
    #expect(second.words.contains("1 applied, 0 unchanged"), "\(second)")
    #expect(try batch("7.33").words.contains("0 applied, 1 unchanged"))
    #expect(try bench.payments() == 2)
  }
}
