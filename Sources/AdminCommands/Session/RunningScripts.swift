import Reports

/// The scripts that run, each called by a line of the one before it.
struct RunningScripts {
  /// How many scripts may run inside one another.
  static let most = 16

  /// One of them.
  private struct Script {
    let use: CommandFiles.Use
    let name: String
    var line = 0
  }

  private var scripts: [Script] = []
  /// What the outermost was told for all of their lines.
  private var answers = GlobalOptions()

  /// What must not be overwritten while they run.
  var uses: [CommandFiles.Use] { scripts.map(\.use) }

  /// With one more script inside; throws where it runs already, or is one too many.
  func entering(_ path: String) throws(CommandError) -> RunningScripts {
    let isInput = path == "-"
    let use =
      isInput
      ? CommandFiles.Use("standard input", descriptor: 0) : CommandFiles.Use("the script", path)
    let name = isInput ? "standard input" : path
    if let identity = use.identity, scripts.contains(where: { $0.use.identity == identity }) {
      throw CommandError(
        .badData, "the script \(name) would run itself: \(chain(to: name))",
        remedy: "remove that line from the script")
    }
    guard scripts.count < Self.most else {
      throw CommandError(
        .badData, "scripts are nested more than \(Self.most) deep: \(chain(to: name))",
        remedy: "combine some of them into one script")
    }
    var inner = self
    inner.scripts.append(Script(use: use, name: name))
    return inner
  }

  /// With the options of a script that hold for each of its lines: answers to questions, how much is said, how long
  /// to wait.
  func telling(_ options: GlobalOptions) -> RunningScripts {
    var inner = self
    inner.answers = options
    return inner
  }

  /// Of the prompt's own options, only --wait holds for its lines.
  func waiting(_ time: WaitTime?) -> RunningScripts {
    var inner = self
    inner.answers.wait = time
    return inner
  }

  /// The rows that a job left out are applied.
  func resuming(_ job: Int64) -> RunningScripts {
    var inner = self
    inner.answers.resumedJob = job
    return inner
  }

  /// The options of a line, with those that hold for all.
  func options(of line: GlobalOptions) -> GlobalOptions {
    var options = line
    options.yes = line.yes || answers.yes
    options.accept = line.accept ?? answers.accept
    options.wait = line.wait ?? answers.wait
    options.noInput = line.noInput || answers.noInput
    options.quiet = line.quiet || answers.quiet
    options.verbose = line.verbose || answers.verbose
    options.ignoresConfiguredForm = answers.ignoresConfiguredForm
    options.drawsUnicode = answers.drawsUnicode
    options.onlyReads = answers.onlyReads
    options.dueDay = answers.dueDay
    options.duePeriod = answers.duePeriod
    options.resumedJob = answers.resumedJob
    options.isForOthers = answers.isForOthers
    options.replacesLink = answers.replacesLink
    return options
  }

  /// While the innermost script runs the command of a line.
  func at(_ line: Int?) -> RunningScripts {
    var here = self
    if let line, !scripts.isEmpty { here.scripts[scripts.count - 1].line = line }
    return here
  }

  /// `a.txt:3 → b.txt:1 → a.txt`
  private func chain(to name: String) -> String {
    (scripts.map { "\($0.name):\($0.line)" } + [name]).joined(separator: " → ")
  }
}
