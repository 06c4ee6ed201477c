import Accounts
import Testing

@testable import AdminCommands

/// What only shows once all rows of a file have been read: days that moved for some of them, the order of day
/// and month, and empty days.
@Suite("Files as a whole", .onBothEngines)
struct WholeFileTests {
  let bench: CommandBench
  private static let rows = """
    A1,2026-03-02,10.00,check
    A2,2026-03-03,20.00,cash
    A2,2026-03-05,31.17,check

    """
  private static let moved = rows.replacing("03-05", with: "03-06")
    .replacing("03-03", with: "03-04").replacing("03-02", with: "03-03")

  init() throws {
    bench = try CommandBench(accounts: 2)
  }

  private func run(_ command: String, _ header: String, _ rows: String, _ more: String = "") throws
    -> CommandBench.Result
  {
    let file = try bench.file("in.csv", header + "\n" + rows)
    return bench.run("\(command) --from \(file) \(more)")
  }

  private func post(_ rows: String, _ more: String = "") throws -> CommandBench.Result {
    try run("payment post", "account,on,amount,method", rows, more)
  }

  private func count(_ noun: String) throws -> Int {
    try bench.expect("\(noun) list --fields amount --csv --no-header").output
      .split(separator: "\n").count
  }

  @Test("moved days are told among new rows of the same days and of later ones")
  func grown() throws {
    #expect(try post(Self.rows).status == .done)
    let same = "A1,2026-03-03,7.00,card\nA1,2026-03-04,8.00,card\nA1,2026-03-05,9.00,card\n"
    let later = (7...9).map {
      "A1,2026-03-0\($0),5.0\($0),card\nA2,2026-03-0\($0),6.0\($0),card\n"
    }
    let refused = try post(Self.moved + same + later.joined())
    #expect(refused.status == .conflict, "\(refused)")
    #expect(
      refused.words.contains("3 of 12 rows have the account, amount and method"), "\(refused)")
    #expect(try count("payment") == 3)
  }

  @Test("rows that are rejected or on record do not hide them")
  func rejected() throws {
    #expect(try post(Self.rows).status == .done)
    let bad = (1...9).map { "A1,2026-03-04,x\($0),cash\n" }.joined()
    let refused = try post(Self.moved + bad, "--keep-going")
    #expect(refused.status == .conflict, "\(refused)")
    let known = (1...9).map { "A1,2026-03-04,4.0\($0),card\n" }.joined()
    #expect(try post(known).status == .done)
    #expect(try post(Self.moved + known, "--skip-known").status == .conflict)
    #expect(try count("payment") == 12)
  }

  @Test("of many customers, two may pay the same again within a week")
  func few() throws {
    #expect(try post(Self.rows).status == .done)
    let two = "A1,2026-03-03,10.00,check\nA2,2026-03-04,20.00,cash\n"
    let others = (1...8).map { "A1,2026-03-03,3.0\($0),card\n" }.joined()
    let posted = try post(two + others)
    #expect(posted.status == .done, "\(posted)")
    #expect(posted.words.contains("is also on record"), "\(posted)")
    #expect(try count("payment") == 13)
    let found = bench.run("store doctor --only repeated_payment --csv --no-header --fields hint")
    #expect(
      found.output == "ubadmin payment reverse 4 --reason posted-twice\n"
        + "ubadmin payment reverse 5 --reason posted-twice\n", "\(found)")
  }

  @Test("a date with the day first casts doubt on those of other columns")
  func dayFirst() throws {
    let refused = try run(
      "bill add", "bill,account,on,due,amount",
      "B1,A1,5/2/2026,25/2/2026,5.00\nB2,A1,6/2/2026,,6.00\nB3,A1,3/2/2026,2026-03-25,7.00\n",
      "--keep-going")
    #expect(refused.status == .badData, "\(refused)")
    #expect(
      refused.words.contains(
        "column due: line 2 has 25/2/2026, with the day first, so 5/2/2026 on line 2 (column on)"),
      "\(refused)")
    #expect(try bench.expect("bill list --csv --no-header").output.isEmpty)
  }

  @Test("a payment without a date among others with one is not posted today")
  func emptyDay() throws {
    let rows = "A1,2026-03-02,10.00,check\nA2,,20.00,cash\n"
    for more in ["", "--keep-going", "--plan-out \(bench.folder)/p"] {
      let refused = try post(rows, more)
      #expect(refused.status == .badData, "\(refused)")
      #expect(
        refused.words.contains(
          "column on: line 3 has no date and would get today's, but line 2 has 2026-03-02"),
        "\(refused)")
    }
    #expect(try post(rows, "--dry-run").words.contains("note: "))
    #expect(try count("payment") == 0)
    #expect(try post("A1,,10.00,check\nA2,,20.00,cash\n").status == .done)
    #expect(try count("payment") == 2)
  }

  @Test("nor a bill, except for further lines of one that has its date")
  func emptyDayOfBill() throws {
    let header = "bill,account,on,amount"
    #expect(try run("bill add", header, "B1,A1,2026-03-02,5.00\nB1,A1,,6.00\n").status == .done)
    let refused = try run("bill add", header, "C1,A1,2026-03-09,7.00\nC2,A2,,8.00\n")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("column on: line 3 has no date"), "\(refused)")
    #expect(try bench.expect("bill list --fields bill --csv --no-header").output == "B1\n")
  }

  @Test("nor is a service stopped or a payment reversed today because its day is missing")
  func emptyDayOfOthers() throws {
    for account in ["A1", "A2"] {
      try bench.expect("service start \(account) SEWER --on 2026-01-01")
      try bench.expect("payment post \(account) --amount 5 --on 2026-03-01")
    }
    let stops = "A1,SEWER,2026-03-01\nA2,SEWER,\n"
    let stopped = try run("service stop", "account,service,on", stops)
    #expect(stopped.status == .badData, "\(stopped)")
    #expect(stopped.words.contains("line 3 has no date"), "\(stopped)")
    let reversed = try run(
      "payment reverse", "payment,on,reason", "1,2026-03-05,bounced\n2,,bounced\n")
    #expect(reversed.status == .badData, "\(reversed)")
    #expect(reversed.words.contains("line 3 has no date"), "\(reversed)")
    #expect(try count("payment") == 2)
  }
}
