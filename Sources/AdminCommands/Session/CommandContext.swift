import Accounts
import Reports

/// What belongs to one command while it runs: its name and line, its options, its files, and who
/// the operator is.
final class CommandContext {
  let session: Session
  /// Noun and verb.
  let name: String
  /// The command line as it goes to the journal, without secrets; most commands write none.
  private(set) lazy var line = CommandLineRecord.text(typed)
  private(set) var typed: [String]
  /// Options whose days have been told.
  var toldDays: Set<String> = []
  /// The global options.
  var options: GlobalOptions
  /// The scripts in whose innermost the command stands.
  let scripts: RunningScripts
  /// Who may run the command.
  let leastRole: Role
  /// What the command shows is the citizen's own.
  let showsOwnData: Bool
  /// What the command has declared; see `declare`.
  private(set) var files = CommandFiles()
  /// Who the operator is at the store at hand; `authorize` finds out.
  lazy var identity = session.caller.itself
  /// The city's, from the store at hand.
  lazy var zone = session.prompt?.store?.settings.zone ?? CityTimeZone.utc
  /// The store that is shown as it was.
  var past: Store?
  /// What the configuration files said when the command first asked.
  private lazy var read = Result {
    try Configuration(
      environment: session.environment, profile: options.profile, readsFiles: !options.noConfig)
  }
  /// Lines for people that wait.
  private var held: [() -> Void]?
  /// The file of --output, made before the change that it tells of.
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

  /// The days that are likely; nil where any is accepted.
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

  /// Makes the file of --output before what it is to tell of.
  func makeReady(_ path: String) throws { readyFile = (path, try newFile(path)) }

  func takeReadyFile(_ path: String) -> AtomicFile? {
    defer { readyFile = nil }
    return readyFile?.path == path ? readyFile?.file : nil
  }

  /// Lines for people wait until it is known that what was asked for can be shown: of a wrong line its
  /// fault alone is said.
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
