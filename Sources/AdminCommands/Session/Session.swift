package import Accounts
import Glibc
package import Reports

/// What a command may touch of the world: input, output, terminal, clock, environment, store.
/// Tests bring their own.
package final class Session {
  package let environment: [String: String]
  package let output: OutputBuffer
  /// Words for people: messages, progress, prompts.
  package let words: OutputBuffer
  package let terminal: TerminalFacts
  package let clock: Clock
  /// Looked up when first asked for: most answers need nobody's name.
  package private(set) lazy var caller = whoIsThere()
  private let whoIsThere: () -> Caller
  /// Who the operator is at the store at hand; `admit` finds out.
  lazy var identity = caller.itself
  /// Fills a buffer from standard input; 0 at its end.
  package let readInput: (UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
  /// The command line as it goes to the journal, without secrets.
  var commandLine = ""
  /// Noun and verb of the command at hand.
  var commandName = ""
  /// The one store that a REPL or script keeps open.
  var openStore: Store?
  /// Where that store is, from the options that the prompt was opened with.
  var openLocation: StoreLocation?
  /// The city's, from the store that was opened last.
  var zone = CityTimeZone.utc
  /// What the files said when this command first asked.
  var knownConfiguration: (profile: String?, readsFiles: Bool, configuration: Configuration)?
  var isInteractive = false
  /// The file of --output, made before the change that it tells of.
  var readyFile: (path: String, file: AtomicFile)?
  /// What the command at hand has declared; see `declare`.
  var files = CommandFiles()
  /// The scripts in whose innermost the command at hand stands.
  var scripts = RunningScripts()
  /// The process is this session's own, so that its signals and standard streams are too.
  var ownsProcess = false
  /// Standard input is a script, which its own commands must not eat.
  var inputIsScript = false

  package init(
    environment: [String: String], output: OutputBuffer, words: OutputBuffer,
    terminal: TerminalFacts, clock: Clock,
    caller: @autoclosure @escaping () -> Caller,
    readInput: @escaping (UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
  ) {
    self.environment = environment
    self.output = output
    self.words = words
    self.terminal = terminal
    self.clock = clock
    whoIsThere = caller
    self.readInput = readInput
  }

  /// A line for people, on standard error.
  func say(_ text: String) {
    words.append(TerminalText.sanitized(text))
    words.append("\n" as StaticString)
    // What cannot be said to the terminal cannot be said at all.
    try? words.flush()
  }

  /// Under a service account only what everybody can read is opened by its name, and only where nobody
  /// can put another file in its place: what is that account's alone, its key above all, must not come
  /// out in an error's words.
  func checkMayRead(_ path: String) throws {
    var facts = stat()
    guard let person = caller.actsFor, stat(path, &facts) == 0,
      facts.st_mode & S_IFMT == S_IFREG,
      facts.st_mode & S_IROTH == 0 || !HeldPath(uid: caller.uid).holds(path)
    else { return }
    throw CommandError(
      .cannotOpenInput,
      "\(path) is not for everybody, or can be exchanged, and is not read for \(person)",
      mend: "let your own shell read it: ubadmin … --from - < \(path)")
  }

  /// A file that output goes to. Under a service account none is named: what it may write and its
  /// person may not, a name must not reach.
  func newFile(_ path: String) throws -> AtomicFile {
    try checkIsDeclared(output: path)
    if let person = caller.actsFor, !["-", "/dev/stdout", "/dev/stderr"].contains(path) {
      throw CommandError(
        .cannotCreateOutput, "\(path) is not written for \(person) by \(caller.account)",
        mend: "let your own shell write it: name /dev/stdout, and add > \(path)")
    }
    try StoreFiles.checkMayReplace(path)
    return try AtomicFile(path: path)
  }

  /// Under a service account, whole stores are copied and replaced at that account's own store alone:
  /// at any other, nobody would know who asks.
  func checkMayMoveStores() throws {
    guard let person = caller.actsFor, identity.actingAs == nil else { return }
    throw CommandError(
      .notPermitted, "the store is not \(caller.account)'s, for whom \(person) acts",
      mend: "run the command without sudo")
  }

  /// Under a service account a new store has a store's name: no other file of its home is made.
  func checkMayMakeStore(_ location: StoreLocation) throws {
    guard case .file(let path) = location, let person = caller.actsFor, !path.hasSuffix(".db"),
      access(path, F_OK) != 0
    else { return }
    throw CommandError(
      .notPermitted, "\(path) is not made for \(person) by \(caller.account)",
      mend: "give a new store a name that ends in .db")
  }

  func takeReadyFile(_ path: String) -> AtomicFile? {
    defer { readyFile = nil }
    return readyFile?.path == path ? readyFile?.file : nil
  }

  /// Work that a signal stops at the next good place, with nothing half done.
  @discardableResult
  func interruptible<Value>(_ work: () throws -> Value) rethrows -> Value {
    guard ownsProcess else { return try work() }
    let watch = SignalWatch.ofLongWork()
    defer { watch.end() }
    return try work()
  }

  /// A line of several, each made safe by itself.
  func say(lines text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { say(String(line)) }
  }
}

/// What is a terminal, and how wide.
package struct TerminalFacts: Sendable {
  var inputIsTerminal: Bool
  var outputIsTerminal: Bool
  var wordsIsTerminal: Bool
  package var columns: Int?

  package init(
    inputIsTerminal: Bool = false, outputIsTerminal: Bool = false, wordsIsTerminal: Bool = false,
    columns: Int? = nil
  ) {
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.wordsIsTerminal = wordsIsTerminal
    self.columns = columns
  }
}
