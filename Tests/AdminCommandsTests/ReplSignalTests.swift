import Glibc
import Testing

@testable import AdminCommands

@Suite("Signals at the prompt")
struct ReplSignalTests {
  private let prompt = ReplConversation.prompt
  private let controlC = "\u{3}"

  @Test("Ctrl-C drops the line and stays")
  func dropsLine() async throws {
    try await ReplConversation.run { [prompt, controlC] terminal in
      try terminal.expect(prompt)
      terminal.type("customer merge")
      try terminal.expect("merge")
      terminal.type(controlC)
      try terminal.expect("^C")
      try terminal.expect(prompt)
      terminal.type("next\r")
      try terminal.expect("ran <next>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("Ctrl-C in a search of the history drops the line and stays")
  func leavesSearch() async throws {
    try await ReplConversation.run { [prompt, controlC] terminal in
      try terminal.expect(prompt)
      terminal.type("first\r")
      try terminal.expect("ran <first>")
      try terminal.expect(prompt)
      terminal.type("\u{12}fir")
      try terminal.expect("r': first")
      terminal.type(controlC)
      try terminal.expect(prompt)
      terminal.type("next\r")
      try terminal.expect("ran <next>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("Ctrl-C stops a running command, not the prompt")
  func interruptsCommand() async throws {
    try await ReplConversation.run { [prompt, controlC] terminal in
      try terminal.expect(prompt)
      terminal.type("wait\r")
      try terminal.expect("waiting")
      terminal.type(controlC)
      try terminal.expect("ran <stopped>")
      try terminal.expect(prompt)
      terminal.type("next\r")
      try terminal.expect("ran <next>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("Ctrl-C during a script stops the script, not the prompt")
  func interruptsScript() async throws {
    let folder = try TemporaryFolder()
    try folder.write("day.txt", "wait\nafter the wait\n")
    try await ReplConversation.run { [prompt, controlC, path = folder.path] terminal in
      try terminal.expect(prompt)
      terminal.type("script \(path)/day.txt\r")
      try terminal.expect("waiting")
      terminal.type(controlC)
      try terminal.expect("day.txt:1: stopped (exit 130): wait")
      let between = try terminal.expect(prompt)
      #expect(!between.contains("after"))
      terminal.type("exit\r")
    }
  }

  @Test("a reader that is gone does not end the prompt")
  func survivesBrokenPipe() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("broken-pipe\r")
      try terminal.expect("ran <EPIPE>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("SIGTERM at the prompt restores the terminal and leaves with 143")
  func terminates() async throws {
    try await ReplConversation.run(endsWith: 143) { [prompt] terminal in
      let process = try Self.process(terminal, prompt)
      kill(process, SIGTERM)
      try terminal.expect("\n")
      #expect(terminal.isInLineMode)
    }
  }

  @Test("SIGTERM during a command stops it and leaves with 143")
  func terminatesCommand() async throws {
    try await ReplConversation.run(endsWith: 143) { [prompt] terminal in
      let process = try Self.process(terminal, prompt)
      terminal.type("wait\r")
      try terminal.expect("waiting")
      kill(process, SIGTERM)
      try terminal.expect("ran <stopped>")
    }
  }

  @Test("a lost terminal leaves with 129 and runs no half-typed line")
  func hangsUp() async throws {
    let folder = try TemporaryFolder()
    let history = folder.path + "/history"
    try await ReplConversation.run(historyFile: history, endsWith: 129) { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("account close 1")
      try terminal.expect("close 1")
      terminal.hangUp()
    }
    #expect(try folder.read("history") == "")
  }

  @Test("a signal that ends the program and comes again does not cut short how it ends")
  func endsOnce() async {
    await #expect(processExitsWith: .exitCode(129)) {
      PseudoTerminal.receiveSignals()
      let watch = SignalWatch.ofCommands()
      raise(SIGHUP)
      watch.end()
      raise(SIGHUP)
      exit(SignalInbox.status)
    }
  }

  @Test("a signal that has ended the program is what its parent sees")
  func isPassedOn() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      PseudoTerminal.receiveSignals()
      let watch = SignalWatch.ofCommands()
      raise(SIGTERM)
      watch.end()
      SignalInbox.passOnEnd()
      exit(0)
    }
  }

  private static func process(_ terminal: PseudoTerminal, _ prompt: String) throws -> pid_t {
    try terminal.expect(prompt)
    terminal.type("process\r")
    try terminal.expect("ran <")
    let number = try terminal.expect(">")
    try terminal.expect(prompt)
    return try #require(pid_t(number))
  }
}
