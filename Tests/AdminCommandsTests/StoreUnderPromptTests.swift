@testable import Engines
@testable import Ledger
import Accounts
import Glibc
import Testing

@testable import AdminCommands

/// What may happen to the store, and to the window, while a prompt is open.
@Suite("An open prompt")
struct StoreUnderPromptTests {
  private func start(_ bench: CommandBench, _ words: [String] = []) throws -> (
    PseudoTerminal, pid_t
  ) {
    let terminal = try PseudoTerminal()
    terminal.resize(columns: 120, rows: 40)
    let more = ["XDG_STATE_HOME": bench.folder + "/none"]
    return (terminal, try bench.start(words, at: terminal, more))
  }

  private func leave(_ terminal: PseudoTerminal, _ process: pid_t) throws {
    terminal.type(" exit\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("Ctrl-C ends the wait for another writer, and --wait says how long it is", .onBothEngines)
  func otherWriter() throws {
    let bench = try CommandBench()
    let prompt = try bench.prompt()
    let other = try Store.open(StoreLocation(bench.store), access: .write)
    try other.engine.begin(.write)
    let (terminal, process) = try start(bench, ["--wait", "3600"])
    for wait in ["", " --wait 1800"] {
      try terminal.expect(prompt)
      terminal.type(" customer add 7 --name Ana -v\(wait)\r")
      try terminal.expect("store: ")
      terminal.type("\u{3}")
      try terminal.expect("interrupted; nothing was changed")
    }
    try terminal.expect(prompt)
    terminal.type(" customer add 7 --name Ana --wait 0\r")
    try terminal.expect("the store is busy")
    try terminal.expect(prompt)
    other.engine.rollback()
    terminal.type(" customer add 7 --name Ana\r")
    try terminal.expect("customer 7 added")
    try terminal.expect(prompt)
    try leave(terminal, process)
  }

  @Test("a wait for another writer is shown, and the line goes with it", .onBothEngines)
  func shownWait() throws {
    let bench = try CommandBench()
    let other = try Store.open(StoreLocation(bench.store), access: .write)
    try other.engine.begin(.write)
    let (terminal, process) = try start(bench, ["--wait", "3600"])
    try terminal.expect(try bench.prompt())
    terminal.type(" customer add 7 --name Ana\r")
    try terminal.expect("  waiting for ")
    try terminal.expect("; Ctrl-C gives up")
    other.engine.rollback()
    try terminal.expect("\r\u{1b}[K")
    try terminal.expect("customer 7 added")
    try terminal.expect(try bench.prompt())
    try leave(terminal, process)
  }

  @Test("the lines of a script wait as long as the script is told")
  func scriptWaits() throws {
    let bench = try CommandBench()
    try bench.expect("config set wait 240")
    let other = try Store.open(StoreLocation(bench.store), access: .write)
    try other.engine.begin(.write)
    let path = try bench.file("add.txt", "customer add 7 --name Ana\n")
    let began = ContinuousClock.now
    let result = bench.run("run \(path) --wait 0")
    #expect(result.status == .locked)
    #expect(ContinuousClock.now - began < .seconds(120))
    other.engine.rollback()
  }

  @Test("a store that was replaced is opened again, and one that is gone is reported")
  func replaced() throws {
    let bench = try CommandBench()
    let prompt = try bench.prompt()
    try bench.expect("customer add 7 --name Ana")
    try bench.expect("store backup \(bench.folder)/other.db")
    try bench.expect("customer set 7 --name Bea --store \(bench.folder)/other.db")
    let (terminal, process) = try start(bench)
    try terminal.expect(prompt)
    terminal.type(" customer show 7\r")
    try terminal.expect("Ana")
    try terminal.expect(prompt)
    rename(bench.folder + "/other.db", bench.store)
    terminal.type(" customer show 7\r")
    try terminal.expect("Bea")
    try terminal.expect(prompt)
    terminal.type(" customer set 7 --name Cay\r")
    try terminal.expect("customer 7 changed")
    try terminal.expect(prompt)
    rename(bench.store, bench.folder + "/away.db")
    terminal.type(" customer show 7\r")
    try terminal.expect("there is no store at")
    try terminal.expect(prompt)
    rename(bench.folder + "/away.db", bench.store)
    terminal.type(" customer show 7\r")
    try terminal.expect("Cay")
    try terminal.expect(prompt)
    try leave(terminal, process)
  }

  @Test(
    "the log of a store that was replaced does not stay for the new one when the prompt exits",
    arguments: ["", "begin"])
  func logOfReplaced(first: String) throws {
    let bench = try CommandBench()
    let prompt = try bench.prompt()
    try bench.expect("store backup \(bench.folder)/other.db")
    let (terminal, process) = try start(bench)
    try terminal.expect(prompt)
    try ReplBinaryTests.type([(" customer add 7 --name Ana", "customer 7 added")], to: terminal)
    if first == "begin" {
      try ReplBinaryTests.type(
        [(" begin", "(transaction)"), (" customer add 8 --name Bea", "customer 8 added")],
        to: terminal)
    }
    rename(bench.folder + "/other.db", bench.store)
    terminal.type(" exit\r")
    if first == "begin" {
      try terminal.expect("Roll it back and exit?")
      terminal.type("y\r")
    }
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    #expect(bench.bytes(of: "city.db-wal")?.isEmpty ?? true)
    #expect(try bench.expect("customer list --csv --no-header").output == "")
    try bench.expect("store check")
  }

  @Test("what others have written to the new store meanwhile stays when the prompt exits")
  func writtenMeanwhile() throws {
    let bench = try CommandBench()
    let prompt = try bench.prompt()
    try bench.expect("store backup \(bench.folder)/other.db")
    let (terminal, process) = try start(bench)
    try terminal.expect(prompt)
    terminal.type(" customer list --csv --no-header\r")
    try terminal.expect(prompt)
    rename(bench.folder + "/other.db", bench.store)
    try bench.expect("customer add 9 --name Kay")
    try leave(terminal, process)
    #expect(try bench.rows("customer list --fields cid") == ["9"])
    try bench.expect("store check")
  }

  @Test("a transaction in a store that was replaced is rolled back, and not reported as committed")
  func replacedInTransaction() throws {
    let bench = try CommandBench()
    let prompt = try bench.prompt()
    try bench.expect("store backup \(bench.folder)/other.db")
    let (terminal, process) = try start(bench)
    try terminal.expect(prompt)
    terminal.type(" begin\r")
    try terminal.expect("(transaction)> ")
    terminal.type(" customer add 7 --name Ana\r")
    try terminal.expect("customer 7 added")
    try terminal.expect("(transaction)> ")
    rename(bench.folder + "/other.db", bench.store)
    terminal.type(" commit\r")
    try terminal.expect("was replaced or removed while it was open")
    try terminal.expect("(failed transaction)> ")
    terminal.type(" rollback\r")
    try terminal.expect("nothing was changed")
    try terminal.expect(prompt)
    terminal.type(" customer list --csv --no-header\r")
    #expect(!(try terminal.expect(prompt)).contains("Ana"))
    try leave(terminal, process)
  }

  @Test("tables follow the width of a window that is resized")
  func resized() throws {
    let bench = try CommandBench()
    let prompt = try bench.prompt()
    let name = "Testville Society of Friends of the Old Water Tower and Mill"
    try bench.expect(["customer", "add", "7", "--name", name])
    let (terminal, process) = try start(bench)
    try terminal.expect(prompt)
    for (columns, shown) in [(120, name), (40, "…"), (100, name)] {
      terminal.resize(columns: columns, rows: 40)
      terminal.type(" customer list --fields cid,name --layout table\r")
      try terminal.expect(shown)
      try terminal.expect(prompt)
    }
    try leave(terminal, process)
  }
}
