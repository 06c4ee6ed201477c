import Accounts
import Testing

@testable import AdminCommands

/// A figure that was corrected in a file that comes again is not taken for a second one beside the
/// first: both would count.
@Suite("Corrected rows", .onBothEngines)
struct CorrectedRowsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
    ] { try bench.expect(line) }
  }

  private func bills(_ rows: String, _ more: String = "") throws -> CommandBench.Result {
    let file = try bench.file("bills.csv", "bill,account,on,service,amount\n" + rows)
    return bench.run("bill add --from \(file) \(more)")
  }

  private func total() throws -> String {
    try bench.expect("bill list --fields total --csv --no-header").output
  }

  @Test("a bill's line with another amount is told, with the command that corrects it")
  func line() throws {
    #expect(try bills("B1,A1,2026-03-02,,9.00\nB1,A1,2026-03-02,SEWER,4.00\n").status == .done)
    let corrected = "B1,A1,2026-03-02,,8.00\nB1,A1,2026-03-02,SEWER,4.00\n"
    let refused = try bills(corrected)
    #expect(refused.status == .badData)
    #expect(
      refused.words.contains("8.00; line 1 of bill B1, for the same service and period, is 9.00"),
      "\(refused)")
    #expect(try total() == "13.00\n")
    let remedy = "bill add B1 A1 --amount -1.00 --accept unusual"
    #expect(refused.words.contains("`ubadmin \(remedy)`"), "\(refused)")
    try bench.expect(remedy)
    #expect(try total() == "12.00\n")
  }

  @Test("a line of a file with another period is told, and one that is typed is not")
  func period() throws {
    func add(_ to: String) throws -> CommandBench.Result {
      let file = try bench.file(
        "bills.csv", "bill,account,on,from,to,amount\nB1,A1,2026-03-02,2026-02-01,\(to),9\n")
      return bench.run("bill add --from \(file)")
    }
    #expect(try add("2026-02-27").status == .done)
    let refused = try add("2026-02-28")
    #expect(refused.status == .badData)
    #expect(refused.words.contains("to: found a different period than line 1"), "\(refused)")
    let remedy = "bill add B1 A1 --from 2026-02-01 --to 2026-02-27 --amount -9.00 --accept unusual"
    #expect(refused.words.contains("`ubadmin \(remedy)`"), "\(refused)")
    try bench.expect(remedy)
    try bench.expect("bill add B1 A1 --from 2026-02-01 --to 2026-02-28 --amount 9")
    #expect(try total() == "9.00\n")
  }

  @Test("a line that is both another one and accepted is added")
  func accepted() throws {
    #expect(try bills("B1,A1,2026-03-02,,9.00\n").status == .done)
    #expect(try bills("B1,A1,2026-03-02,,8.00\n", "--accept unusual").status == .done)
    #expect(try total() == "17.00\n")
  }

  @Test("so is a line that is typed, and one of a script")
  func typed() throws {
    try bench.expect("bill add B1 A1 --service WATER --amount 9")
    let line = "bill add B1 A1 --service WATER --amount 8"
    #expect(bench.run(line).status == .refused)
    #expect(bench.run([], input: line + "\n").status == .refused)
    try bench.expect("bill add B1 A1 --service SEWER --amount 8")
    try bench.expect("bill add B1 A1 --service WATER --amount -2")
    #expect(try total() == "15.00\n")
  }

  @Test("a file that has grown by a line of the same service adds that line alone")
  func grown() throws {
    let rows = "B1,A1,2026-03-02,,9.00\nB1,A1,2026-03-02,,9.00\n"
    #expect(try bills(rows).status == .done)
    let grown = try bills(rows + "B1,A1,2026-03-02,,8.00\n")
    #expect(grown.words.contains("1 applied, 2 unchanged"), "\(grown)")
    #expect(try total() == "26.00\n")
  }

  @Test("a file with another amount of a payment is told, unless a reference tells it apart")
  func payment() throws {
    func post(_ rows: String, _ more: String) throws -> CommandBench.Result {
      let file = try bench.file("day.csv", "account,on,amount,method,reference\n" + rows)
      return bench.run("payment post --from \(file) \(more)")
    }
    let second = "A1,2026-03-02,20.00,cash,\n"
    #expect(try post("A1,2026-03-02,10.00,cash,\n" + second, "").status == .done)
    let corrected = second + "A1,2026-03-02,12.00,cash,\n"
    let refused = try post(corrected, "--skip-known")
    #expect(refused.status == .conflict)
    #expect(refused.words.contains("12.00, where payment 1 is 10.00"), "\(refused)")
    try bench.expect("payment reverse 1 --reason corrected")
    let again = try post(corrected, "--skip-known")
    #expect(again.words.contains("1 applied, 1 unchanged"), "\(again)")
    let others = "A1,2026-03-02,7.00,check,\nA1,2026-03-02,8.00,cash,R1\n"
    #expect(try post(others, "").status == .done)
  }
}
