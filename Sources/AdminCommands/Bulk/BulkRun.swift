import Accounts
import Reports

/// One bulk run: a file's rows, each the same operation, in one change.
struct BulkRun {
  let type: any Operation.Type
  let context: CommandContext
  let file: String
  let constants: BulkConstants
  let options: BulkOptions

  var name: String { file == "-" ? "standard input" : isListed ? "the last list" : file }

  /// The rows are the records of the last list at a prompt.
  var isListed: Bool { file == ListedKeys.name && context.session.prompt != nil }

  /// Whether cells are taken as written, without removing the apostrophe before a formula.
  var isUnmarked: Bool { context.options.noEscapeFormulas && !isListed }

  private func input() throws -> BulkInput {
    guard isListed else { return try BulkInput(path: file, context: context) }
    guard let listed = context.session.prompt?.listed else {
      throw CommandError(.usage, "no list has been shown yet", remedy: "show a list first")
    }
    return BulkInput(
      kept: try listed.file(of: type, constants: constants), context: context)
  }

  func run(author: Author) throws -> ExitStatus {
    try context.session.interruptible { try runToEnd(author) }
  }

  private func runToEnd(_ author: Author) throws -> ExitStatus {
    let store = try context.store(.write)
    if !isListed { try DayFields(type.fields, today: store.today).refuseWords(constants.words) }
    let first = try open(author, on: store)
    try context.prepareAnswer()
    // Rows that are typed, or come slowly, do not make others wait before the first of them is
    // there.
    try first.rows.readFirst()
    var unread: BulkFiles? = first
    // Standard input cannot be read twice, and a plan that was shown cannot be withdrawn.
    let canRunAgain = file != "-" && !context.options.dryRun
    let made = try context.change(store, by: author, retries: canRunAgain) { change in
      change.books.repeats = options.repeats
      let files = try unread ?? open(author, on: store)
      unread = nil
      do {
        let tally = try apply(files, change, on: store)
        return isRefused(tally) ? .discard((files, tally)) : .commit((files, tally))
      } catch {
        files.discard()
        throw error
      }
    }
    let (files, tally) = made.value
    do {
      return try conclude(files, tally, change: made.number)
    } catch {
      files.discard()
      throw error
    }
  }

  /// What the run reads and writes besides the store.
  private func open(_ author: Author, on store: Store) throws -> BulkFiles {
    let input = try input()
    // A list at the prompt is not read from a file.
    let delimiter = isListed ? .comma : context.options.delimiter ?? .comma
    let reader = CSVReader(source: input, delimiter: delimiter, encoding: options.fileEncoding)
    let header = try HeaderReader(
      fields: type.fields, constants: constants, maps: options.maps, file: name,
      delimiter: delimiter, isUnmarked: isUnmarked
    ).header(reader, of: input)
    try GivenFields.refuseNone(in: header, of: type, file: name, isListed: isListed)
    if let both = ClearList.contradiction(in: header.constants, of: type.fields) { throw both }
    let days = DayFields(type.fields, today: store.today)
    let filled = days.filled(header.constants, unless: { header.fields.contains($0) })
    let columns = RejectsColumns(
      header: header.names, constants: BulkConstant.all(filled, of: type.fields))
    let rejects = try options.rejects.map {
      RejectsFile(
        try context.newFile($0, staysIfKilled: true), columns: columns, delimiter: delimiter,
        isUnmarked: isUnmarked, marked: try options.fileEncoding != .utf8 || context.marksCSV)
    }
    let oddLines = OddLines(header, of: type, acceptsUnusual: context.options.acceptsUnusual)
    let rows = RowPrefetcher(
      BulkRows(
        type: type, reader: reader, header: header, constants: filled, days: days,
        oddLines: oddLines, columns: columns, rejects: rejects, name: name,
        keepsWords: options.planOut != nil, window: context.window(on: store),
        secrets: context.session.secrets),
      of: input)
    return BulkFiles(
      size: input.size, rows: rows,
      columns: Set(header.fields.compactMap { $0.map { type.fields[$0].name } }),
      words: RowWords(
        header: header, constants: filled, days: DayFields(type.fields, today: store.today),
        oddLines: oddLines),
      rejects: rejects, plan: try openPlan(author, on: store))
  }

  private func apply(
    _ files: BulkFiles, _ change: ChangeTransaction, on store: Store
  ) throws -> BulkTally {
    var progress = ProgressLine(
      session: context.session, total: files.size,
      isShown: !options.noProgress && !context.options.quiet)
    defer { progress.clear() }
    var tally = BulkTally()
    try examine(files, change, &tally) { tally in
      progress.update(
        files.rows.position * options.fileEncoding.bytesOfLetter, count: tally.rows, "rows",
        detail: tally.rejected == 0 ? "" : "\(tally.rejected) rejected")
    }
    try files.rows.checkIsAsItWas()
    // The same file is refused as a whole, though its rows have been refused, too.
    if tally.applied + tally.rejected > 0, !isListed {
      try checkIsNew(files.rows.fingerprint, tally, change, on: store)
    }
    for mark in files.rejects?.marks ?? [] {
      if tally.applied > 0 { change.mark(mark) }
      for run in change.books.earlierRuns { change.mark(mark, ofEarlier: run) }
    }
    try noteResumed(tally, change, on: store)
    try checkAsWhole(files, tally, change.books)
    // A full disk is told before the change is made, not after it.
    try files.rejects?.finish()
    try SignalInbox.check()
    return tally
  }

  func isRefused(_ tally: BulkTally) -> Bool { tally.rejected > 0 && !options.keepGoing }

  private func openPlan(_ author: Author, on store: Store) throws -> (any Plan)? {
    if let path = options.planOut {
      return try PlanFile(
        path, of: type, author: author, repeats: options.repeats, context: context)
    }
    return context.options.dryRun ? try context.shownPlan(on: store) : nil
  }

  private func conclude(
    _ files: BulkFiles, _ tally: BulkTally, change number: Int64?
  ) throws -> ExitStatus {
    let plan = files.plan
    let isRefused = isRefused(tally)
    // A file holds a plan that can be applied, or none.
    if isRefused, options.planOut != nil { plan?.discard() } else { try plan?.finish() }
    let kept = try put(files.rejects, orKeep: number != nil)
    tellKinds(tally)
    try context.telling(of: number) {
      try context.report(tally, of: name, change: number, isRefused: isRefused)
    }
    if let kept, let number {
      context.say("change \(number) was made; its rejected rows are in \(kept.path)")
      throw kept.reason
    }
    if isRefused { return .badData }
    if let path = options.planOut, !context.options.quiet { context.say(PlanFile.hint(path)) }
    if tally.rejected > 0 {
      tellNext(files.rejects)
      return .someRowsFailed
    }
    return context.options.dryRun && context.options.detailedExitcode && tally.applied > 0
      ? .changesPending : .done
  }
}
