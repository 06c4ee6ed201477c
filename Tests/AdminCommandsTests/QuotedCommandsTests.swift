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
}
