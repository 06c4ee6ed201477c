import Glibc
import Testing

@testable import AdminCommands

@Suite("A line whose output goes elsewhere")
struct RedirectionTests {
  private func redirection(_ lines: String...) -> Redirection? {
    var splitter = LineSplitter()
    for line in lines {
      do throws(LineFault) {
        _ = try splitter.take(line)
      } catch {
        return Redirection(error, in: splitter)
      }
    }
    return nil
  }

  @Test("what follows a bar is for a shell as it stands")
  func program() {
    let found = redirection("bill list --csv | grep 'x  y' | wc -l")
    #expect(found?.words == ["bill", "list", "--csv"])
    #expect(found?.target == .program("grep 'x  y' | wc -l"))
    #expect(redirection("note list \\", "'a|b' |sort")?.words == ["note", "list", "a|b"])
  }

  @Test("what follows > is one file")
  func file() {
    #expect(redirection("bill list > 'my list.csv'")?.target == .file("my list.csv"))
    #expect(redirection("bill list >list.csv")?.target == .file("list.csv"))
    #expect(redirection("bill list > a b") == nil)
    #expect(redirection("bill list >") == nil)
  }

  @Test("a file at home is at home")
  func home() throws {
    var splitter = LineSplitter(home: "/home/pat")
    let refused = #expect(throws: LineFault.self) { try splitter.take("today > ~/h.csv") }
    let fault = try #require(refused)
    #expect(Redirection(fault, in: splitter)?.target == .file("/home/pat/h.csv"))
    var other = LineSplitter(home: "/home/pat")
    let alone = #expect(throws: LineFault.self) { try other.take("today > ~") }
    #expect(Redirection(try #require(alone), in: other)?.target == .file("/home/pat"))
  }

  @Test(
    "other signs of a shell stay refused",
    arguments: ["bill list >> a", "bill list || x", "a && b", "bill list < a", "| wc", "a 2> b"])
  func refused(line: String) {
    #expect(redirection(line) == nil)
  }

  @Test(
    "at the prompt, the message for a pipe or a file says what is missing",
    arguments: [
      ("today |", "a program after it"), ("| wc", "a command before |"),
      ("today > a > b", "one file after it"), ("today >> a", "use > FILE"),
      ("today < a", "--from FILE"), ("a && b", "only one command per line"),
    ])
  func advice(line: String, words: String) throws {
    var splitter = LineSplitter()
    let refused = #expect(throws: LineFault.self) { try splitter.take(line) }
    let fault = try #require(refused)
    #expect(fault.atPrompt.message.contains(words), "\(fault.atPrompt.message)")
    #expect(!fault.atPrompt.message.contains("no pipes here"))
    #expect(fault.atPrompt.column == fault.column)
  }

  @Test("at a terminal programs read what is printed, files get it, and time is told")
  func terminal() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    let prompt = ReplBinaryTests.prompt
    try terminal.expect(prompt)
    terminal.type(" customer list --csv --fields name | tr a-z A-Z\r")
    try terminal.expect("ANA")
    try terminal.expect(prompt)
    terminal.type(" customer list > \(bench.folder)/list.csv\r")
    try terminal.expect(prompt)
    terminal.type(" !echo it is $((6 * 7))\r")
    try terminal.expect("it is 42")
    try terminal.expect(prompt)
    terminal.type(" !export X=1\r")
    try terminal.expect("would last only")
    try terminal.expect(prompt)
    terminal.type(" timing on\r")
    try terminal.expect(prompt)
    terminal.type(" customer list\r")
    try terminal.expect("time: ")
    try terminal.expect(prompt)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    #expect(bench.text(of: "list.csv")?.contains("Ana") == true)
  }

  @Test("where the configuration says no, the prompt starts no programs")
  func forbidden() throws {
    let bench = try CommandBench()
    mkdir(bench.folder + "/ubadmin", 0o700)
    try bench.file("ubadmin/config", "shell = no\n")
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    try terminal.expect(ReplBinaryTests.prompt)
    terminal.type(" !echo it is $((6 * 7))\r")
    try terminal.expect("not allow running")
    try terminal.expect(ReplBinaryTests.prompt)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }
}

@Suite("watch")
struct WatchTests {
  @Test("a command that changes, or goes on by itself, is refused")
  func refuses() throws {
    let bench = try CommandBench()
    for line in [
      "watch 5 customer add 1 --name Ana", "watch 5 run x", "watch 5 watch 5 today",
      "watch 0 today",
      "watch 5",
    ] {
      #expect(bench.run(line).status == .usage, "\(line)")
    }
    #expect(bench.run("watch 5 nosuch list").status == .usage)
    #expect(bench.run("watch 5 customer list --fields nosuch").status == .usage)
  }

  @Test("it ends when the answer changes")
  func untilChanges() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 9 --name Zoe")
    let result = try BuiltBinary.shell(
      """
      $ubadmin watch 1 customer list --csv --fields name --no-header --until-changes > out &
      until grep -q Zoe out; do sleep 0.05; done
      $ubadmin customer add 1 --name Ana
      wait $!
      cat out
      """, in: bench)
    #expect(result.output.hasSuffix("Ana\nZoe\n"), "\(result)")
  }
}
