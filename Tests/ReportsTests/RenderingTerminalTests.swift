import Glibc
import Testing

@testable import Reports

@Suite("Terminal and format facts")
struct RenderingTerminalTests {
  @Test("a pipe is not a terminal and has no columns, whatever COLUMNS says")
  func pipeColumns() {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    defer { ends.forEach { close($0) } }
    #expect(!Terminal.isTerminal(ends[1]))
    #expect(Terminal.columns(ends[1], environment: ["COLUMNS": "40"]) == nil)
  }

  @Test("a terminal is asked for its columns")
  func terminalColumns() throws {
    let main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(main) }
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN: what unlockpt and ptsname do, which Glibc hides from Swift.
    try #require(ioctl(main, 0x4004_5431, &isLocked) == 0)
    try #require(ioctl(main, 0x8004_5430, &number) == 0)
    let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    var size = winsize(ws_row: 24, ws_col: 97, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    #expect(Terminal.isTerminal(terminal))
    #expect(Terminal.columns(terminal, environment: [:]) == 97)
    #expect(Terminal.columns(terminal, environment: ["COLUMNS": "40"]) == 40)
  }

  @Test(
    "COLUMNS counts when it is a number; a terminal without a size has 80",
    arguments: [("120", 90, 120), ("wide", 90, 90), ("0", 90, 90), ("", 0, 80)])
  func columns(variable: String, reported: Int, expected: Int) {
    #expect(
      Terminal.columns(reported: reported, environment: ["COLUMNS": variable]) == expected)
  }

  @Test(
    "colour: the option first, then the terminal, NO_COLOR and TERM",
    arguments: [
      (ColorChoice.always, false, ["NO_COLOR": "1"], true),
      (.never, true, ["TERM": "xterm"], false),
      (.auto, true, ["TERM": "xterm"], true),
      (.auto, false, ["TERM": "xterm"], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
      (.auto, true, ["TERM": "dumb"], false),
      (.auto, true, [:], false),
    ])
  func color(
    choice: ColorChoice, isTerminal: Bool, environment: [String: String], expected: Bool
  ) {
    #expect(
      Terminal.usesColor(choice, isTerminal: isTerminal, environment: environment) == expected)
  }

  @Test(
    "the extension of a file picks the format",
    arguments: [
      ("a.csv", OutputFormat.csv), ("out/a.TSV", .tsv), ("a.json", .json), ("a.ndjson", .ndjson),
      ("a.jsonl", .ndjson), ("a.b.md", .markdown), ("a.txt", .table), ("a", nil), (".csv", nil),
      ("a.csv/b", nil), ("a.xlsx", .xlsx), ("a.ods", nil), ("a.", nil),
    ])
  func format(path: String, expected: OutputFormat?) {
    #expect(OutputFormat(path: path) == expected)
  }
}
