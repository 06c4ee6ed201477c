import Accounts
import Testing

@testable import AdminCommands

/// Rows that were rejected for a fault of their own, and are fed again without it: what they say may be on
/// record all the same.
@Suite("Mended rows", .onBothEngines)
struct MendedRowsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench(accounts: 2)
  }

  private func run(_ command: String, _ text: String, _ more: String = "") throws
    -> CommandBench.Result
  {
    bench.run("\(command) --from \(try bench.file("in.csv", text)) \(more)")
  }

  /// Feeds a file whose rows are all rejected, and then the mended rows.
  private func feed(
    _ command: String, _ text: String, wrong: String, right: String
  ) throws -> CommandBench.Result {
    let bad = bench.folder + "/bad.csv"
    let first = try run(command, text, "--keep-going --rejects \(bad)")
    #expect(first.words.contains("0 applied"), "\(first)")
    let rejected = try #require(bench.text(of: "bad.csv"))
    let mended = try bench.file("mended.csv", rejected.replacing(wrong, with: right))
    return bench.run("\(command) --from \(mended)")
  }

  private func sum(_ noun: String, _ column: String) throws -> String {
    try bench.expect([
      "query", "SELECT count(*), sum(\(column)) FROM \(noun)", "--csv", "--no-header",
    ]).output
  }

  private static let payments = """
    account,amount,on,method
    A1,10.00,2026-03-01,check
    A2,31.17,2026-03-05,check

    """

  @Test("payments of other days are told")
  func moved() throws {
    #expect(try run("payment post", Self.payments).status == .done)
    let moved = Self.payments.replacing("-01,", with: "-02,").replacing("-05,", with: "-06,")
      .replacing("check", with: "chk")
    let refused = try feed("payment post", moved, wrong: ",chk,", right: ",check,")
    #expect(refused.status == .conflict, "\(refused)")
    #expect(refused.words.contains("2 of 2 rows have the account"), "\(refused)")
    #expect(try sum("payment", "amount") == "2,4117\n")
  }

  @Test("so is a payment of another amount")
  func corrected() throws {
    #expect(try run("payment post", Self.payments).status == .done)
    let corrected = "account,amount,on,method\nA2,13.17,2026-03-05,chk\n"
    let refused = try feed("payment post", corrected, wrong: ",chk,", right: ",check,")
    #expect(refused.status == .conflict, "\(refused)")
    #expect(refused.words.contains("payment reverse 2 --reason corrected"), "\(refused)")
    try bench.expect("payment post --from \(bench.folder)/mended.csv --accept unusual")
    #expect(try sum("payment", "amount") == "3,5434\n")
  }

  @Test(
    "so are a bill's line of another amount, and a bill under another number",
    arguments: [
      ("B1,A1,2026-03-02,13.17,WATR\n", "is 31.17"),
      ("B9,A1,2026-03-02,31.17,WATR\n", "charges for the same"),
    ])
  func bills(_ row: String, _ says: String) throws {
    let header = "bill,account,on,amount,service\n"
    #expect(try run("bill add", header + "B1,A1,2026-03-02,31.17,WATER\n").status == .done)
    let refused = try feed("bill add", header + row, wrong: ",WATR,", right: ",WATER,")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains(says), "\(refused)")
    #expect(try sum("bill", "total") == "1,3117\n")
  }

  private static let twoChecks =
    "account,amount,on,method\nA1,50.00,2026-03-05,check\nA1,30.00,2026-03-05,chk\n"

  @Test("a second check of an account is posted after its run has posted the first")
  func ofSameFile() throws {
    let bad = bench.folder + "/bad.csv"
    let first = try run("payment post", Self.twoChecks, "--keep-going --rejects \(bad)")
    #expect(first.words.contains("1 applied, 0 unchanged, 1 rejected"), "\(first)")
    let rejected = try #require(bench.text(of: "bad.csv"))
    // Rejected once more, it is still of the file.
    let still = rejected.replacing(",chk,", with: ",chx,")
    let more = bench.folder + "/more.csv"
    #expect(
      try run("payment post", still, "--keep-going --rejects \(more)").status == .someRowsFailed)
    let mended = try #require(bench.text(of: "more.csv")).replacing(",chx,", with: ",check,")
    let posted = try run("payment post", mended)
    #expect(posted.status == .done, "\(posted)")
    #expect(try sum("payment", "amount") == "2,8000\n")
    let again = try run("payment post", mended.replacing("30.00", with: "31.00"))
    #expect(again.status == .conflict, "\(again)")
    #expect(again.words.contains("31.00, where payment 2 is 30.00"), "\(again)")
  }

  @Test("so are several lines of a bill whose first one its run has added")
  func linesOfSameFile() throws {
    let rows = """
      bill,account,on,amount
      B1,A1,2026-03-02,31.17
      B1,A1,2026-03-02,"5,00"
      B1,A1,2026-03-02,"6,00"

      """
    let bad = bench.folder + "/bad.csv"
    let first = try run("bill add", rows, "--keep-going --rejects \(bad)")
    #expect(first.words.contains("1 applied, 0 unchanged, 2 rejected"), "\(first)")
    let rejected = try #require(bench.text(of: "bad.csv"))
    let mended = rejected.replacing("\"5,00\"", with: "5.00").replacing("\"6,00\"", with: "6.00")
    let added = try run("bill add", mended)
    #expect(added.status == .done, "\(added)")
    #expect(try sum("bill", "total") == "1,4217\n")
  }

  @Test(
    "a mended row that equals the first is added, once",
    arguments: [
      (
        "payment post",
        "account,amount,on,method\nA1,50.00,2026-03-05,check\nA1,50.00,2026-03-05,chk\n",
        ",chk,", ",check,", "payment 2 already posted", ("payment", "amount")
      ),
      (
        "bill add", "bill,account,on,amount\nB1,A1,2026-03-02,50.00\nB1,A1,2026-03-02,\"50,00\"\n",
        "\"50,00\"", "50.00", "the same as line 1", ("bill_line", "amount")
      ),
    ])
  func equal(
    _ command: String, _ text: String, _ wrong: String, _ right: String, _ known: String,
    _ sums: (String, String)
  ) throws {
    let bad = bench.folder + "/bad.csv"
    let first = try run(command, text, "--keep-going --rejects \(bad)")
    #expect(first.words.contains("1 applied, 0 unchanged, 1 rejected"), "\(first)")
    let mended = try #require(bench.text(of: "bad.csv")).replacing(wrong, with: right)
    let posted = try run(command, mended)
    #expect(posted.words.contains("1 applied"), "\(posted)")
    #expect(try sum(sums.0, sums.1) == "2,10000\n")
    // Saved again with another row, it is no longer the same file.
    let row = mended.split(separator: "\n")[1]
    let again = try run(command, mended + row + "\n")
    #expect(again.status == .badData, "\(again)")
    #expect(again.words.contains(known), "\(again)")
    #expect(try sum(sums.0, sums.1) == "2,10000\n")
  }

  @Test("a plan of a second check is applied as it was made")
  func planned() throws {
    let bad = bench.folder + "/bad.csv"
    let first = try run("payment post", Self.twoChecks, "--keep-going --rejects \(bad)")
    #expect(first.words.contains("1 applied, 0 unchanged, 1 rejected"), "\(first)")
    let mended = try #require(bench.text(of: "bad.csv")).replacing(",chk,", with: ",check,")
    let plan = bench.folder + "/mended.plan"
    #expect(try run("payment post", mended, "--plan-out \(plan)").status == .done)
    #expect(bench.text(of: "mended.plan")?.contains("\"_left_out\":") == true)
    let applied = bench.run("plan apply \(plan)")
    #expect(applied.status == .done, "\(applied)")
    #expect(try sum("payment", "amount") == "2,8000\n")
  }

  @Test("a payment of another run stays checked")
  func ofOtherRun() throws {
    try bench.expect("payment post A1 --amount 31 --on 2026-03-05 --method check")
    let rows = Self.twoChecks.replacing("50.00,2026-03-05", with: "50.00,2026-03-01")
    let bad = bench.folder + "/bad.csv"
    let first = try run("payment post", rows, "--keep-going --rejects \(bad)")
    #expect(first.words.contains("1 applied, 0 unchanged, 1 rejected"), "\(first)")
    let rejected = try #require(bench.text(of: "bad.csv"))
    let refused = try run("payment post", rejected.replacing(",chk,", with: ",check,"))
    #expect(refused.words.contains("30.00, where payment 1 is 31.00"), "\(refused)")
  }

  @Test(
    "rows that another file's run left out stay checked, whatever earlier runs left out",
    arguments: [
      (
        "payment post", "account,amount,on,method\n",
        "A1,10.00,2026-03-05,check\nA2,x,2026-03-05,check\n",
        "A1,10.50,2026-03-05,chk\n", ",chk", ",check", "is 10.00"
      ),
      (
        "bill add", "bill,account,on,amount\n", "B1,A1,2026-03-05,31.17\nB2,A2,2026-03-05,x\n",
        "B1,A1,2026-03-05,\"33,17\"\n", "\"33,17\"", "33.17", "is 31.17"
      ),
    ])
  func ofOtherFile(
    _ command: String, _ header: String, _ one: String, _ other: String, _ wrong: String,
    _ right: String,
    _ says: String
  ) throws {
    let left = "--keep-going --rejects \(bench.folder)/left.csv"
    #expect(
      try run(command, header + one, left).words.contains("1 applied, 0 unchanged, 1 rejected"))
    let refused = try feed(command, header + other, wrong: wrong, right: right)
    #expect(refused.status == (command == "bill add" ? .badData : .conflict), "\(refused)")
    #expect(refused.words.contains(says), "\(refused)")
  }
}
