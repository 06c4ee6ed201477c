import Glibc
import Testing

@testable import AdminCommands

@Suite("A terminal from its first line on", .serialized)
struct PromptAtTerminalTests {
  private func start(
    _ words: [String], _ bench: CommandBench, _ more: [String: String] = [:]
  ) throws -> (PseudoTerminal, pid_t) {
    let terminal = try PseudoTerminal()
    let environment = [
      "XDG_CONFIG_HOME": bench.folder, "TERM": "xterm", "PATH": "/usr/bin:/bin",
    ].merging(more) { $1 }
    let process = try bench.start(["--store", bench.store] + words, at: terminal, environment)
    return (terminal, process)
  }

  @Test("the first prompt tells a production store by its color", arguments: [[], ["--quiet"]])
  func color(words: [String]) throws {
    let bench = try CommandBench()
    let (terminal, process) = try start(words, bench)
    try terminal.expect("\u{1b}[1;31mcity.db")
    terminal.type("exit\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("where no programs are allowed, less opens no shell, and no other pager starts")
  func secure() throws {
    let bench = try CommandBench()
    try bench.file("less", "#!/bin/sh\necho \"secure=$LESSSECURE\"\ncat > /dev/null\n")
    try bench.file("other", "#!/bin/sh\necho \"not secure\"\ncat > /dev/null\n")
    for name in ["less", "other"] { chmod(bench.folder + "/" + name, 0o700) }
    func shows(_ text: String, _ pager: String) throws {
      let (terminal, process) = try start(
        ["setting", "list"], bench, ["UBADMIN_PAGER": "\(bench.folder)/\(pager)"])
      try terminal.expect(text)
      try terminal.expectEnd()
      #expect(PseudoTerminal.status(of: process) == 0)
    }
    try shows("not secure", "other")
    try bench.expect("config set shell no")
    try shows("secure=1", "less")
    try shows("time-zone", "other")
  }

  @Test("colors are kept also with less options of the reader's own")
  func ownOptions() throws {
    let bench = try CommandBench()
    let (terminal, process) = try start(
      ["setting", "list"], bench, ["PAGER": "cat; echo LESS=$LESS", "LESS": "-M"])
    try terminal.expect("LESS=-R -M")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test(
    "without the pager that is set, the list is shown and a note says so",
    arguments: ["PAGER", "UBADMIN_PAGER"])
  func noSuchPager(variable: String) throws {
    let bench = try CommandBench()
    let (terminal, process) = try start(["setting", "list"], bench, [variable: "nosuchpager -x"])
    try terminal.expect("note: there is no pager nosuchpager;")
    try terminal.expect("time-zone")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("a pager line that the shell cannot run is reported")
  func failingPager() throws {
    let bench = try CommandBench()
    let (terminal, process) = try start(["setting", "list"], bench, ["PAGER": "(nosuchpager)"])
    try terminal.expect("note: the pager could not be run;")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("an empty UBADMIN_PAGER is no pager")
  func noPager() throws {
    let configuration = try Configuration(
      environment: ["UBADMIN_PAGER": "", "UBADMIN_STORE": ""], profile: nil, readsFiles: false)
    #expect(configuration[.pager]?.value == "")
    #expect(configuration[.store] == nil)
  }
}
