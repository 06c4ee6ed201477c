import Glibc
import Testing

@testable import AdminCommands

@Suite("The history of the prompt")
struct ReplHistoryTests {
  private let prompt = ReplConversation.prompt
  private let previous = "\u{10}"

  @Test("Ctrl-P and the arrow bring back the line before", arguments: ["\u{10}", "\u{1B}[A"])
  func recalls(key: String) async throws {
    try await ReplConversation.run { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("account show 1\r")
      try terminal.expect("ran <account><show><1>")
      try terminal.expect(prompt)
      terminal.type("\(key)2\r")
      try terminal.expect("ran <account><show><12>")
      try ReplConversation.leave(terminal)
    }
  }

  @Test("the next prompt knows the lines of the last, in a private file")
  func persists() async throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/state/ubadmin/history"
    try await ReplConversation.run(historyFile: file) { [prompt] terminal in
      try terminal.expect(prompt)
      terminal.type("note add 'two\r")
      try terminal.expect("...> ")
      terminal.type("lines'\r")
      try ReplConversation.leave(terminal)
    }
    try await ReplConversation.run(historyFile: file) { [prompt, previous] terminal in
      try terminal.expect(prompt)
      terminal.type("\(previous)\r")
      try terminal.expect("ran <note><add><two\r\nlines>")
      try ReplConversation.leave(terminal)
    }
    #expect(try Self.mode(file) == 0o600)
    #expect(try Self.mode(folder.path + "/state/ubadmin") == 0o700)
  }

  @Test(
    "a line is not kept that begins with a blank or might hold a secret",
    arguments: [" account show 2", "tell hush", "tell hush && again"])
  func leavesOut(line: String) async throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/history"
    try await ReplConversation.run(historyFile: file) { [prompt, previous] terminal in
      try terminal.expect(prompt)
      terminal.type("first\r")
      try terminal.expect(prompt)
      terminal.type("\(line)\r")
      try terminal.expect(prompt)
      terminal.type("\(previous)again\r")
      try terminal.expect("ran <firstagain>")
      try ReplConversation.leave(terminal)
    }
    #expect(try HistoryFile(path: file).load() == ["first", "firstagain"])
  }

  @Test("a line typed twice in a row is kept once")
  func keepsOnce() async throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/history"
    try await ReplConversation.run(historyFile: file) { [prompt] terminal in
      for _ in 1...2 {
        try terminal.expect(prompt)
        terminal.type("same\r")
      }
      try ReplConversation.leave(terminal)
    }
    let lines = try folder.read("history").split(separator: "\n")
    #expect(lines.count { $0 == "same" } == 1)
  }

  @Test("a history that cannot be written is told once and stops nothing")
  func survivesWithoutFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write("taken", "")
    let file = folder.path + "/taken/history"
    try await ReplConversation.run(historyFile: file) { [prompt] terminal in
      try terminal.expect("ubadmin: cannot keep the history in \(file): Not a directory")
      try terminal.expect(prompt)
      terminal.type("first\r")
      let between = try terminal.expect(prompt)
      #expect(between.contains("ran <first>"))
      #expect(!between.contains("cannot keep"))
      terminal.type("exit\r")
    }
  }

  @Test("lines of two prompts at once are all kept")
  func keepsBoth() throws {
    let folder = try TemporaryFolder()
    let one = HistoryFile(path: folder.path + "/history")
    let other = HistoryFile(path: folder.path + "/history")
    try one.append(lines: HistoryFile.lines("from one"))
    try other.append(lines: HistoryFile.lines("from the other"))
    try one.append(lines: HistoryFile.lines("from one again"))
    #expect(try other.load() == ["from one", "from the other", "from one again"])
  }

  @Test("the file is cut to the newest 5,000 lines")
  func isBounded() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "history", (1...5_003).map { "#17000\n" + "line \($0)\n" }.joined())
    let history = HistoryFile(path: folder.path + "/history")
    #expect(try history.load().count == 5_000)
    let text = try folder.read("history")
    #expect(text.hasPrefix("#17000\nline 4\n"))
    #expect(text.hasSuffix("line 5003\n"))
    try history.append(lines: HistoryFile.lines("newest"))
    #expect(try history.load().last == "newest")
  }

  @Test("a file without times, as other programs write it, is one line an entry")
  func readsPlainFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("history", "one\ntwo\ntwo\n")
    #expect(try HistoryFile(path: folder.path + "/history").load() == ["one", "two"])
  }

  @Test("the file is where XDG says, and each store has its own")
  func standardPath() throws {
    let city = (name: "city.db", place: "/a/city.db")
    let pat = Caller(account: "pat", uid: 1, behindSudo: nil, host: "desk")
    func path(_ environment: [String: String]) -> String? {
      HistoryFile.standardPath(environment, pat, store: city)
    }
    #expect(
      path(["XDG_STATE_HOME": "/s", "HOME": "/h"])?.hasPrefix("/s/ubadmin/history.d/city.db-")
        == true)
    let home = try #require(path(["HOME": "/h"]))
    #expect(home.hasPrefix("/h/.local/state/ubadmin/history.d/city.db-"))
    #expect(path(["XDG_STATE_HOME": "relative", "HOME": "/h"]) == home)
    #expect(path([:]) == nil)
    let other = HistoryFile.standardPath(
      ["HOME": "/h"], pat, store: (name: "city.db", place: "/b/city.db"))
    #expect(other != home)
  }

  @Test("under a service account everybody has a history of their own")
  func ownUnderSudo() throws {
    func path(_ person: String?, uid: UInt32 = 1) -> String? {
      HistoryFile.standardPath(
        ["HOME": "/h"],
        Caller(account: "ubadmin", uid: uid, behindSudo: person, host: "desk"),
        store: (name: "city.db", place: "/a/city.db"))
    }
    let pat = try #require(path("pat"))
    #expect(pat.hasPrefix("/h/.local/state/ubadmin/history.d/pat/city.db-"))
    #expect(path("lee")?.hasPrefix("/h/.local/state/ubadmin/history.d/lee/city.db-") == true)
    #expect(path(nil)?.hasPrefix("/h/.local/state/ubadmin/history.d/city.db-") == true)
    // Root keeps one history, whoever ran sudo.
    let root = try #require(path(nil, uid: 0))
    #expect(path("pat", uid: 0) == root)
    #expect(path("../lee") == nil)
  }

  @Test("the lines of two prompts that are open at once do not mix")
  func doesNotMix() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    let one = SessionHistory(path: path)
    #expect(try one.begin() == [])
    try one.append("one")
    // Another process has another number.
    try folder.write("history.session-0", "#1\nother\n")
    let other = try #require(try LockedFile(ifFree: path + ".session-0"))
    try one.append("one again")
    #expect(try HistoryFile(path: path).load() == [])
    try one.end()
    #expect(try HistoryFile(path: path).load() == ["one", "one again"])
    other.close()
    // A prompt that was killed has left its lines behind.
    let next = SessionHistory(path: path)
    #expect(try next.begin() == ["one", "one again", "other"])
    try next.end()
    #expect(FileNames.completing(path) == [path])
  }

  private static func mode(_ path: String) throws -> mode_t {
    var facts = stat()
    try #require(stat(path, &facts) == 0)
    return facts.st_mode & 0o777
  }
}
