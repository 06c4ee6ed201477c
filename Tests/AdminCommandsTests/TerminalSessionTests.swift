import Glibc
import Testing

@testable import AdminCommands

@Suite("Pager, colors and progress at a terminal", .serialized)
struct TerminalSessionTests {
  private static let less = "/usr/bin/less"

  private func start(
    _ words: [String], _ bench: CommandBench, _ terminal: PseudoTerminal,
    _ environment: [String: String] = [:]
  ) throws -> pid_t {
    try bench.start(
      words, at: terminal,
      ["TERM": "xterm", "PATH": "/usr/bin:/bin"].merging(environment) { $1 })
  }

  private func customers(_ count: Int) throws -> CommandBench {
    let bench = try CommandBench()
    let rows = (1...count).map { "\($0),Customer \($0) of a long name in a long street\n" }
    let path = try bench.file("customers.csv", "cid,name\n" + rows.joined())
    try bench.expect("customer add --from \(path)")
    return bench
  }

  @Test(
    "what fits the screen is shown at once; what is longer waits for a key, and notes come after it",
    .enabled(if: access(less, X_OK) == 0))
  func pages() throws {
    let bench = try customers(60)
    let terminal = try PseudoTerminal()
    terminal.resize(columns: 70, rows: 20)
    var process = try start(
      ["customer", "list", "--limit", "5", "--fields", "cid,name"], bench, terminal)
    try terminal.expect("the first 5 rows; --limit 0 shows all")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)

