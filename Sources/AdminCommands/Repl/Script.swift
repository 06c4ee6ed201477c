import Accounts
import Glibc

/// Runs the commands of a file, or of standard input (`-`), up to the first that fails.
///
/// With `keepGoing` all are run, and 3 is the status where some failed.
func runScript(path: String, host: ReplHost, keepGoing: Bool = false) -> Int32 {
  let watch = SignalWatch.ofCommands()
  defer { watch.end() }
  do throws(UnopenableScript) {
    let file = try ScriptFile(path: path)
    defer { file.close() }
    return runScript(file.lines, name: file.name, host: host, keepGoing: keepGoing)
  } catch {
    let fault = InputPlace.unopenable(path == "-" ? "standard input" : path, error.code)
    host.say("ubadmin: \(fault.message)")
    if !fault.remedy.isEmpty { host.say("  \(fault.remedy)") }
    return fault.status.rawValue
  }
}

/// Runs the commands of lines that come from `name`.
func runScript(
  _ lines: ScriptLines, name: String, host: ReplHost, keepGoing: Bool = false
) -> Int32 {
  var script = Script(lines: lines, name: name, host: host, keepGoing: keepGoing)
  return script.run()
}

/// A script while it runs.
private struct Script {
  var lines: ScriptLines
  let name: String
  let host: ReplHost
  let keepGoing: Bool
  private var commandCount = 0
  private var failureCount = 0

  init(lines: ScriptLines, name: String, host: ReplHost, keepGoing: Bool) {
    self.lines = lines
    self.name = name
    self.host = host
    self.keepGoing = keepGoing
  }

  mutating func run() -> Int32 {
    do throws(ScriptFault) {
      while let command = try nextCommand(), !SignalInbox.asksToStop {
        guard let status = run(command) else { break }
        if status != 0, SignalInbox.asksToStop || !keepGoing { return status }
      }
    } catch {
      if case .notText = error, let foreign = ForeignFile(lines.head, at: name) {
        host.say("ubadmin: \(name): found \(foreign.found), expected a script of commands")
      } else {
        host.say("ubadmin: \(name):\(lines.number): \(error.message)")
      }
      return error.status.rawValue
    }
    if SignalInbox.asksToStop {
      host.say("ubadmin: \(name):\(lines.number): stopped (exit \(SignalInbox.status))")
      return SignalInbox.status
    }
    guard failureCount > 0 else { return 0 }
    host.say("ubadmin: \(name): \(failureCount) of \(commandCount) commands failed")
    return ExitStatus.someRowsFailed.rawValue
  }

  /// A command and the line where it begins.
  private struct Command {
    let line: Int
    let splitter: LineSplitter
    let fault: LineFault?
  }

  private mutating func nextCommand() throws(ScriptFault) -> Command? {
    var splitter = LineSplitter(home: host.home)
    var first: Int?
    while let line = try lines.next() {
      let start = first ?? lines.number
      first = start
      do throws(LineFault) {
        let goesOn = try splitter.take(line)
        // In a script an open quote is a slip, which must not swallow the commands that follow.
        if let fault = splitter.openQuote { throw fault }
        if goesOn { continue }
        return Command(line: start, splitter: splitter, fault: nil)
      } catch {
        return Command(line: start, splitter: splitter, fault: error)
      }
    }
    if first != nil, !SignalInbox.asksToStop { throw .endsWithBackslash }
    return nil
  }

  /// The status; nil if the script asks to leave.
  private mutating func run(_ command: Command) -> Int32? {
    if let fault = command.fault {
      commandCount += 1
      failureCount += 1
      host.say("ubadmin: \(name):" + fault.description(firstLine: command.line))
      return ExitStatus.badData.rawValue
    }
    let words = command.splitter.words
    guard !words.isEmpty else { return 0 }
    commandCount += 1
    guard let status = host.answer(words, line: command.line) else { return nil }
    if status != 0 {
      failureCount += 1
      let verb = keepGoing && !SignalInbox.asksToStop ? "failed" : "stopped"
      host.say(
        "ubadmin: \(name):\(command.line): \(verb) (exit \(status)): "
          + shown(command.splitter.source, words))
    }
    return status
  }

  private func shown(_ source: String, _ words: [String]) -> String {
    guard host.keeping(words, true) != .never else {
      return WordQuoting.line(Array(words.prefix(2))) + " …"
    }
    let line = source.split(separator: "\n").joined(separator: " ")
    return line.count <= 120 ? line : line.prefix(119) + "…"
  }
}

extension ScriptFault {
  var status: ExitStatus {
    switch self {
    case .lineTooLong, .notText, .endsWithBackslash: .badData
    case .unreadable: .inputOutput
    }
  }

  var message: String {
    switch self {
    case .lineTooLong: "expected a line of at most \(ScriptLines.longest) bytes, found a longer one"
    case .notText: "found bytes that are not UTF-8 text; save the script as UTF-8"
    case .endsWithBackslash: "the script ends after \\, expected another line"
    case .unreadable(let code): unsafe "cannot read: \(String(cString: strerror(code)))"
    }
  }
}
