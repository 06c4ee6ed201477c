import Glibc
import Testing

@testable import AdminCommands

@Suite("What the prompt says first")
struct GreetingTests {
  @Test(
    "are three lines, broken at blanks where the terminal is narrow", arguments: [30, 60, 80, 200])
  func fits(columns: Int) throws {
    let bench = try CommandBench(on: "2025-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "service start A1 SEWER --on 2025-01-01", "service stop A1 SEWER --on 2025-03-01",
      "request add --account A1 --subject Leak --text Wet",
    ] { try bench.expect(line) }
    let terminal = try PseudoTerminal()
    terminal.resize(columns: columns, rows: 40)
    let process = try bench.start(at: terminal)
    let words = try terminal.expect(ReplBinaryTests.prompt)
    let lines = words.split(separator: "\r\n").map(String.init)
    #expect(lines.filter { !$0.hasPrefix("  ") }.count == 3, "\(lines)")
    if columns >= 40 { #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)") }
    let waiting = lines.first { $0.contains("`today`") }
    #expect(waiting.map { $0.count < columns || $0.hasPrefix("see") } ?? false, "\(lines)")
    if columns == 200 {
      let all = "unassigned requests (1), final bills due (1)"
      #expect(waiting == "waiting: \(all); see `today`", "\(Array((waiting ?? "").utf8))")
    }
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }
}
