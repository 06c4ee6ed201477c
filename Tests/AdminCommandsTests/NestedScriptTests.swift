@testable import Portal
@testable import Rules
@testable import Ledger
@testable import Engines
@testable import Values
import Accounts
import Glibc
import Testing

@testable import AdminCommands

@Suite("Scripts that run scripts")
struct NestedScriptTests {
  private let badData = AdminCommands.ExitStatus.badData.rawValue

  @Test(
    "a script that would run itself is refused, by whatever name it does",
    arguments: [
      ("run n.txt", "$ubadmin run n.txt", "n.txt:1 → n.txt"),
      ("run ./n.txt", "$ubadmin run n.txt", "n.txt:1 → ./n.txt"),
      ("run link.txt", "$ubadmin run n.txt", "n.txt:1 → link.txt"),
      ("run n.txt", "$ubadmin run - < n.txt", "standard input:1 → n.txt"),
      ("run n.txt", "$ubadmin < n.txt", "standard input:1 → n.txt"),
      ("run -", "$ubadmin < n.txt", "standard input:1 → standard input"),
      ("run -", "$ubadmin run n.txt < n.txt", "n.txt:1 → standard input"),
    ])
  func itself(line: String, command: String, chain: String) throws {
    let bench = try CommandBench()
    try bench.file("n.txt", line + "\n")
    symlink("n.txt", bench.folder + "/link.txt")
    let result = try BuiltBinary.shell(command, in: bench)
    #expect(result.status == badData, "\(result)")
    #expect(result.words.contains("would run itself: \(chain)\n"), "\(result)")
  }

  @Test(
    "a dry run of a script is refused, as its commands would be carried out",
    arguments: ["$ubadmin run n.txt --dry-run", "$ubadmin -n run n.txt", "$ubadmin -n < n.txt"])
  func dryRun(command: String) throws {
    let bench = try CommandBench()
    try bench.file("n.txt", "customer add 7 --name Ana\n")
    let result = try BuiltBinary.shell(command, in: bench)
    #expect(result.status == AdminCommands.ExitStatus.usage.rawValue, "\(result)")
    #expect(bench.run("customer show 7").status == .notFound)
  }

  @Test("a script inside another works on the store that its own line names")
  func ownStore() throws {
    let bench = try CommandBench()
    let other = bench.folder + "/other.db"
    try bench.expect("store init \(other)")
    let inner = try bench.file("inner.txt", "customer add 7 --name Ana\n")
    try bench.file(
      "outer.txt", "customer list -q\nrun \(inner) --store \(other)\ncustomer add 8 --name Bo\n")
    try bench.expect("run \(bench.folder)/outer.txt")
    #expect(bench.run("customer show 7").status == .notFound)
    #expect(bench.run("customer show 8").status == .done)
    #expect(bench.run("customer show 7 --store \(other)").status == .done)
    #expect(bench.run("customer show 8 --store \(other)").status == .notFound)
  }

  @Test("a cycle of several scripts is named with file and line")
  func cycle() throws {
    let bench = try CommandBench()
    try bench.file("a.txt", "# first\n\nrun b.txt\n")
    try bench.file("b.txt", "customer list -q\nrun a.txt\n")
    let result = try BuiltBinary.shell("$ubadmin run a.txt", in: bench)
    #expect(result.status == badData)
    #expect(
      result.words.contains("the script a.txt would run itself: a.txt:3 → b.txt:2 → a.txt\n"))
    #expect(result.words.contains("b.txt:2: stopped (exit 65): run a.txt"))
    #expect(result.words.contains("a.txt:3: stopped (exit 65): run b.txt"))
  }

  @Test("scripts run one another 16 deep, and no deeper", arguments: [16, 17])
  func depth(count: Int) throws {
    let bench = try CommandBench()
    for number in 1..<count { try bench.file("\(number).txt", "run \(number + 1).txt\n") }
    try bench.file("\(count).txt", "customer add 7 --name Ana\n")
    let result = try BuiltBinary.shell("$ubadmin run 1.txt", in: bench)
    #expect(result.status == (count == 16 ? 0 : badData))
    #expect(result.words.contains("scripts are nested more than 16 deep") == (count == 17))
    #expect(
      try bench.expect("customer list --fields cid --csv --no-header").output
        == (count == 16 ? "7\n" : ""))
  }

  @Test("a script may run another twice, one after the other")
  func twice() throws {
    let bench = try CommandBench()
    try bench.file("a.txt", "run b.txt\nrun b.txt\n")
    try bench.file("b.txt", "customer add --name Ana\n")
    #expect(try BuiltBinary.shell("$ubadmin run a.txt", in: bench).status == 0)
    #expect(
      try bench.expect("customer list --fields cid --csv --no-header").output == "100001\n100002\n")
  }

  @Test("at the prompt a script that would run itself is refused, and the prompt stays")
  func atPrompt() throws {
    let bench = try CommandBench()
    let path = try bench.file("n.txt", "run \(bench.folder)/n.txt\n")
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    try terminal.expect(ReplBinaryTests.prompt)
    terminal.type(" run \(path)\r")
    try terminal.expect("would run itself")
    try terminal.expect(ReplBinaryTests.prompt)
    terminal.type(" exit\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }
}
