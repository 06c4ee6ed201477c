import Accounts

/// The command of a run, as it is on record, for the rows that the run left out.
struct RowsLeftOut {
  /// The command's own words; nil if the journal does not have all of them: personal data is masked
  /// there, a long line is cut, and a transaction has several commands.
  private let words: [String]?
  private let operation: (any Operation.Type)?
  /// The file that the run read; nil if it was standard input.
  private let file: String?
  /// The file that got the bad rows.
  private let rejects: String?

  init(of job: Job) {
    let typed = Self.words(of: job.change.command) ?? []
    let line = TypedLine(typed)
    let path = line.own.prefix(2).joined(separator: " ")
    operation = OperationCatalogue.all.first { "\($0.name)" == path }
    let from = Self.taking("--from", from: line.own) { !OperationFields.isDay($0) }
    func isFile(_ path: String) -> Bool { !CommandFiles.isStream(path) }
    file = from.value.flatMap { isFile($0) ? $0 : nil }
    rejects = Self.taking("--rejects", from: from.rest, where: isFile).value
    words =
      operation == nil || from.value == nil
      ? nil : from.rest + line.words(only: SavedImport.formOptions)
  }

  /// What comes before the command, e.g. `correct bad.csv`.
  var first: String {
    if let rejects { return "correct \(rejects)" }
    return file.map { "correct the rows in \($0)" } ?? "correct them in a file"
  }

  /// As it runs where it is printed; nil if it is not known.
  var command: String? {
    guard let words = again(from: rejects ?? file) else { return nil }
    return WordQuoting.line(["ubadmin"] + words)
  }

  /// The command with the rows of a file, passing over those that are on record. Those of the file of
  /// bad rows are not, and the file cannot be written while it is read, so they are all or nothing unless `keepsGoing`.
  /// - Parameter keepsGoing: whether rows that are still bad are left out again.
  func again(from path: String?, keepsGoing: Bool = false) -> [String]? {
    guard let words, let operation, let path else { return nil }
    let ofRun = ["--again", "--skip-known", "--keep-going"]
    let areRejects = rejects.map { FileNames.absolute($0) == FileNames.absolute(path) } ?? false
    let goesOn = keepsGoing || !areRejects && words.contains("--keep-going")
    let kept =
      words.filter { !ofRun.contains($0) } + ["--from", path] + (goesOn ? ["--keep-going"] : [])
    if areRejects { return Self.taking("--rejects", from: kept).rest }
    return kept + (operation.comparesRows ? ["--skip-known"] : [])
  }

  private static func words(of command: String) -> [String]? {
    guard !command.contains(ColumnType.mask), !command.hasSuffix("…") else { return nil }
    var splitter = LineSplitter()
    guard let goesOn = try? splitter.take(command), !goesOn, splitter.words.first == "ubadmin"
    else {
      return nil
    }
    return Array(splitter.words.dropFirst())
  }

  /// The words without an option, and its value.
  private static func taking(
    _ option: String, from words: [String], where isMeant: (String) -> Bool = { _ in true }
  ) -> (value: String?, rest: [String]) {
    guard let found = OptionInWords(option, in: words, where: { $0.map(isMeant) ?? false }) else {
      return (nil, words)
    }
    var rest = words
    rest.removeSubrange(found.places)
    return (found.value, rest)
  }
}
