import Accounts
import Reports

/// What a bulk run tells of the rows that it rejects.
extension BulkRun {
  func reject(
    _ row: BulkRow, _ rejection: Rejection, _ files: BulkFiles, _ tally: inout BulkTally
  ) throws {
    tally.reject(rejection)
    if context.options.messagesAreJSON { tally.keep(rejection, line: row.line) }
    try files.rejects?.add(row.cells, line: row.line, rejection, in: files.columns)
    for one in rejection.all {
      tally.kinds.add(one)
      guard tally.rejected <= Self.rowsShown else { continue }
      tell(one, line: row.line, in: files.columns)
    }
  }

  private func tell(_ rejection: Rejection, line: Int, in columns: Set<String>) {
    let words = rejection.words(in: columns, isListed: isListed)
    if context.options.messagesAreJSON {
      context.session.say(
        MessageRecord.error(
          rejection, message: words, status: rejection.code.status,
          place: (name, line)))
    } else {
      context.say("\(name):\(line): \(rejection.rowText(words))")
    }
  }

  /// The bad rows that are told one by one; of all of them the kinds are counted.
  private static let rowsShown = 20

  func tellKinds(_ tally: BulkTally) {
    guard tally.rejected > Self.rowsShown else { return }
    let place = options.rejects.map { "are in \($0)" } ?? "can be written with --rejects FILE"
    context.say(
      "… \(tally.rejected - Self.rowsShown) more bad rows; all \(tally.rejected) \(place)")
    for kind in tally.kinds.lines { context.say("  " + kind) }
  }

  /// Says how the bad rows are applied once they are correct. What the command line gave for all rows is in
  /// their file.
  func tellNext(_ rejects: RejectsFile?) {
    guard let rejects, let path = options.rejects, !CommandFiles.isStream(path),
      !context.options.dryRun, !context.options.quiet
    else { return }
    var words = ["ubadmin", type.name.noun, type.name.verb, "--from", path]
    if !isListed, let delimiter = context.options.delimiter, delimiter != .comma {
      words += ["--delimiter", delimiter.word]
    }
    if isUnmarked { words.append("--no-escape-formulas") }
    words += options.maps.flatMap { ["--map", $0] }
    words += rejects.untold.flatMap { ["--\($0.name)", String(decoding: $0.word, as: UTF8.self)] }
    context.say("correct \(path), and apply it with `\(WordQuoting.line(words))`")
  }

  /// Puts the bad rows in their place; answers where they lie instead, with the reason, where that failed.
  func put(
    _ rejects: RejectsFile?, orKeep keeps: Bool
  ) throws -> (path: String, reason: OutputError)? {
    guard let rejects, let path = options.rejects else { return nil }
    let old = rejects.replaced.map(ReplacedFile.content(of:)) ?? .nothing
    if old != .nothing, context.options.dryRun, options.planOut == nil {
      context.noteLeft(old, at: path)
      rejects.discard()
      return nil
    }
    let left = try rejects.commit(orKeep: keeps, keepingOld: old != .nothing)
    if let kept = rejects.keptOld { context.noteKept(old, of: path, as: kept) }
    return left
  }
}
