import Glibc
import Testing

@testable import AdminCommands

@Suite("Running a script")
struct ReplScriptTests {
  /// What a script ran and said.
  private struct Outcome: Equatable {
    var status: Int32 = 0
    var ran: [[String]] = []
    var said: [String] = []
  }

  private func run(_ text: String, keepGoing: Bool = false) -> Outcome {
    run(Array(text.utf8), keepGoing: keepGoing)
  }

  /// Bytes come a few at a time; `fail N` fails with N.
  private func run(_ bytes: [UInt8], atOnce: Int = 7, keepGoing: Bool = false) -> Outcome {
    var outcome = Outcome()
    var rest = bytes[...]
    let host = ReplHost(
      prompt: { "" },
      execute: { words, _ in
        outcome.ran.append(words)
        return words.first == "fail" ? Int32(words.dropFirst().first ?? "") ?? 1 : 0
      },
      keeping: { words, _ in words.contains("hush") ? .never : .file },
      say: { outcome.said.append($0) })
    let lines = ScriptLines { (buffer) throws(ScriptFault) in
      let part = rest.prefix(min(atOnce, buffer.count))
      buffer.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
    let status = runScript(lines, name: "day.txt", host: host, keepGoing: keepGoing)
    outcome.status = status
    return outcome
  }

  @Test("each line is a command; blank lines and comments are none")
  func runsLines() {
    let outcome = run("one 1\n\n# comment\n  two 'a b' # more\nthree")
    #expect(outcome == Outcome(ran: [["one", "1"], ["two", "a b"], ["three"]]))
  }

  @Test("a byte-order mark and CRLF line ends are no part of the words")
  func readsWindowsText() {
    #expect(run("\u{FEFF}one\r\ntwo 'x'\r\n").ran == [["one"], ["two", "x"]])
  }

  @Test("a backslash at the end goes on in the next line")
  func continues() {
    #expect(run("one \\\n  two\\\r\n three\nfour").ran == [["one", "two", "three"], ["four"]])
  }

  @Test("the first failure stops the script, names its line and is the status")
  func stops() {
    let outcome = run("one\n\n\nfail \\\n 5\ntwo\n")
    #expect(outcome.status == 5)
    #expect(outcome.ran == [["one"], ["fail", "5"]])
    #expect(outcome.said == ["ubadmin: day.txt:4: stopped (exit 5): fail \\  5"])
  }

  @Test("with keep-going all is run, and 3 tells that some failed")
  func keepsGoing() {
    let outcome = run("fail 5\none\nfail 4 | x\ntwo", keepGoing: true)
    #expect(outcome.status == 3)
    #expect(outcome.ran == [["fail", "5"], ["one"], ["two"]])
    #expect(outcome.said.count == 3)
    #expect(outcome.said.first == "ubadmin: day.txt:1: failed (exit 5): fail 5")
    #expect(outcome.said.last == "ubadmin: day.txt: 2 of 4 commands failed")
  }

  @Test("a line that might hold a secret is not repeated")
  func hidesSecrets() {
    let outcome = run("fail 1 hush 021000021")
    #expect(outcome.said == ["ubadmin: day.txt:1: stopped (exit 1): fail 1 …"])
  }

  @Test("a long line is repeated in part")
  func shortens() {
    let outcome = run("fail 1 " + String(repeating: "x", count: 500))
    #expect(outcome.said.first.map { $0.count < 200 && $0.hasSuffix("x…") } == true)
  }

  @Test("an open quote stops with file, line and column, and swallows no line")
  func refusesOpenQuote() {
    let outcome = run("one\ntwo \\\n 'three\nfour'\n")
    #expect(outcome.status == 65)
    #expect(outcome.ran == [["one"]])
    #expect(
      outcome.said.first?.hasPrefix("ubadmin: day.txt:3:2: found ' without a closing '") == true)
  }

  @Test("a script that ends in a backslash is told so")
  func refusesOpenEnd() {
    let outcome = run("one\ntwo \\\n")
    #expect(outcome.status == 65)
    #expect(outcome.ran == [["one"]])
    #expect(
      outcome.said
        == ["ubadmin: day.txt:2: the script ends after \\, expected another line"])
  }

  @Test(
    "a word of the prompt's own takes nothing more, and search finds the words",
    arguments: ["exit realty", "quit now", "clear all", "timing maybe"])
  func ownWords(line: String) {
    let outcome = run(Array(line.utf8))
    #expect(outcome.status == AdminCommands.ExitStatus.usage.rawValue)
    #expect(outcome.ran.isEmpty)
    #expect(outcome.said.contains { $0.contains("`search \(line)`") }, "\(outcome)")
  }

  @Test("exit and quit end the script with 0", arguments: ["exit", "quit"])
  func leaves(word: String) {
    #expect(run("one\n\(word)\ntwo") == Outcome(ran: [["one"]]))
  }

  @Test("help is the command of that name")
  func helps() {
    #expect(run("help bill add").ran == [["help", "bill", "add"]])
  }

  @Test("what is not UTF-8 text stops with the line", arguments: [[0x4A, 0xF6], [0x61, 0x00]])
  func refusesOtherBytes(bytes: [UInt8]) {
    let outcome = run(Array("one\n".utf8) + bytes + Array("\ntwo\n".utf8))
    #expect(outcome.status == 65)
    #expect(outcome.ran == [["one"]])
    #expect(outcome.said.first?.hasPrefix("ubadmin: day.txt:2: found bytes that are not") == true)
  }

  @Test("a line has at most a mebibyte")
  func boundsLines() {
    let longest = [UInt8](repeating: UInt8(ascii: "x"), count: ScriptLines.longest)
    #expect(run(longest + [0x0A], atOnce: 65_536).status == 0)
    let outcome = run(longest + [0x78], atOnce: 65_536)
    #expect(outcome.status == 65)
    #expect(outcome.ran == [])
    #expect(outcome.said.first?.hasPrefix("ubadmin: day.txt:1: expected a line of at most") == true)
  }

  @Test("an empty script does nothing, successfully", arguments: ["", "\u{FEFF}", "\n\n"])
  func runsNothing(text: String) {
    #expect(run(text) == Outcome())
  }

  @Test("standard input that is no terminal is run as a script, which its commands cannot eat")
  func runsStandardInput() async throws {
    let folder = try TemporaryFolder()
    try folder.write("script", "secret\nfail\nnever\n")
    let files = [folder.path + "/script", folder.path + "/out"]
    await #expect(processExitsWith: .exitCode(1)) { [files = files as [String]] in
      dup2(open(files[0], O_RDONLY), STDIN_FILENO)
      let output = open(files[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      dup2(output, STDOUT_FILENO)
      dup2(output, STDERR_FILENO)
      exit(runRepl(host: ReplConversation.host, historyFile: nil))
    }
    #expect(
      try folder.read("out") == """
        ran <expected a line on standard input, found end of file>
        ubadmin: standard input:2: stopped (exit 1): fail

        """)
  }

  @Test("a script that cannot be opened is 66, and named", arguments: ["missing", "."])
  func cannotOpen(name: String) async throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/\(name)"
    await #expect(processExitsWith: .exitCode(66)) { [path = path as String] in
      exit(runScript(path: path, host: ReplConversation.host))
    }
  }
}
