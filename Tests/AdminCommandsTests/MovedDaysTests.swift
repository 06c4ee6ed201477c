import Accounts
import Testing

@testable import AdminCommands

/// Files that come again with other days, by a time zone or the days of posting, and files whose days are
/// of two minds.
@Suite("Files with moved days", .onBothEngines)
struct MovedDaysTests {
  let bench: CommandBench
  private static let header = "account,on,amount,method\n"
  private static let rows = """
    A1,2026-03-02,10.00,check
    A2,2026-03-03,20.00,cash
    A2,2026-03-05,31.17,check

    """

  init() throws {
    bench = try CommandBench(accounts: 2)
  }

  private func post(_ rows: String, _ more: String = "") throws -> CommandBench.Result {
    try bench.post(Self.header + rows, more)
  }

  /// The rows with days that are so much later.
  private static func moved(_ rows: String, by days: Int) throws -> String {
    try rows.split(separator: "\n").map { row in
      var cells = row.split(separator: ",").map(String.init)
      cells[1] = try CivilDate(cells[1]).adding(days: days).description
      return cells.joined(separator: ",") + "\n"
    }.joined()
  }

  @Test(
    "payments without references that come again some days off are refused", arguments: [1, -1, 3])
  func moved(_ days: Int) throws {
    #expect(try post(Self.rows).status == .done)
    let moved = try Self.moved(Self.rows, by: days)
    for more in ["", "--skip-known", "--keep-going", "--plan-out \(bench.folder)/p"] {
      let refused = try post(moved, more)
      #expect(refused.status == .conflict, "\(more): \(refused)")
      #expect(
        refused.words.contains("3 of 3 rows have the account, amount and method"), "\(refused)")
      #expect(refused.words.contains("like payment 1 of 2026-03-02"), "\(refused)")
      #expect(try bench.payments() == 3)
    }
    #expect(try post(moved, "--dry-run").words.contains("note: "))
    #expect(try post(moved, "--accept unusual").status == .done)
    #expect(try bench.payments() == 6)
  }

  @Test("so are they with some rows more, and --again posts them all")
  func grown() throws {
    #expect(try post(Self.rows).status == .done)
    let grown =
      try Self.moved(Self.rows, by: 1) + "A1,2026-03-08,7.00,cash\nA1,2026-03-09,8.00,cash\n"
    let refused = try post(grown)
    #expect(refused.words.contains("3 of 5 rows"), "\(refused)")
    #expect(try post(grown, "--again").status == .done)
    #expect(try bench.payments() == 8)
  }

  @Test("what is paid each week, a single payment and other methods are posted")
  func others() throws {
    #expect(try post(Self.rows).status == .done)
    #expect(try post(Self.moved(Self.rows, by: -7)).status == .done)
    let one = try post(
      "A1,2026-03-03,10.00,check\nA1,2026-03-04,7.50,cash\nA2,2026-03-04,9.50,cash\n")
    #expect(one.status == .done, "\(one)")
    #expect(one.words.contains("payment 1 of the same amount, of 2026-03-02, is also on record"))
    let cash = Self.rows.replacing("check", with: "card").replacing("cash", with: "check")
    #expect(try post(Self.moved(cash, by: 1)).status == .done)
    #expect(try bench.payments() == 12)
  }

  @Test("neither a cell nor an option for all rows says the day of payments in words")
  func words() throws {
    for word in ["today", "-3"] {
      let refused = try post("A1,\(word),10.00,check\n")
      #expect(refused.status == .badData, "\(refused)")
      #expect(refused.words.contains("on: found \(word), expected a date"), "\(refused)")
    }
    let file = try bench.file("p.csv", "account,amount\nA1,10.00\nA2,20.00\n")
    let constant = bench.run("payment post --from \(file) --on yesterday")
    #expect(constant.status == .usage, "\(constant)")
    #expect(constant.words.contains("use --on 2026-03-09"), "\(constant)")
    #expect(try bench.payments() == 0)
  }

  @Test("a plan that was made before the same payments came is not applied")
  func plan() throws {
    let plan = bench.folder + "/a.plan"
    #expect(try post(Self.moved(Self.rows, by: 1), "--plan-out \(plan)").status == .done)
    #expect(try post(Self.rows).status == .done)
    let refused = bench.run("plan apply \(plan)")
    #expect(refused.status == .conflict, "\(refused)")
    #expect(refused.words.contains("3 of 3 rows have the account"), "\(refused)")
    #expect(!refused.words.contains("changed since"), "\(refused)")
    #expect(refused.words.contains("plan apply \(plan) --accept unusual`"), "\(refused)")
    #expect(bench.run("plan apply \(plan) --json").output.contains("\"refused\""))
    #expect(try bench.payments() == 3)
    #expect(bench.run("plan apply \(plan) --accept unusual").status == .done)
    #expect(try bench.payments() == 6)
  }

  @Test("a plan of one payment notes that it has been posted since")
  func plannedPayment() throws {
    let line = "payment post A1 --amount 7 --on 2026-03-09 --method cash"
    let plan = bench.folder + "/a.plan"
    try bench.expect("\(line) --plan-out \(plan)")
    try bench.expect(line)
    let applied = try bench.expect("plan apply \(plan)")
    #expect(applied.words.contains("payment 1 of the same day and amount"), "\(applied)")
  }

  @Test("a date with the day first casts doubt on the column's others")
  func dayFirst() throws {
    let rows = "A1,5/2/2026,10.00,check\nA1,13/2/2026,11.00,cash\nA2,2/3/2026,12.00,cash\n"
    let refused = try post(rows, "--keep-going --accept unusual")
    #expect(refused.status == .badData, "\(refused)")
    #expect(
      refused.words.contains(
        "column on: line 3 has 13/2/2026, with the day first, so 5/2/2026 on line 2"), "\(refused)")
    #expect(try post(rows).words.contains("column on: line 3 has 13/2/2026"))
    #expect(try bench.payments() == 0)
    let clear = "A1,2/2/2026,10.00,check\nA1,13/2/2026,11.00,cash\nA2,2026-03-02,12.00,cash\n"
    #expect(try post(clear, "--keep-going").status == .someRowsFailed)
    #expect(try bench.payments() == 2)
  }

  @Test("a reference that a file has twice is told, and not left out in silence")
  func referenceTwice() throws {
    let row = "A1,10.00,2026-03-01,check,1088\n"
    let file = try bench.file("r.csv", "account,amount,on,method,reference\n" + row + row)
    let refused = bench.run("payment post --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("r.csv:3: reference: found reference 1088 of 10.00 twice"))
    let kept = bench.run("payment post --from \(file) --keep-going")
    #expect(kept.words.contains("1 applied, 0 unchanged, 1 rejected"), "\(kept)")
    #expect(try bench.payments() == 1)
  }

  @Test("a stated consumption that comes again some days off is not counted twice")
  func consumption() throws {
    for line in [
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2026-01-01 --meter M1 --reading 100",
    ] { try bench.expect(line) }
    func add(_ rows: String) throws -> CommandBench.Result {
      bench.run("read add --from \(try bench.file("reads.csv", "meter,on,consumption\n" + rows))")
    }
    #expect(try add("M1,2026-02-01,4000\n").status == .done)
    for day in ["2026-02-02", "2026-01-31"] {
      let refused = try add("M1,\(day),4000\n")
      #expect(refused.status == .badData, "\(refused)")
      #expect(
        refused.words.contains("the read of 2026-02-01 states the same"), "\(refused)")
      #expect(refused.words.contains("read void M1 --on 2026-02-01"), "\(refused)")
    }
    #expect(try add("M1,2026-02-02,130\nM1,2026-02-03,130\nM1,2026-02-04,130\n").status == .done)
    #expect(try add("M1,2026-03-01,4000\n").status == .done)
    // Equal rows of one file are several reads.
    #expect(try add("M1,2026-03-09,80\nM1,2026-03-10,80\n").status == .done)
  }

  @Test("the same consumption a week later is another")
  func weekly() throws {
    for line in [
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2026-01-19 --meter M1 --reading 100",
    ] { try bench.expect(line) }
    for day in ["2026-02-05", "2026-02-12", "2026-02-19"] {
      let file = try bench.file("reads.csv", "meter,on,consumption\nM1,\(day),80\n")
      try bench.expect("read add --from \(file)")
    }
  }
}
