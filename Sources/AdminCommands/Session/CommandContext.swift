import Accounts
import Reports

/// The state of one command while it runs: its name and line, its options, its files, and who
/// the operator is.
final class CommandContext {
  let session: Session
  /// Noun and verb.
  let name: String
  /// The command line as it goes to the journal, without secrets; most commands write none.
  private(set) lazy var line = CommandLineRecord.text(typed)
  private(set) var typed: [String]
  /// Options whose dates have been reported.
  var toldDays: Set<String> = []
  /// The store that was opened last, which is named once.
  var toldStore: String?
  /// The global options.
  var options: GlobalOptions
  /// The running scripts, innermost last.
  let scripts: RunningScripts
  /// Who may run the command.
  let leastRole: Role
  /// Whether the command shows the citizen's own data.
  let showsOwnData: Bool
  /// What the command has declared; see `declare`.
  private(set) var files = CommandFiles()
  /// The operator at the current store; set by `authorize`.
  lazy var identity = session.caller.itself
  /// The city's, from the current store.
  lazy var zone = session.prompt?.store?.settings.zone ?? CityTimeZone.utc
  /// The store that is shown as it was.
  var past: Store?
  /// Whether the command shows the day of `--at` and none before it.
  var refusesEarlierDay = false
  /// What the configuration files said when the command first asked.
  private lazy var read = Result {
    try Configuration(
      environment: session.environment, profile: options.profile, readsFiles: !options.noConfig)
  }
  /// Messages held back.
  private var held: [() -> Void]?
  /// The --output file, created before the change that it reports.
  private var readyFile: (path: String, file: AtomicFile)?

  init(
    _ session: Session, name: String, words: [String], options: GlobalOptions,
    scripts: RunningScripts, leastRole: Role = .viewer, showsOwnData: Bool = false
  ) {
    self.session = session
    self.name = name
    typed = words
    self.options = scripts.options(of: options)
    self.scripts = scripts
    self.leastRole = leastRole
    self.showsOwnData = showsOwnData
  }

  /// Files and environment, read once.
  var configuration: Configuration {
    get throws { try read.get() }
  }

  /// The days that are likely; nil if any is accepted.
  func window(on store: Store) -> DateWindow? {
    options.acceptsUnusual ? nil : DateWindow(store.settings, today: store.today)
  }

  /// A change as the options say: a dry run, or with values that look wrong accepted.
  func change<Value>(
    _ store: Store, by author: Author, retries: Bool = true,
    _ body: (ChangeTransaction) throws -> ChangeEnd<Value>
  ) throws -> (value: Value, number: Int64?) {
    let made = try store.change(by: author, isDryRun: options.dryRun, retries: retries) { change in
      change.books.acceptsUnusual = options.acceptsUnusual
      return try body(change)
    }
    // Names are found and completed also after many rows.
    if made.number != nil { store.followSearch() }
    return made
  }

  /// Words that were asked for belong to the line, too.
  func add(typed more: [String]) { typed += more }

  func author(reason: String?) -> Author {
    Author(
      operatorName: identity.operatorName, actingAs: identity.actingAs, host: session.caller.host,
      command: line, reason: reason)
  }

  /// Takes note of the command's files, before the first of them is opened.
  func declare(_ own: CommandFiles) throws {
    files = own
    files.writes(options.output, "--output")
    if options.provenance {
      files.writes(options.output.map(Provenance.path), "--provenance")
    }
    try checkOverwritesNothing()
  }

  /// Creates the --output file before the change that it reports.
  func makeReady(_ path: String) throws { readyFile = (path, try newFile(path)) }

  func takeReadyFile(_ path: String) -> AtomicFile? {
    defer { readyFile = nil }
    return readyFile?.path == path ? readyFile?.file : nil
  }

  /// Holds back messages until it is known that the output can be shown: for a wrong command line,
  /// only the error is shown.
  func holdingNotes<Value>(where isHeld: Bool, _ body: () throws -> Value) throws -> Value {
    if isHeld { held = [] }
    do {
      let value = try body()
      releaseNotes()
      return value
    } catch {
      if ExitStatus.explaining(error).status != .usage { releaseNotes() }
      throw error
    }
  }

  func releaseNotes() {
    let lines = held ?? []
    held = nil
    for line in lines { line() }
  }

  /// A line for people, on standard error.
  func say(_ text: String) {
    guard held == nil else {
      held?.append { [unowned self] in say(text) }
      return
    }
    if options.messagesAreJSON { session.say(MessageRecord.note(text)) } else { session.say(text) }
  }

  /// A text of several lines, each made safe by itself.
  func say(lines text: String) {
    guard held == nil else {
      held?.append { [unowned self] in say(lines: text) }
      return
    }
    if options.messagesAreJSON {
      session.say(MessageRecord.note(text))
    } else {
      session.say(lines: text)
    }
  }
}
