import Accounts
import Testing

@testable import AdminCommands

@Suite("Without a number", .onBothEngines)
struct UndoRedoTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer set 1 --city Ames", "customer set 1 --city Boone",
    ] { try bench.expect(line) }
  }

  private func city() throws -> String {
    try bench.expect("customer list --fields city --csv --no-header").output
  }

  @Test("undo steps back through one's own changes, and redo forward")
  func steps() throws {
    try bench.expect("change undo --yes")
    #expect(try city() == "Ames\n")
    try bench.expect("change undo --yes")
    #expect(try !city().contains("Ames") && !city().contains("Boone"))
    try bench.expect("change redo --yes")
    #expect(try city() == "Ames\n")
    try bench.expect("change redo --yes")
    #expect(try city() == "Boone\n")
    #expect(bench.run("change redo --yes").status == .notFound)
    try bench.expect("change undo --yes")
    #expect(try city() == "Ames\n")
  }

  @Test("undo asks first, and says what it would be and how to do it")
  func asks() throws {
    let refused = bench.run("change undo")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("ubadmin customer set 1 --city Boone"))
    #expect(refused.words.contains("to do it: `ubadmin change undo "))
    #expect(try city() == "Boone\n")
  }

  @Test("payments that were posted again after an undo are not brought back beside them")
  func postedAgain() throws {
    for line in [
      "location add L1 --address Main", "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "account open A2 --cid 1 --location L1 --on 2025-09-01",
    ] { try bench.expect(line) }
    let file = try bench.file(
      "pay.csv", "account,amount,on\nA1,12.00,2026-03-09\nA1,12.00,2026-03-09\n")
    try bench.expect("payment post --from \(file) --yes")
    try bench.expect("change undo --yes")
    try bench.expect("change redo --yes")
    // Later payments have other numbers.
    try bench.expect("payment post A2 --amount 5 --on 2026-03-09")
    try bench.expect("change undo 7 --yes")
    try bench.expect("payment post --from \(file) --yes")
    let refused = bench.run("change redo --yes")
    #expect(refused.status == .conflict)
    #expect(refused.words.contains("posted again as payment"), "\(refused)")
    #expect(
      try bench.expect("payment list A1 --csv --no-header --fields amount").output
        == "12.00\n12.00\n")
  }

  @Test("redo asks by what it would bring back")
  func redoAsks() throws {
    try bench.expect("change undo --yes")
    let refused = bench.run("change redo")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("ubadmin customer set 1 --city Boone"), "\(refused)")
    #expect(try city() == "Ames\n")
  }

  @Test("what an undo removes is not called restored, and a redo names what it brings back")
  func words() throws {
    let set = try bench.expect("change undo --yes").words
    #expect(set.contains("undone, 1 row restored (change "), "\(set)")
    let redone = try bench.expect("change redo --yes").words
    #expect(redone.contains("change 3 redone, 1 row restored (change "), "\(redone)")
    try bench.expect("note add customer 1 Dog")
    let dry = bench.run("change undo --dry-run").words
    #expect(dry.contains("removes 1 row"), "\(dry)")
    let removed = try bench.expect("change undo --yes").words
    #expect(removed.contains("undone, 1 row removed (change "), "\(removed)")
  }

  @Test("a dry run shows the rows and changes nothing")
  func dryRun() throws {
    let plan = try bench.expect("change undo --dry-run --csv")
    #expect(plan.output.contains("Boone,Ames"))
    #expect(try city() == "Boone\n")
  }

  @Test("the prompt knows both by one word")
  func prompt() {
    #expect(LineRequest(["undo"]) == .command(["change", "undo"]))
    #expect(LineRequest(["ubadmin", "redo", "--yes"]) == .command(["change", "redo", "--yes"]))
    #expect(LineRequest(["exit", "--help"]) == .help(["prompt"]))
  }
}
