import Accounts
import Testing

@testable import AdminCommands

@Suite("The command that a row of a report names", .onBothEngines)
struct QuotedCommandsTests {
  @Test(
    "is quoted, so that a serial is a serial wherever it is pasted",
    arguments: ["Z$(id)", "#77", "A&B", "M*", "plain-1"])
  func quoted(serial: String) throws {
    let bench = try CommandBench(on: "2026-03-10")
    for words in [
      ["customer", "add", "1", "--name", "Ana"], ["location", "add", "L1", "--address", "Main"],
      ["account", "open", "A1", "--cid", "1", "--location", "L1", "--on", "2025-11-01"],
      ["meter", "add", serial, "--service", "WATER", "--dials", "6"],
      [
        "service", "start", "A1", "WATER", "--on", "2026-01-01", "--meter", serial, "--reading",
        "5",
      ],
      ["read", "add", serial, "--on", "2026-03-01", "--reading", "5"],
    ] { try bench.expect(words) }
    let line = "report zero-consumption --fields command --csv --no-header --no-escape-formulas"
    let cell = try bench.expect(line).output
    let command = "ubadmin read list --meter " + WordQuoting.word(serial)
    #expect(cell.contains(command), "\(cell)")
    var splitter = LineSplitter()
    let goesOn = try splitter.take(command)
    #expect(!goesOn)
    #expect(splitter.words.last == serial)
  }

  @Test("takes a serial that begins with a minus as a value")
  func minus() throws {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-11-01",
      "meter add --service WATER --dials 6 -- -X1", "meter add X2 --service WATER --dials 6",
      "service start A1 WATER --on 2026-01-01 --meter=-X1 --reading 5",
      "read add --on 2026-02-20 --reading 5 -- -X1",
      "meter exchange --new X2 --on 2026-03-01 --reading 5 --new-reading 0 -- -X1",
      "meter exchange X2 --new=-X1 --on 2026-03-05 --reading 0 --new-reading 5",
    ] { try bench.expect(line) }
    for (report, command) in [
      ("zero-consumption", "read list --meter=-X1"), ("meter-exchanges", "meter show -- -X1"),
    ] {
      let line = "report \(report) --fields command --csv --no-header --no-escape-formulas"
      let cells = try bench.expect(line).output
      #expect(cells.split(separator: "\n").contains("ubadmin \(command)"), "\(cells)")
      try bench.expect(command)
    }
  }

  @Test("in the message of a rule, too, is an account that begins with a minus")
  func minusInRemedy() throws {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open --cid 1 --location L1 --on 2025-11-01 -- -A7",
      "bill add B1 --account=-A7 --amount 45 --on 2026-03-01",
    ] { try bench.expect(line) }
    let asked = bench.run("bill add B1 --account=-A7 --amount 46 --on 2026-03-01")
    let remedy = "bill add B1 --amount 1.00 --accept unusual -- -A7"
    #expect(asked.words.contains("`ubadmin \(remedy)`"), "\(asked)")
    try bench.expect(remedy)
    let missing = bench.run("eft show --account=-A7")
    #expect(missing.words.contains("`ubadmin eft enroll -- -A7`"), "\(missing)")
  }

  @Test(
    "values with a minus are joined to their options, and other words stay",
    arguments: [
      ("bill list --account -A7 --limit 5", "bill list --account=-A7 --limit 5"),
      ("service start -A7 1000 --on today", "service start --on today -- -A7 1000"),
      ("ubadmin meter show -X1", "ubadmin meter show -- -X1"),
      ("bill add B1 A1 --amount -5.00 -n", "bill add B1 A1 --amount -5.00 -n"),
      ("meter show -- -X1", "meter show -- -X1"), ("nosuch -X1", "nosuch -X1"),
    ])
  func dashed(_ command: String, _ marked: String) {
    #expect(DashedValues.marked(command) == marked)
  }

  @Test(
    "is quoted in the message of a rule, too",
    arguments: ["Z$(id)", "#77", "A&B", "~root", "plain-1"])
  func remedy(serial: String) throws {
    let bench = try CommandBench(on: "2026-03-10")
    let words = ["meter", "add", serial, "--service", "WATER", "--unit"]
    try bench.expect(words + ["GAL"])
    let again = bench.run(words + ["CCF"])
    let command = "`ubadmin meter show \(WordQuoting.word(serial))`"
    #expect(again.words.contains(command), "\(again)")
  }

  @Test(
    "options that a message names run as printed, whatever the file's columns are called",
    arguments: [
      "x$(touch pwned)", "q\"r", "it's", "back\\slash", "a `b`", "Account No", "semi;colon",
    ])
  func columns(name: String) throws {
    let bench = try CommandBench()
    let quoted = name.replacing("\"", with: "\"\"")
    let file = try bench.file("in.csv", "name,\"\(quoted)\"\nAna,1\n")
    let refused = bench.run("customer add --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    let option = "--map " + WordQuoting.word(name + "=_")
    #expect(refused.words.contains("or skip it with \(option)\n"), "\(refused)")
    var splitter = LineSplitter()
    let goesOn = try splitter.take("customer add --from \(file) \(option)")
    #expect(!goesOn)
    try bench.expect(splitter.words)
  }

  @Test(
    "so do those of columns that begin with a dash or have line breaks",
    arguments: [
      ("-z", "--map=-z=_"), ("-no tax", "'--map=-no tax=_'"), ("new\nline", "--map 'new line=_'"),
      ("new\r\nline", "--map 'new line=_'"),
    ])
  func oddColumns(name: String, option: String) throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", "name,\"\(name)\"\nAna,1\n")
    let refused = bench.run("customer add --from \(file)")
    #expect(refused.words.contains("or skip it with \(option)\n"), "\(refused)")
    var splitter = LineSplitter()
    let goesOn = try splitter.take("customer add --from \(file) \(option)")
    #expect(!goesOn)
    try bench.expect(splitter.words)
  }

  @Test("a backtick within quotes does not end a command")
  func backtick() {
    let text = "run `setting set eft.company-name 'A`B'`, or `customer set 1 --name 'it'\\''s'`"
    let printed = PrintedCommands.forShell(text)
    #expect(printed.contains("`ubadmin setting set eft.company-name 'A`B'`, or "), "\(printed)")
    #expect(printed.hasSuffix("`ubadmin customer set 1 --name 'it'\\''s'`"), "\(printed)")
    #expect(
      PrintedCommands.forShell("it's `note list` and `x y`") == "it's `ubadmin note list` and `x y`"
    )
  }
}

/// The same in a shell.
struct PrintedOptionsTests {
  @Test("an option that a message names runs in a shell, and nothing in it does")
  func shell() throws {
    let bench = try CommandBench()
    try bench.file("in.csv", "name,it's $(touch pwned) `touch pwned`\nAna,1\n")
    let refused = bench.run("customer add --from \(bench.folder)/in.csv").words
    let option = try #require(refused.split(separator: "or skip it with ").last)
    let shell = try BuiltBinary.shell("$ubadmin customer add --from in.csv \(option)", in: bench)
    #expect(shell.status == 0, "\(shell)")
    #expect(shell.words.contains("1 applied"), "\(shell)")
    #expect(bench.text(of: "pwned") == nil)
  }
}
