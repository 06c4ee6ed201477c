@testable import Portal
@testable import Rules
@testable import Ledger
@testable import Engines
@testable import Values
import Accounts
import Glibc
import Testing

@testable import AdminCommands

@Suite("The built program at a terminal and as a script")
struct ReplBinaryTests {
  static let prompt = "ubadmin city.db> "
  private let prompt = Self.prompt

  @Test("bare ubadmin on a terminal is a prompt on the store, with completion and UTF-8")
  func opensPrompt() throws {
    let bench = try CommandBench()
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    try terminal.expect(prompt)
    terminal.type("custo\tadd --na\t'Zoé\u{7F}ë Núñez'\r")
    try terminal.expect("customer 100001 added")
    try terminal.expect(prompt)
    terminal.type("customer show 100001\r")
    try terminal.expect("Zoë Núñez")
    try terminal.expect(prompt)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    #expect(
      try Self.takeHistory(bench) == ["customer add --name 'Zoë Núñez'", "customer show 100001"])
  }

  @Test("Ctrl-Z stops the program under a shell, and fg goes on with the line as it was")
  func stops() throws {
    let bench = try CommandBench()
    let terminal = try PseudoTerminal()
    let shell = try terminal.spawn(
      "/bin/bash", ["--norc", "--noediting", "-i"],
      environment: [
        "PS1": "shell> ", "UBADMIN_STORE": bench.store, "HOME": bench.folder,
        "XDG_CONFIG_DIRS": bench.folder, "XDG_STATE_HOME": bench.folder, "INPUTRC": "/dev/null",
        "HISTFILE": "", "TERM": "dumb", "LC_ALL": "C.UTF-8",
      ])
    try terminal.expect("shell> ")
    terminal.type(BuiltBinary.path + "\r")
    try terminal.expect(prompt)
    terminal.type("customer li")
    try terminal.expect("customer li")
    #expect(!terminal.isInLineMode)
    terminal.type("\u{1A}")
    try terminal.expect("Stopped")
    try terminal.expect("shell> ")
    #expect(terminal.isInLineMode)
    terminal.type("fg\r")
    try terminal.expect(prompt + "customer li")
    #expect(!terminal.isInLineMode)
    terminal.type("st\r")
    try terminal.expect("(no rows)")
    try terminal.expect(prompt)
    terminal.type(" exit\r")
    try terminal.expect("shell> ")
    terminal.type("exit\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: shell) == 0)
    #expect(try Self.takeHistory(bench) == ["customer list"])
  }

  @Test("a command that fails leaves the prompt open; help explains")
  func staysOpen() throws {
    let bench = try CommandBench()
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    try terminal.expect(prompt)
    terminal.type(" customer show nobody\r")
    try terminal.expect("nobody")
    try terminal.expect(prompt)
    terminal.type(" help customer add\r")
    try terminal.expect("USAGE: ubadmin customer add")
    try terminal.expect(prompt)
    terminal.type(" exit\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test(
    "a store is replaced only after a yes at the terminal",
    arguments: ["y", "n", "\u{4}", "y\u{4}\u{4}"])
  func asks(answer: String) throws {
    let bench = try CommandBench()
    try bench.expect("store backup \(bench.folder)/backup.db")
    try bench.expect("customer add 7 --name Ana")
    let terminal = try PseudoTerminal()
    let process = try bench.start(
      ["store", "restore", bench.folder + "/backup.db"], at: terminal)
    try terminal.expect("[y/N]")
    terminal.type(answer.hasSuffix("\u{4}") ? answer : answer + "\r")
    try terminal.expectEnd()
    let isReplaced = answer == "y"
    #expect(
      PseudoTerminal.status(of: process)
        == (isReplaced ? 0 : AdminCommands.ExitStatus.cannotCreateOutput.rawValue))
    let left = try bench.expect("customer list --fields cid --csv --no-header").output
    #expect(left == (isReplaced ? "" : "7\n"))
  }

  @Test("whoever leaves at the question for a secret is told so, and nothing is changed")
  func leavesSecret() throws {
    let bench = try CommandBench()
    let terminal = try PseudoTerminal()
    let process = try bench.start(
      ["portal", "register", "a@example.com", "--first", "A", "--last", "B"], at: terminal)
    try terminal.expect(": ")
    terminal.type("\u{3}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 130)
    #expect(try bench.expect("user list --csv --no-header").output == "")
  }

  @Test("a signal that ends the prompt is what the parent sees", arguments: [SIGTERM, SIGHUP])
  func endsBySignal(signal: Int32) throws {
    let bench = try CommandBench()
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    try terminal.expect(prompt)
    kill(process, signal)
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 128 + signal)
  }

  @Test("Ctrl-\\ ends a program that the prompt started, but not the prompt")
  func quits() throws {
    let bench = try CommandBench()
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    try terminal.expect(prompt)
    terminal.type("\u{1C}")
    try Self.type(
      [("begin", "(transaction)"), ("customer add 1 --name Ana", "added")], to: terminal)
    terminal.type("!echo sleeping; exec sleep 600\r")
    try terminal.expect("sleeping\r")
    terminal.type("\u{1C}")
    try terminal.expect("(transaction)> ")
    try Self.type([("commit", "change 1")], to: terminal)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("a command of a script on standard input cannot eat the rest of it")
  func protectsScript() throws {
    let bench = try CommandBench()
    let result = bench.run([], input: "customer add --from -\nname\nJane\n")
    #expect(result.status == .usage)
    #expect(result.words.contains("standard input is the script"))
    #expect(result.words.contains("standard input:1: stopped (exit 64): customer add --from -"))
  }

  /// Types lines at a prompt, each after the previous one was answered; answers what the history keeps.
  @discardableResult
  static func typing(
    _ lines: [(line: String, seen: String)], in bench: CommandBench
  ) throws -> [String] {
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    try terminal.expectPrompt()
    try type(lines, to: terminal)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    return (try? takeHistory(bench)) ?? []
  }

  /// Types lines at a prompt that is there. What is to be seen is sought from the line's echo up to the end of the
  /// next prompt.
  /// - Returns: the answers with these prompts.
  @discardableResult
  static func type(
    _ lines: [(line: String, seen: String)], to terminal: PseudoTerminal
  ) throws -> [String] {
    try lines.map { line, seen in
      terminal.type(line + "\r")
      try terminal.expect("\n")
      let answer = try terminal.expectPrompt()
      #expect(answer.contains(seen), "\(line)")
      return answer
    }
  }

  /// The lines that the prompt has kept, which are then removed.
  static func takeHistory(_ bench: CommandBench) throws -> [String] {
    let folder = bench.folder + "/ubadmin/history.d"
    let files = FileNames.completing(folder + "/")
    defer {
      for file in files { unlink(file) }
      rmdir(folder)
      rmdir(bench.folder + "/ubadmin")
    }
    return try HistoryFile(path: #require(files.first)).load()
  }
}
