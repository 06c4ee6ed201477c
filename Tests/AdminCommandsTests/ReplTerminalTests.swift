import Testing

@testable import AdminCommands

@Suite("The prompt at a terminal")
struct ReplTerminalTests {
  private let prompt = ReplConversation.prompt

  @Test("a command is run, and Ctrl-D on an empty line leaves with 0")
  func runsAndLeaves() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("account show 00123\r")
      try terminal.expect("ran <account><show><00123>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("exit and quit leave with 0, whatever failed before", arguments: ["exit", "quit"])
  func leaves(word: String) async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("fail\r")
      try terminal.expect(prompt)
      terminal.type("\(word)\r")
    }
  }

  @Test("a command runs with the program's name before it; ? is help, and \\q leaves")
  func knowsOtherPrompts() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("ubadmin account show 1\r")
      try terminal.expect("ran <account><show><1>")
      try terminal.expect(prompt)
      terminal.type("? bill\r")
      try terminal.expect("ran <help><bill>")
      try terminal.expect(prompt)
      terminal.type("clear\r")
      let cleared = try terminal.expect(prompt)
      #expect(!cleared.contains("ran"))
      terminal.type("\\q\r")
    }
  }

  @Test("TAB completes a noun")
  func completesNoun() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("cu\tshow\r")
      try terminal.expect("ran <customer><show>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test(
    "TAB completes a name with blanks so that it stays one word", arguments: ["S", "\"S", "'S"])
  func completesQuoted(typed: String) async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("customer add --name \(typed)\tend\r")
      try terminal.expect("ran <customer><add><--name><Smith, Jane><end>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("TAB within a name that has a blank already goes on after it")
  func completesAfterBlank() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("customer add --name Smith,\\ J\tend\r")
      try terminal.expect("ran <customer><add><--name><Smith, Jane><end>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("TAB completes a file's name where a file is to be named")
  func completesFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write("meter reads.csv", "")
    try await ReplConversation.run { [prompt, path = folder.path] terminal in
      try terminal.expect(prompt)
      terminal.type("read add --from \(path)/met\tend\r")
      try terminal.expect("ran <read><add><--from><\(path)/meter reads.csv><end>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("TAB lists what fits where several do")
  func listsCandidates() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("a\t\t")
      try terminal.expect("account")
      try terminal.expect("announcement")
      terminal.type("c\tshow\r")
      try terminal.expect("ran <account><show>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("an open quote and a last backslash go on in the next line")
  func continues() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("note add \\\r")
      try terminal.expect("...> ")
      terminal.type("'two\r")
      try terminal.expect("...> ")
      terminal.type("lines'\r")
      try terminal.expect("ran <note><add><two")
      try terminal.expect("lines>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("a line that cannot be split is told with its column, and the prompt stays")
  func refusesSecondCommand() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("customer list && today\r")
      try terminal.expect("ubadmin: column 15: found &&: only one command per line here")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("a name beyond ASCII survives editing")
  func editsUTF8() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      // Erase ë, type ê; go left over ê, put ü before it.
      terminal.type("find Zoë\u{7F}ê\u{2}ü\r")
      try terminal.expect("ran <find><Zoüê>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("a prompt within the prompt is refused")
  func refusesNesting() async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("nested\r")
      try terminal.expect("you are already at the prompt")
      try terminal.expect("ran <64>")
      try ReplConversation.leave(terminal)
    }
  }
}
