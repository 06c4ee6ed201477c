import Accounts
import Testing

@testable import AdminCommands

/// What a script is told once holds for each of its lines.
@Suite("Answers for a script")
struct ScriptAnswersTests {
  private func bench() throws -> CommandBench { try CommandBench(accounts: 1) }

  @Test(
    "--yes and --accept unusual reach the lines, also of a script within",
    arguments: ["--yes", "--accept unusual"])
  func reach(option: String) throws {
    let bench = try bench()
    let inner = try bench.file("in.txt", "payment post A1 --amount 3 --on 2062-01-05\n")
    let outer = try bench.file(
      "out.txt", "payment post A1 --amount 2 --on 1990-01-05\nrun \(inner)\n")
    #expect(bench.run("run \(outer)").status == .refused)
    try bench.expect("run \(outer) \(option)")
    #expect(
      bench.run(
        option.split(separator: " ").map(String.init),
        input: "payment post A1 --amount 4 --on 1990-01-05\n"
      ).status == .done)
    let list = try bench.expect("payment list --fields amount --csv --no-header").output
    #expect(list.split(separator: "\n").sorted() == ["2.00", "3.00", "4.00"])
  }

  @Test("--quiet reaches the lines, too")
  func quiet() throws {
    let bench = try bench()
    let script = try bench.file("s.txt", "customer set 1 --name Anna\n")
    #expect(try bench.expect("run \(script) --quiet").words == "")
  }

  @Test("the next command is asked again")
  func ends() throws {
    let bench = try bench()
    let script = try bench.file("s.txt", "customer list\n")
    let outer = try bench.file(
      "out.txt", "run \(script) --yes\npayment post A1 --amount 2 --on 1990-01-05\n")
    #expect(bench.run("run \(outer)").status == .refused)
  }

  @Test("other options of a script are refused, with words")
  func refused() throws {
    let bench = try bench()
    let script = try bench.file("s.txt", "customer list\n")
    for option in ["--csv", "--fields cid", "--as-of 2025-01-01", "--reveal", "--dry-run"] {
      let result = bench.run("run \(script) \(option)")
      #expect(result.status == .usage, "\(result)")
    }
  }
}
