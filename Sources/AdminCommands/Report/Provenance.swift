import Accounts
import Reports

/// The origin of a file: how to create the same bytes again, and how to verify them.
struct Provenance: Equatable {
  /// The command, with the day and the change that it is as of.
  var words: [String]
  /// Whether bars and lines were drawn with more than ASCII; nil in older files.
  var isUnicode: Bool?
  var change: Int64
  /// Of the journal at the change.
  var journal: String
  var rows: Int
  var sha256: String

  static func path(of file: String) -> String { file + ".provenance.csv" }
}

extension Provenance {
  private static let header = ["field", "value"]

  /// The command as it is typed.
  var line: String { WordQuoting.line(["ubadmin"] + words) }

  /// CSV of fields and values; each word of the command is a row.
  var text: [[String]] {
    [Self.header, ["program", "ubadmin " + Version.number]]
      + [["command", line]] + words.map { ["word", $0] }
      + (isUnicode.map { [["characters", $0 ? "unicode" : "ascii"]] } ?? [])
      + [
        ["change", "\(change)"], ["journal", journal], ["rows", "\(rows)"], ["sha256", sha256],
      ]
  }

  init(reading path: String, in context: CommandContext) throws {
    try self.init(reading: try BulkInput(path: path, context: context), path: path)
  }

  /// - Parameter path: for messages.
  init(reading source: any ByteSource, path: String) throws {
    func isNone(_ found: String) -> CommandError {
      CommandError(
        .badData, "\(path): found \(found), expected a file written by --provenance",
        remedy: "create the report again with --provenance")
    }
    let reader = CSVReader(source: source)
    var fields: [String: String] = [:]
    words = []
    var isFirst = true
    func isMore() throws -> Bool {
      do { return try reader.next() } catch { throw isNone("\(error.found) in line \(error.line)") }
    }
    while try isMore() {
      let row = reader.row
      let cells = (0..<row.count).map { row.text($0) }
      guard cells.count == 2, !isFirst || cells == Self.header else {
        throw isNone(cells.joined(separator: ","))
      }
      if cells[0] == "word" { words.append(cells[1]) } else { fields[cells[0]] = cells[1] }
      isFirst = false
    }
    guard let change = fields["change"].flatMap({ Int64($0) }), let journal = fields["journal"],
      let rows = fields["rows"].flatMap({ Int($0) }), rows >= 0, let sha256 = fields["sha256"],
      !words.isEmpty
    else { throw isNone("no change, journal, rows, sha256 or words") }
    isUnicode = fields["characters"].map { $0 == "unicode" }
    (self.change, self.journal, self.rows, self.sha256) = (change, journal, rows, sha256)
  }
}

extension CommandContext {
  /// Refuses commands that `--provenance` does not support.
  func refuseProvenance(_ command: any AdminCommand) throws {
    guard options.provenance else { return }
    guard command is any ListCommand else {
      throw CommandError(
        .usage,
        "--provenance is for reports and lists of records in the store; `\(name)` shows none",
        remedy: "leave --provenance out")
    }
    guard !options.reveal else {
      throw CommandError(
        .usage,
        "--provenance cannot be used with --reveal, because `report verify` never reveals personal data",
        remedy: "leave --provenance or --reveal out")
    }
    try refuseInOpenTransaction("--provenance")
    guard let output = options.output, !["-", "/dev/stdout"].contains(output) else {
      throw CommandError(
        .usage, "--provenance requires --output", remedy: "add -o FILE")
    }
    if let kind = FileKind(path: output) {
      throw CommandError(
        .usage, "--provenance requires a file as --output, and \(output) is a \(kind.rawValue)",
        remedy: "add -o FILE")
    }
  }

  /// Writes a list or report to its file, with a provenance file next to it.
  func answerWithProvenance(_ command: some ListCommand) throws {
    guard let output = options.output else { return }
    let store = try store(.read)
    let day = day(on: store)
    if past == nil {
      // Later changes do not count, here or in the verification.
      try goBackToLast(store)
    }
    options.asOf = try TypedValue.value("\(day)", "as-of") as TypedDay
    let change = try store.lastChange()
    guard let journal = try store.digest(ofChange: change) else {
      throw CommandError(.inputOutput, "change \(change) of the store has no digest")
    }
    let sidecar = try newFile(Provenance.path(of: output))
    var rows = 0
    do {
      try answer(try command.report(on: store, in: self), on: store) { rows = $0 }
      guard let digest = FileDigest.of(output) else {
        throw CommandError(.inputOutput, "\(output) cannot be read back")
      }
      let words =
        ["--at", "\(change)", "--as-of", "\(day)"] + (try configuredForm)
        + TypedLine(typed).words(without: Self.ownWords)
      let provenance = Provenance(
        words: words, isUnicode: drawsUnicode, change: change, journal: journal, rows: rows,
        sha256: digest)
      for row in provenance.text {
        for (index, cell) in row.enumerated() {
          if index > 0 { sidecar.output.append(",") }
          CSVCells.append(
            text: cell, delimiter: .comma, escapeFormulas: false, to: sidecar.output)
        }
        sidecar.output.append("\n")
      }
      try sidecar.commit()
    } catch {
      sidecar.discard()
      throw error
    }
  }

  /// Between the question and the look back another change may come, and a standby shows no past.
  private func goBackToLast(_ store: Store) throws {
    guard try store.lastChange() > 0 else {
      throw CommandError(
        .refused,
        "--provenance names the last change of the store, and the store has no change yet",
        remedy: "leave --provenance out")
    }
    for _ in 1..<3 {
      do {
        options.at = .change(try store.lastChange())
        return try goBack(store)
      } catch let error as StoreError where error.kind == .standby {}
    }
    options.at = .change(try store.lastChange())
    try goBack(store)
  }

  /// What the file's name and the configuration add to its form: elsewhere they may say something else.
  private var configuredForm: [String] {
    get throws {
      let format = try format
      let isTyped = options.csv || options.json || options.plot || options.format != nil
      let colors = try options.color == nil && color == .always
      // Also where it follows from the file's name: a file may be renamed.
      return (isTyped ? [] : ["--format", format.rawValue])
        + (colors ? ["--color", "always"] : [])
        + (try format == .csv && marksCSV && !options.bom ? ["--bom"] : [])
    }
  }

  /// Options that say where, not what; and those that are told again.
  static let ownWords: Set<String> = [
    "provenance", "output", "at", "as-of", "store", "profile", "no-config", "wait", "quiet",
    "verbose", "yes", "no-input", "no-pager",
  ]
}
