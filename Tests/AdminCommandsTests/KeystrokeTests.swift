import Glibc
import Testing

@testable import AdminCommands

@Suite("What a clerk types at the prompt", .serialized)
struct KeystrokeTests {
  private func city() throws -> CommandBench {
    let bench = try CommandBench(on: "2025-03-10")
    for line in [
      "location add L1 --address Acorn", "location add L2 --address Birch",
      "account open 2000001 --cid 100001 --location L1 --on 2025-01-01",
      "account open 2000002 --cid 100002 --location L2 --on 2025-01-01",
      "meter add 60000011 --service WATER --dials 6",
      "service start 2000002 WATER --on 2025-01-01 --meter 60000011 --reading 379000",
      "service start 2000002 SEWER --on 2025-01-01",
    ] {
      if line.hasPrefix("location add L1") {
        try bench.expect(["customer", "add", "100001", "--name", "Almeida, Ana"])
        try bench.expect(["customer", "add", "100002", "--name", "Salas, Dora"])
        try bench.expect(["customer", "add", "100003", "--name", "Salas, Kim"])
      }
      try bench.expect(line)
    }
    return bench
  }

  /// Types the lines, sees the words in their answers, and answers how many keys that took, each with Enter.
  private func typing(_ lines: [String], in bench: CommandBench, seeing words: [String]) throws
    -> Int
  {
    try #require(lines.count == words.count)
    try ReplBinaryTests.typing(zip(lines, words).map { (line: $0, seen: $1) }, in: bench)
    return lines.reduce(0) { $0 + $1.count + 1 }
  }

  @Test("from a caller's name to the page takes at most 15 keys")
  func callerToPage() throws {
    let bench = try city()
    let keys = try typing(
      ["salas", "1"], in: bench, seeing: ["type a number to open one", "Salas, Dora"])
    #expect(keys <= 15)
    try bench.expect("bill add B1 2000002 --on 2025-02-01 --amount 41.80")
    let named = try typing(["salas dora"], in: bench, seeing: ["WATER"])
    #expect(named <= 15)
    let page = try bench.expect("customer show 100002").output
    for word in ["2000002    41.80", "2025-02-22", "SEWER", "60000011"] {
      #expect(page.contains(word), "\(word): \(page)")
    }
  }

  @Test(
    "the history keeps a bare search, but no number typed after it and no search that finds nothing"
  )
  func keptSearches() throws {
    let kept = try ReplBinaryTests.typing(
      [
        ("salas", "type a number to open one"), ("2", "Salas, Kim"),
        ("nobody here", "found no record"),
      ], in: city())
    #expect(kept == ["salas"])
  }

  @Test("use takes a number of the last search")
  func useNumber() throws {
    _ = try typing(
      ["salas", "use 2", "show"], in: city(),
      seeing: ["type a number to open one", "customer 100003> ", "Salas, Kim"])
  }

  @Test("to stop a service with its final read takes at most 25 keys, the account included")
  func stopWithRead() throws {
    let bench = try city()
    let keys = try typing(
      ["2000002", "stop w 379354"], in: bench,
      seeing: ["Account 2000002", "WATER on account 2000002 stopped on"])
    #expect(keys <= 25)
    let reads = try bench.expect("read list --meter 60000011 --csv --fields reading,reason").output
    #expect(reads.contains("379354,final"), "\(reads)")
  }

  @Test("an amount alone is paid to the account in use, and a number that is no account is refused")
  func amountAlone() throws {
    let bench = try city()
    _ = try typing(
      ["2000002", "payment post 12.50", "payment post 77"], in: bench,
      seeing: [
        "Account 2000002", "12.50 to account 2000002", "add cents: `payment post 77.00`",
      ])
    let list = try bench.expect("payment list --fields account,amount --csv --no-header").output
    #expect(list == "2000002,12.50\n")
  }

  @Test("TAB completes the account's own services behind a verb alone")
  func completes() throws {
    let bench = try city()
    let keys = try typing(
      ["2000002", "stop w\t379354"], in: bench,
      seeing: ["Account 2000002", "WATER on account 2000002 stopped on"])
    #expect(keys <= 25)
  }

  @Test("TAB completes a verb alone where it fits the record in use")
  func completesVerb() throws {
    let bench = try city()
    _ = try typing(
      ["2000002", "susp\td sew\t--on today -n"], in: bench,
      seeing: ["Account 2000002", "it would report: SEWER on account 2000002"])
  }

  @Test("a noun in the plural is its list, and a note is the record's in use")
  func plural() throws {
    let bench = try city()
    _ = try typing(
      ["2000002", "bills --limit 1", "note add 'gate is locked'", "notes"], in: bench,
      seeing: ["Account 2000002", "(no rows)", "note added to account 2000002", "gate is locked"])
  }

  @Test("a command with a slip is told so, and another account's service is named as ever")
  func others() throws {
    let bench = try city()
    _ = try typing(
      ["custmer list", "2000001", "service stop 2000002 SEWER", "stop nothing"],
      in: bench,
      seeing: [
        "did you mean `customer list`", "Account 2000001", "SEWER on account 2000002 stopped",
        "found no service type nothing",
      ])
  }

  @Test("help is explained and not searched for")
  func help() throws {
    let bench = try city()
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    try terminal.expectPrompt()
    let answers = try ReplBinaryTests.type(
      [("? service stop", "USAGE"), ("help move out", "COMMANDS for move out")], to: terminal)
    #expect(!answers.contains { $0.contains("found no record") }, "\(answers)")
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("a script takes no short forms")
  func scripts() throws {
    let bench = try city()
    for line in ["salas", "2000002", "stop WATER"] {
      let result = bench.run([], input: "use account 2000002\n\(line)\n")
      #expect(result.status == .usage, "\(result)")
    }
  }
}
