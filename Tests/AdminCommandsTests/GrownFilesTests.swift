import Accounts
import Testing

@testable import AdminCommands

/// A file that comes again with one more row does not undo what was corrected since, and what is told of each row
/// of a file is not hidden behind the first rows.
@Suite("Files that have grown", .onBothEngines)
struct GrownFilesTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "account open A2 --cid 1 --location L1 --on 2025-01-01",
    ] { try bench.expect(line) }
  }

  private func run(_ command: String, _ text: String, _ more: String = "") throws
    -> CommandBench.Result
  {
    bench.run("\(command) --from \(try bench.file("in.csv", text)) \(more)")
  }

  private func payments() throws -> String {
    try bench.expect([
      "query", "SELECT count(*), sum(amount) FROM payment", "--csv", "--no-header",
    ]).output
  }

  @Test(
    "a payment that was moved to the right account is not posted to the wrong one again",
    arguments: ["", ",reference"])
  func movedPayment(_ column: String) throws {
    let reference = column.isEmpty ? "" : ",5101"
    let header = "account,amount,on,method\(column)\n"
    let row = "A1,28.10,2026-03-02,check\(reference)\n"
    #expect(try run("payment post", header + row).status == .done)
    try bench.expect("payment move 1 --to A2 --reason misposted")
    let grown = header + row + "A1,7.00,2026-03-06,cash" + (column.isEmpty ? "" : ",CK10") + "\n"
    let refused = try run("payment post", grown)
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("and which was moved to account A2"), "\(refused)")
    let skipped = try run("payment post", grown, "--skip-known")
    #expect(skipped.words.contains("1 applied, 1 unchanged"), "\(skipped)")
    #expect(skipped.words.contains("was moved to account A2; --again posts it again"), "\(skipped)")
    #expect(try payments() == "2,3510\n")
    // Of another amount or day, it is another payment.
    let other = row.replacing("28.10", with: "29.10").replacing("5101", with: "5102")
    #expect(try run("payment post", header + other).status == .done)
    let typed = try bench.expect("payment post A1 --amount 28.10 --on 2026-03-02 --method check")
    #expect(
      typed.words.contains("payment 1 of the same day and amount was moved to account A2"),
      "\(typed)")
  }

  @Test("a payment that was moved on is not moved back by a file of moves that has grown")
  func movedOn() throws {
    let rows = "account,amount,on,method\nA1,28.10,2026-03-02,check\nA1,9.00,2026-03-02,cash\n"
    #expect(try run("payment post", rows).status == .done)
    let moves = "payment,to,reason\n1,A2,wrong\n"
    #expect(try run("payment move", moves).status == .done)
    try bench.expect("payment move 1 --to A1 --reason right-after-all")
    let grown = moves + "2,A2,wrong\n"
    let refused = try run("payment move", grown)
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("moved from account A2 to account A1"), "\(refused)")
    let skipped = try run("payment move", grown, "--skip-known")
    #expect(skipped.words.contains("1 applied, 1 unchanged"), "\(skipped)")
    let accounts = "payment list --fields payment,account --sort payment --csv --no-header"
    #expect(try bench.expect(accounts).output == "1,A1\n2,A2\n")
    #expect(try run("payment move", grown, "--again").status == .done)
    #expect(try bench.expect(accounts).output == "1,A2\n2,A2\n")
  }

  @Test("a move that was undone leaves no trace on the account that the payment was never for")
  func undoneMove() throws {
    let rows = "account,amount,on,method\nA1,28.10,2026-03-02,check\n"
    #expect(try run("payment post", rows).status == .done)
    try bench.expect("payment move 1 --to A2 --reason misposted")
    let move = try bench.expect("change list --limit 1 --fields change --csv --no-header").output
    try bench.expect("change undo \(move.split(separator: "\n")[0])")
    #expect(try run("payment post", rows.replacing("A1", with: "A2")).status == .done)
    #expect(try payments() == "2,5620\n")
  }

  @Test("a bill that was voided is left out with --skip-known, with a note")
  func voidedBill() throws {
    let file = "bill,account,on,amount\nB1,A1,2026-03-02,9.00\nB2,A2,2026-03-02,7.00\n"
    #expect(try run("bill add", file).status == .done)
    let paid = "account,bill,amount,on,method\nA1,B1,9.00,2026-03-05,check\n"
    #expect(try run("payment post", paid).status == .done)
    try bench.expect("bill void B1 --reason wrong")
    let grown = file + "B3,A2,2026-03-03,5.00\n"
    let refused = try run("bill add", grown)
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("found bill B1, voided on 2026-03-10"), "\(refused)")
    #expect(refused.words.contains("--skip-known skips rows that are on record"), "\(refused)")
    let skipped = try run("bill add", grown, "--skip-known")
    #expect(skipped.words.contains("1 applied, 2 unchanged"), "\(skipped)")
    #expect(skipped.words.contains("bill B1, voided on 2026-03-10, is left out"), "\(skipped)")
    for other in ["9.50", "9.00\nB1,A1,2026-03-02,9.00"] {
      let another = try run("bill add", file.replacing("9.00", with: other), "--skip-known")
      #expect(another.words.contains("use another bill number"), "\(another)")
      #expect(another.status == .badData, "\(another)")
    }
    #expect(bench.run("bill add B1 A1 --on 2026-03-02 --amount 9").status == .refused)
    // A payment of it is on record, too.
    let known = try run("payment post", paid + "A2,B2,7.00,2026-03-05,check\n", "--skip-known")
    #expect(known.words.contains("1 applied, 1 unchanged"), "\(known)")
    let unknown = try run("payment post", paid.replacing("9.00", with: "9.50"), "--skip-known")
    #expect(unknown.words.contains("expected a bill that is not void"), "\(unknown)")
    #expect(try payments() == "2,1600\n")
  }

  @Test("a read that was voided is not recorded again")
  func voidedRead() throws {
    for line in [
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2026-01-01 --meter M1 --reading 100",
    ] { try bench.expect(line) }
    let file = "meter,on,reading\nM1,2026-02-01,150\n"
    #expect(try run("read add", file).status == .done)
    try bench.expect("read void M1 --on 2026-02-01 --reason wrong")
    let grown = file + "M1,2026-03-01,190\n"
    let refused = try run("read add", grown)
    #expect(refused.status == .badData, "\(refused)")
    #expect(
      refused.words.contains(
        "read 1 of meter M1 on 2026-02-01, which has the same values and is void"),
      "\(refused)")
    let skipped = try run("read add", grown, "--skip-known")
    #expect(skipped.words.contains("1 applied, 1 unchanged"), "\(skipped)")
    #expect(
      skipped.words.contains("and is void, is left out; --again applies the row"), "\(skipped)")
    let typed = try bench.expect("read add M1 --on 2026-02-01 --reading 150")
    #expect(typed.words.contains("read 1 of that day has the same values and is void"), "\(typed)")
    let unchanged = try run("read add", grown)
    #expect(unchanged.words.contains("0 applied, 2 unchanged"), "\(unchanged)")
  }

  @Test("a read that was voided and corrected is known, too, and --again records what was voided")
  func correctedRead() throws {
    for line in [
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2026-01-01 --meter M1 --reading 100",
      "read add M1 --on 2026-02-01 --reading 150", "read void M1 --on 2026-02-01 --reason wrong",
    ] { try bench.expect(line) }
    let file = "meter,on,reading\nM1,2026-02-01,150\n"
    #expect(try run("read add", file, "--dry-run --again").words.contains("1 applied"))
    try bench.expect("read add M1 --on 2026-02-01 --reading 140")
    let skipped = try run("read add", file, "--skip-known")
    #expect(skipped.words.contains("0 applied, 1 unchanged"), "\(skipped)")
  }

  @Test("a note of a customer who was merged is not added again")
  func mergedNote() throws {
    let file = "kind,key,text\ncustomer,2,Call after six\n"
    #expect(try run("note add", file).status == .done)
    try bench.expect("customer merge 2 --into 1")
    let grown = file + "customer,1,Gate is open\n"
    let refused = try run("note add", grown)
    #expect(refused.words.contains("note 1 on customer 2, which has the same"), "\(refused)")
    let skipped = try run("note add", grown, "--skip-known")
    #expect(skipped.words.contains("1 applied, 1 unchanged"), "\(skipped)")
  }

  @Test("who owes what was paid is told for each row of a file, not for the first three")
  func moneyNotes() throws {
    let accounts = (1...5).map { "A\($0)" }
    for account in accounts.dropFirst(2) {
      try bench.expect("account open \(account) --cid 1 --location L1 --on 2025-01-01")
    }
    let bills = accounts.map { account in
      "X\(account),\(account),20,2026-02-09,2026-01-09,2026-02-08\n"
        + "Y\(account),\(account),25,2026-02-25,2026-02-10,2026-02-24\n"
    }
    let added = try run("bill add", "bill,account,amount,on,from,to\n" + bills.joined())
    #expect(added.status == .done, "\(added)")
    let paid = accounts.map { "\($0),45,2026-02-26\n" }.joined()
    #expect(try run("payment post", "account,amount,on\n" + paid).status == .done)
    let moves = accounts.map { "\($0),2,2026-02-10\n" }.joined()
    let moved = try run("account move", "account,cid,on\n" + moves)
    #expect(moved.status == .done, "\(moved)")
    for line in 2...6 {
      #expect(moved.words.contains("in.csv:\(line): 20.00 of payment \(line - 1) is"), "\(moved)")
    }
    #expect(moved.words.contains("note: 2 more rows have similar notes"), "\(moved)")
  }
}
