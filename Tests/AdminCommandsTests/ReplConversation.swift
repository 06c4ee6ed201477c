import Dispatch
import Glibc
import Testing

@testable import AdminCommands

/// A REPL in a process and terminal of its own, with a test at the keyboard.
enum ReplConversation {
  static let prompt = "city> "
  /// What the process is told.
  private struct Setting: Codable {
    let terminal: String
    let historyFile: String?
  }

  /// Plays `person` against a REPL that has to end with `status`.
  static func run(
    historyFile: String? = nil, endsWith status: Int32 = 0,
    person: @escaping @Sendable (PseudoTerminal) throws -> Void
  ) async throws {
    let terminal = try PseudoTerminal()
    let setting = Setting(terminal: terminal.path, historyFile: historyFile)
    async let play: Void = withCheckedThrowingContinuation { continuation in
      // A thread of its own: the test's few must not be kept waiting for a terminal.
      DispatchQueue.global().async {
        let outcome = Result {
          // Whatever happens, the other side is not to wait for ever.
          defer { terminal.hangUp() }
          try person(terminal)
          try terminal.expectEnd()
        }
        continuation.resume(with: outcome)
      }
    }
    await #expect(processExitsWith: .exitCode(status)) { [setting = setting as Setting] in
      PseudoTerminal.enter(setting.terminal)
      exit(runRepl(host: ReplConversation.host, historyFile: setting.historyFile))
    }
    try await play
  }

  /// Ctrl-D. Typed before the prompt, the terminal itself would take it.
  static func leave(_ terminal: PseudoTerminal) throws {
    try terminal.expect(prompt)
    terminal.type("\u{4}")
  }

  /// Commands that show what a REPL is to bear.
  static var host: ReplHost {
    ReplHost(
      prompt: { prompt }, execute: { words, _ in execute(words) },
      completions: { before, prefix in
        switch before.last {
        case nil:
          Suggestions(words: ["account", "announcement", "customer"]).beginning(with: prefix)
        case "--from": .files(prefix)
        case "--name": Suggestions(words: ["Smith, Jane", "O'Hara"]).beginning(with: prefix)
        default: Suggestions(words: ["show"]).beginning(with: prefix)
        }
      },
      keeping: { words, _ in words.contains("hush") ? .never : .file },
      say: { PromptLine.write($0 + "\n", to: STDERR_FILENO) })
  }

  private static func execute(_ words: [String]) -> Int32 {
    switch words.first {
    case "fail": return 1
    case "process": return show(["\(getpid())"])
    case "wait": return wait()
    case "broken-pipe": return show([brokenPipe()])
    case "nested": return show(["\(runRepl(host: host, historyFile: nil))"])
    case "script": return runScript(path: words[1], host: host)
    case "secret":
      return answer { () throws(PromptFault) in
        String(try SecretPrompt().read("Secret: ").reversed())
      }
    case "confirm":
      return answer { () throws(PromptFault) in
        try Confirmation().ask("Stop the service?") ? "yes" : "no"
      }
    default: return show(words)
    }
  }

  private static func show(_ words: [String]) -> Int32 {
    PromptLine.write("ran " + words.map { "<\($0)>" }.joined() + "\n", to: STDOUT_FILENO)
    return 0
  }

  private static func answer(_ question: () throws(PromptFault) -> String) -> Int32 {
    do throws(PromptFault) { return show([try question()]) } catch { return show([error.message]) }
  }

  private static func wait() -> Int32 {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    PromptLine.write("waiting\n", to: STDOUT_FILENO)
    while !SignalInbox.asksToStop {
      _ = InputWait.untilReadable(ends[0]) { SignalInbox.asksToStop }
    }
    _ = show(["stopped"])
    return SignalInbox.status
  }

  private static func brokenPipe() -> String {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    close(ends[0])
    return write(ends[1], "x", 1) < 0 && errno == EPIPE ? "EPIPE" : "no error"
  }
}
