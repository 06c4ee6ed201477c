public import ArgumentParser
public import Reports

/// The options that every writing command takes for files.
struct BulkOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "read rows from a CSV file (- is standard input); columns are named as the arguments and "
        + "options", valueName: "file"))
  var from: [String] = []
  @Flag(help: "print the header of such a file, required columns first")
  var csvTemplate = false
  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: ArgumentHelp("take a column of another name", valueName: "their column=ours"))
  var maps: [String] = []
  @Flag(help: "apply the good rows; bad ones alone are left out (exit status 3)")
  var keepGoing = false
  @Option(
    help: ArgumentHelp(
      "write the bad rows to a file, to be mended and fed again", valueName: "file"))
  var rejects: String?
  @Option(
    help: ArgumentHelp(
      "encoding of the file", valueName: "name"))
  var encoding: CSVEncoding = .utf8
  @Flag(help: "apply a file's rows though the same file was applied before")
  var again = false
  @Option(
    help: ArgumentHelp(
      "write what would change to a file, for `plan apply`, and change nothing",
      valueName: "file"))
  var planOut: String?
  @Flag(help: "show no progress")
  var noProgress = false

  /// Those that take no value.
  static let flags: Set<String> = ["--csv-template", "--keep-going", "--again", "--no-progress"]

  /// Who gives one of these has forgotten the file.
  func refuseWithoutFile() throws {
    let given: [(String, Bool)] = [
      ("--again", again), ("--map", !maps.isEmpty), ("--keep-going", keepGoing),
      ("--rejects", rejects != nil),
    ]
    if let option = given.first(where: \.1)?.0 {
      throw ValidationError("\(option) is for the rows of a file: name it with --from FILE")
    }
  }
}

extension CSVEncoding: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}
