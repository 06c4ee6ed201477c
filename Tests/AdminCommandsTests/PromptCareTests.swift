import Testing

@testable import AdminCommands

@Suite("What the prompt does not do by a slip", .serialized)
struct PromptCareTests {
  @Test("a > in a query without quotes is no file, and one behind a query in quotes is")
  func redirection() throws {
    let bench = try CommandBench()
    try bench.file("phones.csv", "mine\n")
    _ = try ReplBinaryTests.typing(
      [
        ("query SELECT bill FROM v_bill WHERE total > \(bench.folder)/phones.csv", "quotes"),
        ("query SELECT bill FROM v_bill WHERE total > 100", "query \"SELECT"),
        ("query 'SELECT 1 AS one' --csv > \(bench.folder)/one.csv", ReplBinaryTests.prompt),
      ], in: bench)
    #expect(bench.text(of: "phones.csv") == "mine\n")
    #expect(bench.text(of: "100") == nil)
    #expect(bench.text(of: "one.csv") == "one\n1\n")
  }

  @Test("a line that was refused is not in the history of other days")
  func history() throws {
    let bench = try CommandBench()
    let kept = try ReplBinaryTests.typing(
      [
        ("customer add 1 --name Ana", "added"), ("account show 9", "found no account 9"),
        ("payment post 9 --amount 1x", "expected"), ("customer show 1", "Ana"),
      ], in: bench)
    #expect(kept == ["customer add 1 --name Ana", "customer show 1"])
  }

  @Test("in a transaction a change that is refused fails it, a line that only shows does not")
  func transaction() throws {
    let bench = try CommandBench()
    _ = try ReplBinaryTests.typing(
      [
        ("begin", "(transaction)"), ("customer add 1 --name Ana", "added"),
        ("account show 999", "found no account 999"), ("nosuch word", "there is no command nosuch"),
        ("note add account 999 x", "the transaction has failed"),
        ("commit", "end it with `rollback`"), ("rollback", "nothing was changed"),
      ], in: bench)
    #expect(try bench.expect("customer list --csv --no-header").output == "")
  }

  @Test("a number opens the record that was shown under it, whatever a search would find now")
  func numberOfSearch() throws {
    let bench = try CommandBench()
    for (cid, name) in [(1, "Dora"), (2, "Ravi"), (3, "Amir")] {
      try bench.expect(["customer", "add", "\(cid)", "--name", "\(name) Salas"])
    }
    let shown = try bench.rows("search salas --fields id")
    let second = try #require(shown.dropFirst().first)
    let rename = "customer set \(shown[0]) --name \"Dora Hill\""
    _ = try ReplBinaryTests.typing(
      [
        ("salas", "type a number"), (rename, "changed"), ("2", "Customer \(second)"),
        ("note add Called", "added"),
      ], in: bench)
    let noted = try bench.expect("note list --csv --no-header --fields key").output
    #expect(noted == second + "\n")
  }

  @Test(
    "a number of a record that is gone says so, and a number after a refused search opens no record of the list before"
  )
  func numberOfNothing() throws {
    let bench = try CommandBench()
    for (cid, name) in [(301, "Dora"), (303, "Ravi")] {
      try bench.expect(["customer", "add", "\(cid)", "--name", "\(name) Salas"])
    }
    _ = try ReplBinaryTests.typing(
      [
        ("note add customer 301 'Big zebra'", "added"), ("search zebra", "Big zebra"),
        ("undo --yes", "undone"), ("1", "no longer on record"),
        ("salas", "type a number"), ("search salas --profile nope", "no profile nope"),
        ("2", "found no record with 2"),
      ], in: bench)
  }

  @Test("a number after a search with --at opens the record as it was then")
  func numberOfPast() throws {
    let bench = try CommandBench()
    for (cid, name) in [(301, "Dora"), (303, "Ravi")] {
      try bench.expect(["customer", "add", "\(cid)", "--name", "\(name) Salas"])
    }
    try bench.expect(["customer", "set", "301", "--name", "Dora Hill"])
    let shown = try bench.expect("search salas --at 2 --csv --no-header --fields id").output
      .split(separator: "\n")
    let place = try #require(shown.firstIndex(of: "301"))
    _ = try ReplBinaryTests.typing(
      [
        ("search salas --at 2", "type a number"), ("\(place + 1)", "(as of change 2)"),
        ("show", "Dora Hill"),
      ], in: bench)
  }

  @Test(
    "a number of the last search is the same record alone and after use; with its kind, it is a key"
  )
  func numberInUse() throws {
    let bench = try CommandBench()
    for (cid, name) in [(1, "Amir Hill"), (2, "Dora Salas"), (3, "Ravi Salas")] {
      try bench.expect(["customer", "add", "\(cid)", "--name", name])
    }
    let shown = try bench.expect("search salas --csv --no-header --fields id").output
      .split(separator: "\n")
    let place = try #require(shown.indices.first { shown[$0] != "\($0 + 1)" })
    let (number, meant) = ("\(place + 1)", shown[place])
    _ = try ReplBinaryTests.typing(
      [
        ("salas", "type a number"), ("use \(number)", "customer \(meant)"),
        ("use customer \(number)", "customer \(number)"), (number, "Customer \(meant)"),
        ("use 4", "found no record with 4"),
      ], in: bench)
  }

  @Test("in a transaction a question may be left, and last may have nothing to show")
  func questionInTransaction() throws {
    let bench = try CommandBench()
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    try terminal.expectPrompt()
    try ReplBinaryTests.type(
      [
        ("begin", "(transaction)"), ("customer add 1 --name Ana", "added"),
        ("last", "nothing has been shown yet"),
      ], to: terminal)
    terminal.type("user unlock\r")
    try terminal.expect("): ")
    terminal.type("\u{3}")
    try terminal.expect("interrupted")
    try terminal.expectPrompt()
    try ReplBinaryTests.type([("commit", "change 1")], to: terminal)
    terminal.type("exit\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    #expect(try bench.expect("customer list --csv --no-header --fields name").output == "Ana\n")
  }
}
