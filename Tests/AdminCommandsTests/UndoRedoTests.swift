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
    #expect(refused.words.contains("to do it: ubadmin change undo "))
    #expect(try city() == "Boone\n")
  }

  @Test("redo asks by what it would bring back")
  func redoAsks() throws {
    try bench.expect("change undo --yes")
    let refused = bench.run("change redo")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("ubadmin customer set 1 --city Boone"), "\(refused)")
    #expect(try city() == "Ames\n")
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
  }
}
