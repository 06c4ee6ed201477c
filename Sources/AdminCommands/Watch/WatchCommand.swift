import Accounts
import ArgumentParser
import Glibc
import Reports

/// `watch`
struct WatchCommand: AdminCommand {
  static let uses: OptionUse = .all
  static let reach: CommandReach = [.store, .input, .files, .checks, .conflicts]
  static let help = CommandHelp(
    "watch", abstract: "Run a read-only command repeatedly",
    discussion: HelpText.discussion(
      """
      The command runs again after every interval; on a terminal, each output replaces the previous \
      one. Press Ctrl-C to stop. With --until-changes, it stops when the output differs from the first.
      """,
      examples: ["watch 5 request list --status open", "watch 60 mail list --until-changes"]))

  static let looksBack = true

  @Argument(help: "seconds between runs, at least 1") var seconds: Int
  @Argument(parsing: .captureForPassthrough, help: "the command, with its options")
  var command: [String] = []

  func run(in context: CommandContext) throws -> ExitStatus {
    guard (1...86_400).contains(seconds) else {
      throw ValidationError("<seconds>: found \(seconds), expected 1 to 86400")
    }
    let (words, untilChanges) = Self.inner(context.typed)
    let named = try NamedCommand(TypedLine(words).own[...])
    guard case .command(let type) = named.kind, Self.takes(type, named.name) else {
      throw ValidationError("watch runs only read-only commands, e.g. `ubadmin watch 5 today`")
    }
    return try context.session.interruptible {
      let words = words + ["--no-pager"]
      guard seconds <= Self.longestIdle else { return try repeated(words, untilChanges, context) }
      return try context.session.keepingConnections {
        try repeated(words, untilChanges, context)
      }
    }
  }

  /// The network may silently drop a connection that is idle for longer.
  private static let longestIdle = 60

  private func repeated(
    _ words: [String], _ untilChanges: Bool, _ context: CommandContext
  ) throws -> ExitStatus {
    let session = context.session
    var first: String?
    while !SignalInbox.asksToStop {
      let buffer = OutputBuffer.memory()
      let status = session.writing(to: buffer, asTerminal: true) {
        Dispatch.run(words, in: session, within: context.scripts)
      }
      guard status == .done || status == .notFound else { return status }
      if session.terminal.outputIsTerminal { session.output.append("\u{1b}[H\u{1b}[2J") }
      session.output.append(buffer.string)
      try session.output.flush()
      if untilChanges, let first, first != buffer.string { return .done }
      first = first ?? buffer.string
      wait()
    }
    return .interrupted
  }

  private func wait() {
    for _ in 0..<seconds * 20 where !SignalInbox.asksToStop { usleep(50_000) }
  }

  /// The words of the command that is watched, its global options included.
  static func inner(_ typed: [String]) -> (words: [String], untilChanges: Bool) {
    var words = typed
    if let place = words.firstIndex(of: help.name) {
      words.remove(at: place)
      if let number = words[place...].firstIndex(where: { Int($0) != nil }) {
        words.remove(at: number)
      }
    }
    return (words.filter { $0 != untilChangesOption }, words.contains(untilChangesOption))
  }

  static let untilChangesOption = "--until-changes"

  /// Whether a command only shows, and ends by itself.
  static func takes(_ command: any AdminCommand.Type, _ name: String) -> Bool {
    command.leastRole == .viewer && !command.reach.contains(.commands) && !kept.contains(name)
  }

  /// Commands that do not end by themselves, or change the state of the prompt.
  private static let kept = ["watch", "use", "begin", "commit", "rollback"]
}
