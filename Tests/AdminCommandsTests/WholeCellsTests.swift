import Reports
import Testing

@testable import AdminCommands

@Suite("Tables on a terminal of 80 columns")
struct WholeCellsTests {
  private static let names: Set = [
    "account", "accounts", "bill", "cid", "command", "hint", "id", "key", "location", "meter",
    "plan",
    "record", "undo",
  ]
  private static let terminal = TerminalFacts(
    inputIsTerminal: false, outputIsTerminal: true, errorIsTerminal: false, columns: 80)

  @Test("account numbers, IDs, logins and commands are never cut, whatever the list")
  func whole() throws {
    let bench = try CommandBench(withStore: false)
    bench.environment["UBADMIN_STORE"] = bench.folder + "/demo.db"
    try bench.expect("store demo \(bench.folder)/demo.db --accounts 60 --years 2")
    let lists =
      Commands.all.filter { $0.verbs.contains("list") }.map { "\($0.name) list" }
      + Questions.all.map { "report \($0.name)" }
      + ["store doctor", "search an", "search 20000", "user sessions", "today"]
    var cells = 0
    for line in lists {
      let words = line.split(separator: " ").map(String.init) + ["--limit", "40"]
      let plain = bench.run(words + ["--format", "tsv", "--quiet"])
      guard [.done, .refused].contains(plain.status), plain.output.contains("\t") else { continue }
      let shown = Self.unspaced(bench.run(words + ["--no-pager"], terminal: Self.terminal).output)
      var rows = plain.output.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      let names = rows.removeFirst()
      for row in rows {
        for (name, cell) in zip(names, row)
        where Self.names.contains(name) || (line == "user list" && name == "email") {
          cells += 1
          guard !cell.isEmpty, !shown.contains(Self.unspaced(cell)) else { continue }
          Issue.record("\(line): \(name) \(cell) is cut")
          break
        }
      }
    }
    #expect(cells > 500)
  }

  /// Long cells may be broken at blanks.
  private static func unspaced(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
