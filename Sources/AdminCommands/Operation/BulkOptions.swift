import Accounts
import ArgumentParser
package import Reports

/// The options that every command that adds or changes records takes for files.
struct BulkOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "read rows from a CSV file, or - for standard input; its columns are named after the "
        + "arguments and options", valueName: "file"))
  var from: [String] = []
  @Flag(help: "print the header row for --from, required columns first")
  var csvTemplate = false
  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: ArgumentHelp("use a column with another name", valueName: "their column=ours"))
  var maps: [String] = []
  @Flag(help: "apply the good rows and skip the bad ones (exit status 3)")
  var keepGoing = false
  @Option(
    help: ArgumentHelp(
      "write the bad rows to a file, to correct and use again", valueName: "file"),
    transform: BulkOptions.output)
  var rejects: String?
  @Option(
    help: ArgumentHelp(
      "encoding of the file; default: utf-8", valueName: "name"))
  var encoding: CSVEncoding?
  @Flag(help: "apply a file or rows even if the same were applied before")
  var again = false
  @Flag(help: "skip rows that are already on record")
  var skipKnown = false
  @Option(
    help: ArgumentHelp(
      "write what would change to a file for `plan apply`, without changing anything",
      valueName: "file"), transform: BulkOptions.output)
  var planOut: String?
  @Flag(help: "do not show progress")
  var noProgress = false

  /// As for `--output`, - is standard output.
  @Sendable private static func output(_ path: String) -> String {
    path == "-" ? "/dev/stdout" : path
  }

  /// Those that take no value.
  static let flags: Set<String> = [
    "--csv-template", "--keep-going", "--again", "--skip-known", "--no-progress",
  ]

  func refuseContradiction() throws {
    guard again, skipKnown else { return }
    throw ValidationError(
      "--again and --skip-known cannot be used together: one applies rows that are on record again, the "
        + "other skips them")
  }

  /// What would do nothing with the operation.
  func refuseVoid(of type: any Operation.Type, _ options: GlobalOptions) throws {
    if skipKnown, !type.comparesRows {
      throw ValidationError(
        "--skip-known has no effect on \(type.name): a row that is already on record changes nothing"
      )
    }
    if options.detailedExitcode, !options.dryRun, planOut == nil {
      throw ValidationError("--detailed-exitcode needs --dry-run")
    }
  }

  /// What is for the rows of a file, and whether it is given.
  private var ofFile: [(String, Bool)] {
    [
      ("--again", again), ("--skip-known", skipKnown), ("--map", !maps.isEmpty),
      ("--keep-going", keepGoing), ("--rejects", rejects != nil), ("--encoding", encoding != nil),
      ("--no-progress", noProgress),
    ]
  }

  /// A header alone is printed.
  func refuseBesideTemplate(_ options: GlobalOptions) throws {
    let others = [
      ("--from", !from.isEmpty), ("--plan-out", planOut != nil), ("--dry-run", options.dryRun),
      ("--json", options.json), ("--no-header", options.noHeader), ("--plot", options.plot),
      ("--format", options.format.map { $0 != .csv } ?? false),
    ]
    guard let option = (ofFile + others).first(where: \.1)?.0 else { return }
    throw ValidationError("\(option) has no effect with --csv-template, which prints a header")
  }

  /// Without a file these options mean that --from was forgotten.
  func refuseWithoutFile() throws {
    if let option = ofFile.first(where: \.1)?.0 {
      throw ValidationError("\(option) needs a file: add --from FILE")
    }
  }
}

extension CSVEncoding: ExpressibleByArgument {
  package init?(argument: String) { self.init(name: argument) }
}

extension BulkOptions {
  var fileEncoding: CSVEncoding { encoding ?? .utf8 }
  /// What is done with rows that are on record already.
  var repeats: RepeatPolicy { again ? .again : skipKnown ? .skip : .refuse }
}
