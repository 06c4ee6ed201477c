import Glibc
import Testing

@testable import AdminCommands

@Suite("Questions at a terminal")
struct ReplPromptTests {
  private let prompt = ReplConversation.prompt

  @Test("a secret is not echoed, and the terminal echoes again afterwards")
  func hidesSecret() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("secret\r")
      try terminal.expect("Secret: ")
      terminal.type("a bÿc\r")
      #expect(try !terminal.expect("ran <cÿb a>").contains("ÿ"))
      try terminal.expect(prompt)
      terminal.type("wait\r")
      try terminal.expect("waiting")
      #expect(terminal.isInLineMode)
      terminal.type("\u{3}")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("Ctrl-C at a secret gives it up, with the terminal as it was")
  func interruptsSecret() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("secret\r")
      try terminal.expect("Secret: ")
      terminal.type("half\u{3}")
      try terminal.expect("ran <interrupted>")
      #expect(!terminal.isEchoOff)
      try ReplConversation.leave(terminal)
    }
  }

  @Test("SIGTERM at a secret leaves with 143, with the terminal as it was")
  func terminatesSecret() async throws {
    try await ReplConversation.run(endsWith: 143) { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("process\r")
      try terminal.expect("ran <")
      let process = try #require(pid_t(try terminal.expect(">")))
      try terminal.expect(prompt)
      terminal.type("secret\r")
      try terminal.expect("Secret: ")
      kill(process, SIGTERM)
      try terminal.expect("ran <interrupted>")
      #expect(!terminal.isEchoOff)
    }
  }

  @Test("the end of input is no empty secret")
  func endsSecret() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("secret\r")
      try terminal.expect("Secret: ")
      terminal.type("\u{4}")
      try terminal.expect("ran <expected a line on standard input, found end of file>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test(
    "a question is answered by yes or y, and everything else is no",
    arguments: [
      ("y", true), ("Yes", true), ("", false), ("n", false), ("NO", false),
      ("what\rwhy\rhm", false), ("what\ry", true),
    ])
  func confirms(typed: String, expected: Bool) throws {
    let terminal = try PseudoTerminal()
    let program = open(terminal.path, O_RDWR | O_NOCTTY)
    defer { close(program) }
    terminal.type(typed + "\r")
    #expect(try Confirmation(input: program, output: program).ask("Stop it?") == expected)
    try terminal.expect("Stop it? [y/N] ")
  }

  @Test("Ctrl-C at a question stops the command")
  func interruptsQuestion() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("confirm\r")
      try terminal.expect("[y/N] ")
      terminal.type("\u{3}")
      try terminal.expect("ran <interrupted>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("without a terminal nobody is asked")
  func needsTerminal() throws {
    let input = try Pipe("y\n")
    #expect(throws: PromptFault.notATerminal) {
      try Confirmation(input: input.output, output: input.output).ask("Stop it?")
    }
  }

  @Test("a secret from a pipe is its first line, and not a byte more is read")
  func readsSecretFromPipe() throws {
    let input = try Pipe("first one\r\nsecond\n")
    #expect(try SecretPrompt(input: input.output).read("Secret: ") == "first one")
    #expect(try SecretPrompt(input: input.output).read("Secret: ") == "second")
    #expect(throws: PromptFault.endOfInput) {
      try SecretPrompt(input: input.output).read("Secret: ")
    }
  }

  @Test("a secret is at most 4,096 bytes of UTF-8")
  func boundsSecret() throws {
    let longest = String(repeating: "x", count: 4096)
    let enough = try Pipe(longest + "\n")
    #expect(try SecretPrompt(input: enough.output).read("") == longest)
    let tooMuch = try Pipe(longest + "x\n")
    #expect(throws: PromptFault.tooLong(limit: 4096)) {
      try SecretPrompt(input: tooMuch.output).read("")
    }
    let latin = try Pipe([0x61, 0xFF, 0x0A])
    #expect(throws: PromptFault.notUTF8) { try SecretPrompt(input: latin.output).read("") }
  }
}

/// A pipe that holds some bytes and ends.
private final class Pipe {
  let output: Int32

  convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    output = ends[0]
    try #require(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
  }

  deinit { close(output) }
}
