import Accounts
import Reports

/// The options that every command takes; `GlobalOption.all` has their names and help.
struct GlobalOptions: Equatable {
  var store: String?
  var profile: String?
  var noConfig = false
  var wait: WaitTime?

  var format: OutputFormat?
  var output: String?
  var provenance = false
  var json = false
  var csv = false
  var plot = false
  var layout: TableStyle?
  var fields: String?
  var sort: String?
  var limit: RowLimit?
  var noHeader = false
  var color: ColorChoice?
  var noPager = false
  var noEscapeFormulas = false
  var bom = false
  var delimiter: CSVDelimiter?

  var dryRun = false
  var detailedExitcode = false
  var yes = false
  var accept: Acceptance?
  var noInput = false
  var asOf: TypedDay?
  var at: TypedPast?
  var reveal = false

  var quiet = false
  var verbose = false

  /// The line alone says what form its data have, whatever the configuration says; not typed.
  var ignoresConfiguredForm = false
  /// Whether more than ASCII is drawn; nil is what the terminal has; not typed.
  var drawsUnicode: Bool?
  /// The store is only read. Not an option on the command line.
  var onlyReads = false
  /// The earlier day that counts as today in the options of a scheduled report; not typed.
  var dueDay: CivilDate?
  /// The period of a scheduled report that names none; not typed.
  var duePeriod: DuePeriod?
  /// The job whose rows left out are applied.
  var resumedJob: Int64?
  /// The output goes to others, as a report by mail; not typed.
  var isForOthers = false
  /// A symbolic link at the path of --output is replaced, not followed: others may have put it there; not
  /// typed.
  var replacesLink = false
}

extension GlobalOptions {
  /// Whether what looks wrong is right.
  var acceptsUnusual: Bool { yes || accept == .unusual }

  /// For commands that have no dry run.
  func refuseDryRun() throws {
    guard dryRun else { return }
    throw CommandError(
      .usage, "this command does not support --dry-run; nothing was done",
      remedy: "leave out --dry-run")
  }
}