    let long = try PseudoTerminal()
    long.resize(columns: 70, rows: 20)
    process = try start(["customer", "list", "--limit", "50", "--fields", "cid,name"], bench, long)
    let screen = try long.expect("Customer 17 ")
    #expect(!screen.contains("the first 50 rows"))
    long.type("q")
    try long.expect("the first 50 rows; --limit 0 shows all")
    try long.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("the pager is told to go sideways, keep colors and end where all fits")
  func options() throws {
    let bench = try customers(3)
    let terminal = try PseudoTerminal()
    let process = try start(
      ["customer", "list"], bench, terminal, ["PAGER": "cat; echo LESS=$LESS"])
    try terminal.expect("Customer 3 of")
    try terminal.expect("LESS=FRSX")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("a list that was left in the pager is the last answer, and --from _ has all its rows")
  func leftInPager() throws {
    let bench = try customers(4000)
    let terminal = try PseudoTerminal()
    let process = try start([], bench, terminal, ["PAGER": "head -2"])
    let endless = "SELECT 1 AS cid UNION ALL SELECT cid + 1 FROM n WHERE cid < 200000"
    try terminal.expectPrompt()
    try ReplBinaryTests.type(
      [
        ("customer list --limit 0", "CID"),
        ("customer set --from _ --city Salem", "the last list: 4000 rows"),
        ("last --csv --no-header | wc -l", "4000"),
        ("query \"WITH RECURSIVE n AS (\(endless)) SELECT cid FROM n\"", "cid\u{1b}[0m"),
        ("customer set --from _ --city Dover", "-o FILE"),
        ("last --csv | tail -1", "200000"),
      ], to: terminal)
    terminal.type("exit\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test(
    "the prompt of a test store is green, that of any other red, and NO_COLOR has none",
    arguments: [
      ("yes", "", "\u{1b}[32mcity.db"), ("no", "", "\u{1b}[1;31mcity.db"),
      ("yes", "1", "ubadmin city.db> "),
    ])
  func colors(isTest: String, noColor: String, prompt: String) throws {
    let bench = try CommandBench()
    try bench.expect("setting set store.is-test \(isTest)")
    let terminal = try PseudoTerminal()
    let process = try start([], bench, terminal, noColor.isEmpty ? [:] : ["NO_COLOR": noColor])
    try terminal.expect(prompt)
    if noColor.isEmpty { try terminal.expect("> ") }
    terminal.type(" exit\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("a field is asked for where one of several is enough")
  func asksForOneOfSeveral() throws {
    let bench = try CommandBench(on: "2026-03-10")
    let terminal = try PseudoTerminal()
    let process = try start(["customer", "add", "7", "--city", "Springfield"], bench, terminal)
    try terminal.expect("name (")
    try terminal.expect("): ")
    terminal.type("Ana Ruiz\r")
    try terminal.expect("customer 7")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    let changes = try bench.expect("change list --csv --no-header --fields command --limit 1")
    #expect(
      changes.output.contains("customer add 7 --city Springfield --name 'Ana Ruiz'"), "\(changes)")
  }

  @Test("a wrong answer is told and asked for again, and what is right is done")
  func asksAgain() throws {
    let bench = try CommandBench(accounts: 1)
    try bench.expect("service start A1 WATER --on 2025-01-01")
    let terminal = try PseudoTerminal()
    let process = try start(["service", "stop", "--accept", "unusual"], bench, terminal)
    for (question, answer, words) in [
      ("account (", "A9", "account: found no account A9"), ("account (", "A1", ""),
      ("service (", "WATTER", "service: found no service type WATTER"), ("service (", "WATER", ""),
      ("on (", "2024-02-30", "on: found 2024-02-30"),
      ("on (", "2024-06-01", "on: found 2024-06-01"),
      ("on (", "2025-06-01", "WATER on account A1 stopped on 2025-06-01"),
    ] {
      try terminal.expect(question)
      try terminal.expect("): ")
      terminal.type(answer + "\r")
      if !words.isEmpty { try terminal.expect(words) }
    }
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    let changes = try bench.expect("change list --csv --no-header --fields command --limit 1")
    #expect(
      changes.output.contains("service stop --accept unusual A1 WATER --on 2025-06-01"),
      "\(changes)")
  }

  @Test("after three wrong answers, or at Ctrl-D, the command ends and nothing is changed")
  func givesUp() throws {
    let bench = try CommandBench(on: "2026-03-10")
    let terminal = try PseudoTerminal()
    let process = try start(["bill", "void"], bench, terminal)
    for _ in 1...3 {
      try terminal.expect("bill (")
      try terminal.expect("): ")
      terminal.type("B9\r")
    }
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 4)
    let other = try PseudoTerminal()
    let second = try start(["bill", "void"], bench, other)
    try other.expect("): ")
    other.type("B9\r")
    try other.expect("found no bill B9")
    try other.expect("): ")
    other.type("\u{4}")
    try other.expect("nothing was changed")
    try other.expectEnd()
    #expect(PseudoTerminal.status(of: second) == 64)
  }

  @Test("what takes longer than a second tells how far it is, how fast and how long it still takes")
  func progress() throws {
    let bench = try CommandBench(withStore: false)
    let terminal = try PseudoTerminal()
    terminal.resize(columns: 70, rows: 20)
    let process = try start(
      ["store", "demo", bench.folder + "/city.db", "--accounts", "60000", "--years", "10"], bench,
      terminal)
    let lead = try terminal.expect("accounts/s, ")
    #expect(lead.contains(" of 60,000 accounts, "), "\(lead)")
    try terminal.expect(" left")
    kill(process, SIGTERM)
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 128 + SIGTERM)
  }

  @Test("an answer of which nobody knows how far it is tells how long it has taken")
  func waiting() throws {
    let bench = try CommandBench()
    let terminal = try PseudoTerminal()
    terminal.resize(columns: 70, rows: 20)
    let sql =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000) "
      + "SELECT count(*) AS numbers FROM n"
    let process = try start(["query", sql, "--no-pager"], bench, terminal)
    try terminal.expect(" s\u{1b}[K")
    let line = try terminal.expect("numbers")
    #expect(line.contains("\r\u{1b}[K"), "\(line)")
    try terminal.expect("30000000")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }
}
