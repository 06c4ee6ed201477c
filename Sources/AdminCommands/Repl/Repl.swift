import Accounts
import Glibc

/// Reads commands at a terminal and runs them until it is told to leave.
///
/// Without a terminal on both sides, the lines of standard input are run as a script.
func runRepl(host: ReplHost, historyFile: String?) -> Int32 {
  guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
    return runScript(path: "-", host: host)
  }
  // Before anything is shown: a signal may come as soon as somebody sees the prompt.
  let watch = SignalWatch.ofPrompt()
  defer { watch.end() }
  guard let editor = LineEditor(completions: Repl.completions(host)) else {
    host.say("ubadmin: you are already at the prompt")
    return ExitStatus.usage.rawValue
  }
  defer { editor.close() }
  let repl = Repl(host: host, editor: editor, historyFile: historyFile)
  defer { repl.close() }
  return repl.run()
}

/// The loop at the terminal.
private final class Repl {
  private let host: ReplHost
  private let editor: LineEditor
  private let history: History
  /// The command that is being typed, which may have several lines.
  private var splitter: LineSplitter
  private var goesOn = false

  init(host: ReplHost, editor: LineEditor, historyFile: String?) {
    self.host = host
    self.editor = editor
    splitter = LineSplitter(home: host.home)
    history = History(path: historyFile, say: host.say)
  }

  /// The loop's own words stand next to the commands.
  static func completions(_ host: ReplHost) -> ([String], String) -> Suggestions {
    { before, prefix in
      let before = LineRequest.explaining(LineRequest.own(before))
      let files = { Suggestions.files(prefix, home: host.home, mayList: host.mayList) }
      if before.count > 1, before.last == ">" { return files() }
      // After a `|` comes a shell command, whose arguments may be files.
      if let bar = before.firstIndex(where: { $0.hasPrefix("|") }), bar > 0 {
        return before.last == "|" ? Suggestions() : files()
      }
      if !before.isEmpty, prefix.hasPrefix("|") { return Suggestions() }
      var found = host.completions(before, prefix)
      guard before.isEmpty, !prefix.hasPrefix("-") else { return found }
      let own =
        LineRequest.leaving.map { ($0, "Exit the prompt") }
        + [
          ("undo", "Undo your last change"), ("redo", "Redo the change that you undid last"),
          (LineRequest.clearing, "Clear the screen"),
          (LineRequest.timingWord, "Show how long each command takes: on, off"),
        ]
      found.list += own.filter { $0.0.hasPrefix(prefix) }.map {
        Suggestions.Suggestion(value: $0.0, meaning: $0.1)
      }
      if found.list.isEmpty, let plural = PluralNoun(prefix) {
        return Suggestions([.init(value: prefix, meaning: plural.list.joined(separator: " "))])
      }
      // Any other words are searched for.
      let isWord = prefix.first?.isLetter ?? false
      return found.list.isEmpty && isWord
        ? host.completions([SearchCommand.help.name], prefix) : found
    }
  }

  func close() { history.close() }

  func run() -> Int32 {
    while SignalInbox.endingSignal == nil {
      switch editor.readLine(prompt: goesOn ? "...> " : host.prompt(), after: splitter) {
      case .line(let text):
        if take(text) == .leave { return 0 }
      case .interrupted: startAnew()
      case .notUTF8: drop("found bytes that are not UTF-8; set the terminal to UTF-8")
      case .endOfInput:
        guard goesOn else {
          if host.mayLeave() { return 0 }
          continue
        }
        drop(
          splitter.openQuote?.description(isSeveralLines: splitter.lines.count > 1)
            ?? "the input ends after \\, expected another line")
      case .ended: break
      }
    }
    return SignalInbox.status
  }

  private enum Outcome { case stay, leave }

  /// A pasted or recalled text may have several lines.
  private func take(_ text: String) -> Outcome {
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      if take(line: String(line)) == .leave { return .leave }
      if SignalInbox.asksToStop {
        startAnew()
        return .stay
      }
    }
    return .stay
  }

  private func take(line: String) -> Outcome {
    if !goesOn, let command = Self.shellCommand(line) {
      history.keep(line, .session)
      SignalInbox.clear()
      _ = host.shell(command)
      return .stay
    }
    do throws(LineFault) {
      goesOn = try splitter.take(line)
    } catch {
      if let turned = Redirection(error, in: splitter) {
        guard let fault = turned.faultInSQL else { return take(turned) }
        history.keep(splitter.source, .session)
        drop(fault)
        return .stay
      }
      history.keep(
        splitter.source, host.keeping(WordQuoting.guess(splitter.source), false))
      drop(error.atPrompt.description(isSeveralLines: splitter.lines.count > 1))
      return .stay
    }
    if goesOn { return .stay }
    let words = splitter.words
    return run(words, keeping: host.keeping(LineRequest.own(words), true)) { [host] in
      host.answer(words)
    }
  }

  /// Runs a line and keeps it in the history; a refused one only until the prompt ends.
  private func run(
    _ words: [String], keeping: HistoryRetention, _ body: () -> Int32?
  ) -> Outcome {
    let source = splitter.source
    startAnew()
    SignalInbox.clear()
    let status = body()
    if !words.isEmpty { history.keep(source, keeping.after(status)) }
    return status == nil && host.mayLeave() ? .leave : .stay
  }

  /// A line whose output goes to a program or a file.
  private func take(_ line: Redirection) -> Outcome {
    let keeping = host.keeping(LineRequest.own(line.words), true)
    return run(line.words, keeping: keeping == .file ? .session : keeping) { [host] in
      host.answer(line)
    }
  }

  /// What follows `!`.
  private static func shellCommand(_ line: String) -> String? {
    let line = line.trimmed
    return line.hasPrefix("!") ? String(line.dropFirst().trimmed) : nil
  }

  private func drop(_ reason: String) {
    for line in ("ubadmin: " + reason).split(separator: "\n") { host.say(String(line)) }
    startAnew()
  }

  private func startAnew() {
    splitter = LineSplitter(home: host.home)
    goesOn = false
  }
}
