import Accounts
import Testing

@testable import AdminCommands

/// Changes that are planned: some months ahead they pass, a year ahead the year is more likely mistyped.
@Suite("Planned days", .onBothEngines)
struct PlannedDaysTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2025-09-01 --meter M1 --reading 100",
    ] { try bench.expect(line) }
  }

  /// A command with a day to come; the names of its arguments, as columns.
  struct Planned: Sendable, CustomTestStringConvertible {
    let verb: String
    let columns: String
    let cells: String
    var day = "on"
    var testDescription: String { verb }

    var line: String {
      verb
        + zip(columns.split(separator: ","), cells.split(separator: ","))
        .map { " --\($0) \($1)" }.joined()
    }

    func line(on date: String) -> String { "\(line) --\(day) \(date)" }
    func file(on date: String) -> String { "\(columns),\(day)\n\(cells),\(date)\n" }
  }

  static let planned = [
    Planned(verb: "service start", columns: "account,service", cells: "A1,SEWER"),
    Planned(verb: "service stop", columns: "account,service", cells: "A1,WATER"),
    Planned(verb: "service suspend", columns: "account,service", cells: "A1,WATER"),
    Planned(verb: "account open", columns: "account,cid,location", cells: "A2,1,L1"),
    Planned(verb: "account close", columns: "account", cells: "A1"),
    Planned(verb: "account move", columns: "account,cid", cells: "A1,2"),
    Planned(
      verb: "delivery set", columns: "account,method,email", cells: "A1,email,ana@example.org"),
    Planned(verb: "announcement add", columns: "title,text", cells: "Closed,Soon", day: "from"),
  ]

  @Test("a year ahead is asked about by a command, a file and a plan", arguments: planned)
  func typo(_ planned: Planned) throws {
    let line = planned.line(on: "2027-03-15")
    let file = try bench.file("in.csv", planned.file(on: "2027-03-15"))
    let bulk = "\(planned.verb) --from \(file)"
    for words in [line, bulk, line + " --plan-out \(bench.folder)/p.plan"] {
      let refused = bench.run(words)
      #expect(refused.status == (words == bulk ? .badData : .refused), "\(refused)")
      #expect(refused.words.contains("370 days after today"), "\(refused)")
      #expect(refused.words.contains("--accept unusual"), "\(refused)")
    }
    try bench.expect(bulk + " --dry-run --accept unusual")
    try bench.expect(line + " --accept unusual")
    // A command that changes nothing is not asked about.
    try bench.expect(line)
  }

  @Test("some months ahead is planning", arguments: planned)
  func monthsAhead(_ planned: Planned) throws {
    try bench.expect(planned.line(on: "2026-09-30"))
  }

  @Test("the setting says how far")
  func setting() throws {
    try bench.expect("setting set dates.latest-days-planned 400")
    try bench.expect("service stop A1 WATER --on 2027-03-15")
  }
}
