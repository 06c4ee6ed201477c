import Accounts
import Glibc
import Testing

@testable import AdminCommands

/// Signals that come while the engine works on a statement that would never end.
@Suite("A running statement is interrupted", .onBothEngines)
struct InterruptTests {
  /// `-v` names the store once it is open, so that a test knows when the statement begins.
  private static let endless = [
    "query", "-v",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i % 2 + 1 FROM n) SELECT count(*) FROM n",
  ]

  private func start(
    _ bench: CommandBench, _ words: [String] = [], pager: String? = nil
  ) throws -> (PseudoTerminal, pid_t) {
    let terminal = try PseudoTerminal()
    var more = ["XDG_STATE_HOME": bench.folder + "/none"]
    more["UBADMIN_PAGER"] = pager
    return (terminal, try bench.start(words, at: terminal, more))
  }

  /// A pager that ignores Ctrl-C as others do: it ends by a key once it has read all.
  private func pager(_ bench: CommandBench) throws -> String {
    let path = try bench.file(
      "pager",
      """
      #!/bin/sh
      trap '' INT
      echo pager is there
      while read -r line; do echo "$line"; done
      echo that is all
      read -r key < /dev/tty

      """)
    chmod(path, 0o700)
    return path
  }

  @Test("Ctrl-C ends the pager that waits for rows", arguments: [false, true])
  func pagerWaits(isAtPrompt: Bool) throws {
    let bench = try CommandBench()
    let (terminal, process) = try start(
      bench, isAtPrompt ? [] : Self.endless, pager: pager(bench))
    if isAtPrompt { try typeEndless(terminal, bench.prompt()) }
    try terminal.expect("pager is there")
    terminal.type("\u{3}")
    try terminal.expect("interrupted")
    // Nobody types the key that the pager waits for.
    if isAtPrompt {
      try terminal.expect(bench.prompt())
      terminal.type("\u{4}")
    }
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == (isAtPrompt ? 0 : 130))
  }

  @Test("Ctrl-C is the pager's once it has all rows")
  func pagerHasAll() throws {
    let bench = try CommandBench()
    let (terminal, process) = try start(
      bench, ["query", "SELECT 1 AS one"], pager: pager(bench))
    try terminal.expect("that is all")
    terminal.type("\u{3}\u{3}\u{3}\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  private func typeEndless(_ terminal: PseudoTerminal, _ prompt: String) throws {
    try terminal.expect(prompt)
    terminal.type(" " + WordQuoting.line(Self.endless) + "\r")
    try terminal.expect("store: ")
  }

  @Test("the first Ctrl-C at the prompt ends the statement, not the prompt")
  func atPrompt() throws {
    let bench = try CommandBench()
    let prompt = try bench.prompt()
    let (terminal, process) = try start(bench)
    for _ in 1...2 {
      try typeEndless(terminal, prompt)
      terminal.type("\u{3}")
      let words = try terminal.expect("interrupted")
      #expect(!words.contains("still stopping"))
    }
    try terminal.expect(prompt)
    terminal.type(" customer add 7 --name Ana\r")
    try terminal.expect("customer 7 added")
    try terminal.expect(prompt)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test(
    "a signal that ends the program does not wait for the statement",
    arguments: [
      SIGTERM, SIGHUP,
    ])
  func ending(signal: Int32) throws {
    let bench = try CommandBench()
    let (terminal, process) = try start(bench)
    try typeEndless(terminal, bench.prompt())
    kill(process, signal)
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 128 + signal)
  }

  @Test(
    "a signal that ends the prompt does not wait for a program that it has started",
    arguments: [SIGTERM, SIGHUP],
    ["!echo $((6 * 7)); exec sleep 600", "customer list | (echo $((6 * 7)); exec sleep 600)"])
  func program(signal: Int32, line: String) throws {
    let bench = try CommandBench()
    let (terminal, process) = try start(bench)
    try terminal.expect(bench.prompt())
    terminal.type(" \(line)\r")
    try terminal.expect("42")
    kill(process, signal)
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 128 + signal)
  }

  @Test("a terminal that is closed ends the statement and the prompt")
  func hangsUp() throws {
    let bench = try CommandBench()
    let (terminal, process) = try start(bench)
    try typeEndless(terminal, bench.prompt())
    terminal.hangUp()
    #expect(PseudoTerminal.status(of: process) == 128 + SIGHUP)
  }

  @Test("Ctrl-C ends a script at its statement", arguments: [false, true])
  func inScript(isAtPrompt: Bool) throws {
    let bench = try CommandBench()
    let script = try bench.file(
      "day.txt", WordQuoting.line(Self.endless) + "\ncustomer add 7 --name Ana\n")
    let (terminal, process) = try start(bench, isAtPrompt ? [] : ["run", script])
    if isAtPrompt {
      try terminal.expect(bench.prompt())
      terminal.type(" run \(script)\r")
    }
    try terminal.expect("store: ")
    terminal.type("\u{3}")
    try terminal.expect("day.txt:1: stopped (exit 130)")
    if isAtPrompt {
      try terminal.expect(bench.prompt())
      terminal.type("\u{4}")
    }
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == (isAtPrompt ? 0 : 130))
    #expect(try bench.expect("customer list --csv --no-header").output == "")
  }

  @Test("Ctrl-C ends the wait for rows that are typed, before their header and after it")
  func typedRows() throws {
    for header in ["", "cid,phone\r"] {
      let bench = try CommandBench()
      let (terminal, process) = try start(bench, ["customer", "set", "-v", "--from", "-"])
      try terminal.expect("store: ")
      terminal.type(header)
      terminal.type("\u{3}")
      try terminal.expect("interrupted; nothing was changed")
      try terminal.expectEnd()
      #expect(PseudoTerminal.status(of: process) == 130)
    }
  }

  @Test("a check of the store ends between its statements too", arguments: [0, 3, 9, 12])
  func betweenStatements(asked: Int) throws {
    let bench = try CommandBench()
    for number in 1...3 {
      try bench.expect("customer add \(number) --name Ana")
      try bench.expect("location add L\(number) --address Main")
      try bench.expect(
        "account open A\(number) --cid \(number) --location L\(number) --on 2025-01-01")
    }
    let store = try Store.open(try StoreLocation(bench.store), access: .read)
    let count = Counter()
    store.asksToStop = { count.next() > asked }
    let error = #expect(throws: StoreError.self) { _ = try store.check { _ in } }
    #expect(error?.kind == .interrupted)
  }

  @Test(
    "a server does not go on with the statement of a command that a signal ended",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func onServer(signal: Int32) throws {
    guard case .postgreSQL = TestEngine.current else { return }
    let bench = try CommandBench()
    let (terminal, process) = try start(bench, Self.endless)
    try terminal.expect("store: ")
    kill(process, signal)
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 128 + signal)
    let database = bench.store.split(separator: "/").last?.prefix { $0 != "?" } ?? ""
    let running = try PostgreSQLCluster.shared().running(in: String(database))
    #expect(running == "0")
  }

  @Test(
    "Ctrl-C ends a single command with 130, and leaves no file behind",
    arguments: [
      false, true,
    ])
  func oneCommand(isToFile: Bool) throws {
    let bench = try CommandBench()
    let file = bench.folder + "/out.csv"
    let (terminal, process) = try start(
      bench, Self.endless + (isToFile ? ["--output", file] : []))
    try terminal.expect("store: ")
    terminal.type("\u{3}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 130)
    #expect(bench.text(of: "out.csv") == nil)
  }
}
