import Accounts
import Testing

@testable import AdminCommands

/// A file of money that comes again with a column less, another day or other numbers is not taken for
/// another file.
@Suite("Files of money that come again in another form", .onBothEngines)
struct ReturnedFilesTests {
  let bench: CommandBench
  private static let bills = """
    bill,account,on,amount,service,from,to
    B1,A1,2026-03-02,12.00,WATER,2026-02-01,2026-02-28
    B1,A1,2026-03-02,28.15,SEWER,2026-02-01,2026-02-28
    B2,A1,2026-03-03,10.00,WATER,2026-02-01,2026-02-28
    B2,A1,2026-03-03,10.00,WATER,2026-02-01,2026-02-28

    """

  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
    ] { try bench.expect(line) }
  }

  private func run(_ command: String, _ text: String, _ more: String = "") throws
    -> CommandBench.Result
  {
    bench.run("\(command) --from \(try bench.file("in.csv", text)) \(more)")
  }

  private func totals(of noun: String, _ column: String) throws -> String {
    try bench.expect([
      "query", "SELECT count(*), sum(\(column)) FROM \(noun)", "--csv", "--no-header",
    ]).output
  }

  @Test(
    "a bill whose lines come again without their service or period, or with others, is not charged twice",
    arguments: ["0,1,2,3,5,6", "0,1,2,3,4", "0,1,2,3", "0,1,2,3,4,5,6"])
  func billLines(_ columns: String) throws {
    let kept = columns.split(separator: ",").compactMap { Int($0) }
    let again = Self.bills.split(separator: "\n").map { line in
      let cells = line.split(separator: ",")
      return kept.map { cells[$0] == "SEWER" ? "MXU" : String(cells[$0]) }.joined(separator: ",")
    }.joined(separator: "\n")
    #expect(try run("bill add", Self.bills).status == .done)
    let result = try run("bill add", again)
    #expect(result.status == .badData, "\(result)")
    #expect(result.words.contains("if both are correct, add `--accept unusual`"), "\(result)")
    #expect(try totals(of: "bill", "total") == "2,6015\n")
  }

  @Test("lines without service and period that come again with them are not charged twice")
  func more() throws {
    let bare = Self.bills.split(separator: "\n").map { line in
      line.split(separator: ",").prefix(4).joined(separator: ",")
    }.joined(separator: "\n")
    #expect(try run("bill add", bare).status == .done)
    #expect(try run("bill add", Self.bills).status == .badData)
    #expect(try totals(of: "bill", "total") == "2,6015\n")
  }

  @Test("bills that come again under other numbers are told, and the doctor finds them")
  func renumbered() throws {
    #expect(try run("bill add", Self.bills).status == .done)
    let others = Self.bills.replacing("\nB", with: "\nC")
    let again = try run("bill add", others)
    #expect(again.status == .badData, "\(again)")
    #expect(
      again.words.contains("bill B1 of account A1, of 2026-03-02, charges for the same"),
      "\(again)")
    #expect(try run("bill add", others, "--accept unusual").status == .done)
    let found = bench.run("store doctor --only doubled_bill --csv --no-header --fields hint")
    #expect(found.output.contains("bill void C1 --reason billed-twice"), "\(found)")
  }

  private static let header = "bill,account,on,amount,service,from,to\n"
  private static let water = "A1,2026-03-02,12.00,WATER,2026-02-01,2026-02-28\n"

  /// What comes after bill B1 of one line for water, 12.00, and one for sewer, 28.15.
  @Test(
    "a bill under another number is known by service and period, or by its amounts",
    arguments: [
      ("C1,A1,2026-03-03,12.00,WATER,2026-02-01,2026-02-28", true),
      ("C1,A1,2026-03-02,13.00,WATER,2026-02-01,2026-02-28", true),
      ("C1,A1,2026-03-02,28.15,SEWER,2026-02-01,2026-02-28", true),
      ("C1,A1,2026-03-02,12.00,WATER,,", true), ("C1,A1,2026-03-02,12.00,,,", true),
      ("C1,A1,2026-03-02,40.15,,,", true),
      ("C1,A1,2026-03-01,12.00,WATER,2026-01-31,2026-02-27", true),
      ("C1,A1,2026-03-01,13.00,WATER,2026-01-31,2026-02-27", false),
      ("C1,A1,2026-03-09,7.00,WATER,2026-03-01,2026-03-08", false),
      ("C1,A1,2026-03-02,25.00,,,", false),
      ("C1,A1,2026-04-02,12.00,WATER,2026-03-01,2026-03-31", false),
      ("C1,A1,2026-03-02,5.00,MXU,2026-02-01,2026-02-28", false),
      ("C1,A1,2026-03-02,-12.00,WATER,2026-02-01,2026-02-28", false),
      ("C1,A1,2026-03-02,40.15,WATER,,", true), ("C1,A1,2026-03-02,40.15,MXU,,", false),
    ])
  func otherNumbers(_ row: String, _ isKnown: Bool) throws {
    let before =
      Self.header + "B1," + Self.water + "B1,A1,2026-03-02,28.15,SEWER,2026-02-01,2026-02-28\n"
    #expect(try run("bill add", before).status == .done)
    let after = try run("bill add", Self.header + row + "\n")
    #expect((after.status == .done) != isKnown, "\(after)")
    if isKnown {
      #expect(after.words.contains("bill void B1 --reason renumbered`"), "\(after)")
      #expect(try run("bill add", Self.header + row + "\n", "--accept unusual").status == .done)
    }
  }

  @Test("the doctor finds two bills for the same service and period")
  func period() throws {
    let rows = "B1," + Self.water + "B2," + Self.water.replacing("12.00", with: "13.00")
    #expect(try run("bill add", Self.header + rows).status == .done)
    let found = bench.run("store doctor --only period_billed_twice --csv --no-header --fields hint")
    #expect(found.output.contains("bill void B2 --reason billed-twice"), "\(found)")
  }

  @Test("the sum of a bill's lines as one line is told")
  func sum() throws {
    #expect(try run("bill add", Self.bills).status == .done)
    let again = try run("bill add", "bill,account,amount\nB1,A1,40.15\n")
    #expect(again.words.contains("which is already the total of bill B1"), "\(again)")
    #expect(again.status == .badData)
  }

  @Test("a mended row of --rejects that equals one of its own run is added, once")
  func mendedEqual() throws {
    let rows = "bill,account,on,amount\nB1,A1,2026-03-02,15.00\nB1,A1,2026-03-02,\"15,00\"\n"
    let bad = bench.folder + "/bad.csv"
    #expect(try run("bill add", rows, "--keep-going --rejects \(bad)").status == .someRowsFailed)
    let mended = try #require(bench.text(of: "bad.csv")).replacing("\"15,00\",3", with: "15.00,3")
    #expect(try run("bill add", mended).status == .done)
    #expect(try totals(of: "bill", "total") == "1,3000\n")
    let refused = try run("bill add", mended)
    #expect(refused.status == .conflict, "\(refused)")
    #expect(try totals(of: "bill", "total") == "1,3000\n")
  }

  @Test("a date without its year is refused in a file, where nobody sees which year it would be")
  func yearless() throws {
    let posted = try run("payment post", "account,on,amount\nA1,3/2,5.00\n")
    #expect(posted.status == .badData, "\(posted)")
    #expect(posted.words.contains("found 3/2, expected a date, e.g."), "\(posted)")
  }

  @Test("two bills of one file with the same day and line are two")
  func ownTwins() throws {
    let text = "bill,account,on,amount\nB1,A1,2026-03-02,5\nB2,A1,2026-03-02,5\n"
    #expect(try run("bill add", text).status == .done)
    #expect(try totals(of: "bill", "total") == "2,1000\n")
  }

  @Test("a mended row of --rejects is no correction of a row of its own file, fed once")
  func mended() throws {
    let rows = """
      bill,account,on,amount,service
      B1,A1,2026-03-02,12.00,WATER
      B1,A1,2026-03-02,29.8O,WATER

      """
    let bad = bench.folder + "/bad.csv"
    #expect(try run("bill add", rows, "--keep-going --rejects \(bad)").status == .someRowsFailed)
    let mended = try #require(bench.text(of: "bad.csv")).replacing(
      "29.8O,WATER", with: "29.80,WATER")
    #expect(try run("bill add", mended).status == .done)
    #expect(try totals(of: "bill", "total") == "1,4180\n")
    let again = try run("bill add", mended.replacing("29.80", with: "29.08"))
    #expect(again.status == .badData, "\(again)")
    #expect(again.words.contains("if both are correct, add `--accept unusual`"), "\(again)")
  }

  @Test("a rejected correction that comes again unchanged stays rejected")
  func stillCorrection() throws {
    let first = "bill,account,on,amount,service\nB1,A1,2026-03-02,12.00,WATER\n"
    #expect(try run("bill add", first).status == .done)
    let bad = bench.folder + "/bad.csv"
    let corrected = first.replacing("12.00", with: "13.00")
    let left = try run("bill add", corrected, "--keep-going --rejects \(bad)")
    #expect(left.status == .someRowsFailed, "\(left)")
    #expect(try run("bill add", #require(bench.text(of: "bad.csv"))).status == .badData)
    #expect(try totals(of: "bill", "total") == "1,1200\n")
  }

  private static let checks = """
    account,on,amount,method,reference
    A1,2026-03-02,40.00,check,1088
    A1,2026-03-02,41.00,check,1089

    """

  @Test("a check that comes again with another day is told, by a file and by a person")
  func otherDay() throws {
    #expect(try run("payment post", Self.checks).status == .done)
    let moved = Self.checks.replacing("2026-03-02", with: "2026-03-04")
    let again = try run("payment post", moved)
    #expect(again.status == .badData, "\(again)")
    #expect(again.words.contains("payment reverse 1 --reason corrected"), "\(again)")
    let typed = try bench.expect(
      "payment post A1 --on 2026-03-04 --amount 40 --method check --reference 1088")
    #expect(typed.words.contains("payment 1 of the same reference and amount"), "\(typed)")
    let found = bench.run("store doctor --only repeated_reference --csv --no-header --fields hint")
    #expect(found.output.contains("payment reverse 3 --reason posted-twice"), "\(found)")
  }

  @Test("what is paid each month under the same reference is another payment")
  func monthly() throws {
    #expect(try run("payment post", Self.checks).status == .done)
    let next = Self.checks.replacing("2026-03-02", with: "2026-02-02")
    #expect(try run("payment post", next).status == .done)
    let found = bench.run("store doctor --only repeated_reference --csv --no-header")
    #expect(found.status == .done && found.output == "", "\(found)")
  }

  @Test(
    "a file without days that has grown by the next day posts what is new alone",
    arguments: ["reference", "note"])
  func withoutDays(_ column: String) throws {
    var rows = "account,amount,method\nA1,40.00,check\nA1,40.00,check\nA1,41.00,cash\n"
    if column == "reference" {
      rows =
        "account,amount,method,reference\nA1,40.00,check,1\nA1,40.00,check,2\nA1,41.00,cash,3\n"
    }
    #expect(try run("payment post", rows).status == .done)
    bench.day = try CivilDate("2026-03-11")
    let grown = rows + (column == "reference" ? "A1,40.00,check,4\n" : "A1,40.00,check\n")
    let file = try bench.file("grown.csv", grown)
    let refused = bench.run("payment post --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("a payment that has not been posted, or its date in `on`"))
    let skipped = bench.run("payment post --from \(file) --skip-known")
    #expect(skipped.words.contains("1 applied, 3 unchanged"), "\(skipped)")
    #expect(try totals(of: "payment", "amount") == "4,16100\n")
  }

  @Test("of a file that has grown by an equal row only the rows on record are rejected")
  func grownByEqual() throws {
    let one = "account,on,amount,method\nA1,2026-03-02,20.00,cash\n"
    #expect(try run("payment post", one).status == .done)
    let two = try run("payment post", one + "A1,2026-03-02,20.00,cash\n", "--keep-going")
    #expect(two.words.contains("1 applied, 0 unchanged, 1 rejected"), "\(two)")
    #expect(try totals(of: "payment", "amount") == "2,4000\n")
  }

  @Test("what a single command notes, a file notes too, the first three rows and how many more")
  func notes() throws {
    func rows(_ days: ClosedRange<Int>) -> String {
      days.map { "A1,2026-03-2\($0),5.0\($0),cash\n" }.joined()
    }
    let header = "account,on,amount,method\n"
    let posted = try run("payment post", header + rows(1...5))
    #expect(posted.status == .done)
    for line in 2...4 { #expect(posted.words.contains("in.csv:\(line): "), "\(posted)") }
    #expect(!posted.words.contains("in.csv:5: "), "\(posted)")
    #expect(posted.words.contains("note: 2 more rows have similar notes"), "\(posted)")
    let fewer = try run("payment post", header + rows(6...9))
    #expect(fewer.words.contains("note: 1 more row has similar notes"), "\(fewer)")
  }

  @Test(
    "a payment that came back is not posted again by a file that has grown",
    arguments: ["", ",reference"])
  func returnedPayment(_ column: String) throws {
    let reference = column.isEmpty ? "" : ",CK9"
    let file =
      "account,amount,on,method\(column)\nA1,21.00,2026-03-02,check\(reference)\n"
    #expect(try run("payment post", file).status == .done)
    try bench.expect("payment reverse 1 --reason returned --on 2026-03-05")
    let grown = file + "A1,7.00,2026-03-06,cash" + (column.isEmpty ? "" : ",CK10") + "\n"
    let refused = try run("payment post", grown)
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("and which was reversed on 2026-03-05"), "\(refused)")
    #expect(try run("payment post", grown, "--skip-known").status == .done)
    #expect(try totals(of: "payment", "amount") == "2,2800\n")
    // The corrected row of another amount is not taken for it.
    #expect(try run("payment post", file.replacing("21.00", with: "22.00")).status == .done)
    try bench.expect("payment post A1 --amount 21 --on 2026-03-02 --method check")
  }
}
