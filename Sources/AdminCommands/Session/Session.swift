package import Accounts
import Glibc
package import Reports

/// State that persists between commands: input, output, terminal, clock, environment, and the prompt
/// with its store. Tests provide their own.
@safe
package final class Session {
  package let environment: [String: String]
  package private(set) var output: OutputBuffer
  /// Standard error: messages, progress, prompts.
  package let errorOutput: OutputBuffer
  package private(set) var terminal: TerminalFacts
  package let clock: Clock
  /// Where the tokens of operations come from, and what their passwords cost.
  let secrets: SecretSource
  /// Connections to servers that pass from one command to the next; nil if each command makes its own.
  private(set) var connections: KeptConnections?
  /// Looked up on demand, because most commands do not need it.
  package private(set) lazy var caller = whoIsThere()
  private let whoIsThere: () -> Caller
  /// Fills a buffer from standard input; 0 at its end.
  package let readInput: (UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
  /// The process is this session's own, so that its signals and standard streams are too.
  let ownsProcess: Bool
  /// The current prompt or script; nil for a command at the shell.
  var prompt: Prompt?
  /// What the commands that the running line prints need of its options.
  var printed = PrintedOptions()
  /// What the messages of the running line leave out of it.
  var hidden = HiddenNumbers()
  private var lastingWatch: SignalWatch?
  /// Shown while output is being prepared.
  var waiting: WaitingLine?
  /// Standard input is a script, so that its commands must not read from there.
  var inputIsScript: Bool { prompt?.inputIsScript == true }

  package init(
    environment: [String: String], output: OutputBuffer, errorOutput: OutputBuffer,
    terminal: TerminalFacts, clock: Clock, secrets: SecretSource = .random,
    connections: KeptConnections? = nil, caller: @autoclosure @escaping () -> Caller,
    ownsProcess: Bool = false,
    readInput: @escaping (UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
  ) {
    self.environment = environment
    self.output = output
    self.errorOutput = errorOutput
    self.terminal = terminal
    self.clock = clock
    self.secrets = secrets
    self.connections = connections
    whoIsThere = caller
    self.ownsProcess = ownsProcess
    unsafe self.readInput = readInput
  }

  /// A line for people, on standard error.
  func say(_ text: String) {
    stopWaiting()
    let here = PrintedCommands.on(printed, hidden.hidden(in: text))
    let text = prompt == nil ? PrintedCommands.forShell(here) : here
    errorOutput.append(fitted(TerminalText.sanitized(text)))
    errorOutput.append("\n" as StaticString)
    // What cannot be said to the terminal cannot be said at all.
    try? errorOutput.flush()
  }

  /// Broken at blanks, where a terminal would break it inside words and commands; on a very narrow one
  /// its own breaks do less harm.
  private func fitted(_ text: String) -> String {
    guard terminal.errorIsTerminal, let columns = terminal.errorColumns, columns >= 40,
      TerminalText.width(text) > columns
    else { return text }
    let indent = text.prefix { $0 == " " }.count
    return HelpLines(width: columns).paragraph(text, indent: indent, hanging: max(indent, 2))
  }

  func stopWaiting() {
    waiting?.stop()
    waiting = nil
  }

  /// Under a service account, a file is opened by its name only if everybody can read it and nobody
  /// can replace it: the account's own files, above all its key, must not come out in an error's
  /// words.
  func checkMayRead(_ path: String) throws {
    var facts = stat()
    guard let person = caller.actsFor, unsafe stat(path, &facts) == 0,
      facts.st_mode & S_IFMT == S_IFREG,
      facts.st_mode & S_IROTH == 0 || !TrustedPath(uid: caller.uid).holds(path)
    else { return }
    throw CommandError(
      .cannotOpenInput,
      "\(path) is not readable by everyone, or could be replaced, and is not read for \(person)",
      remedy: "read it with your own shell: use - as the file, and add < \(word: path)")
  }

  /// Under a service account a new store has a store's name: no other file of its home is made.
  func checkMayMakeStore(_ location: StoreLocation) throws {
    guard case .file(let path) = location, let person = caller.actsFor, !path.hasSuffix(".db"),
      unsafe access(path, F_OK) != 0
    else { return }
    throw CommandError(
      .notPermitted, "\(path) cannot be created by \(caller.account) for \(person)",
      remedy: "give a new store a name that ends in .db")
  }

  /// Work that a signal stops at the next good place, with nothing half done.
  @discardableResult
  func interruptible<Value>(_ work: () throws -> Value) rethrows -> Value {
    guard ownsProcess else { return try work() }
    let watch = SignalWatch.ofLongWork()
    defer { watch.end() }
    return try work()
  }

  /// Commands that the body runs one after the other take over each other's connection to a server.
  func keepingConnections<Value>(_ body: () throws -> Value) rethrows -> Value {
    let outer = connections
    connections = outer ?? KeptConnections(most: 1)
    defer { connections = outer }
    return try body()
  }

  /// From now on a signal stops the statement that runs before it ends the process: a server would
  /// go on with it for nobody.
  func stopStatementsFirst() {
    guard prompt == nil, lastingWatch == nil else { return }
    lastingWatch = SignalWatch.ofLongWork()
  }

  /// A window may have been resized since the last command; where output is no terminal now, none is measured.
  func measureTerminal() {
    guard ownsProcess else { return }
    if terminal.columns != nil {
      terminal.columns = Terminal.columns(STDOUT_FILENO, environment: environment)
    }
    if terminal.errorColumns != nil {
      terminal.errorColumns = Terminal.columns(STDERR_FILENO, environment: environment)
    }
  }

  /// What the body prints goes elsewhere.
  /// - Parameter asTerminal: whether it is for the terminal in the end.
  func writing<Value>(
    to buffer: OutputBuffer, asTerminal: Bool = false, _ body: () throws -> Value
  ) rethrows -> Value {
    let (outer, facts) = (output, terminal)
    output = buffer
    if !asTerminal { (terminal.outputIsTerminal, terminal.columns) = (false, nil) }
    defer {
      // What cannot be brought out has nowhere else to go.
      try? buffer.flush()
      (output, terminal) = (outer, facts)
    }
    return try body()
  }

  /// A line of several, each made safe by itself.
  func say(lines text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { say(String(line)) }
  }
}

/// What is a terminal, and how wide it is.
package struct TerminalFacts: Sendable {
  package var inputIsTerminal: Bool
  package var outputIsTerminal: Bool
  package var errorIsTerminal: Bool
  package var columns: Int?
  /// Of the terminal that standard error goes to.
  package var errorColumns: Int?

  package init(
    inputIsTerminal: Bool = false, outputIsTerminal: Bool = false, errorIsTerminal: Bool = false,
    columns: Int? = nil, errorColumns: Int? = nil
  ) {
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.columns = columns
    self.errorColumns = errorColumns
  }
}
