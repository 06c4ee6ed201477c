import Accounts
import ArgumentParser
import Reports

/// The command of one operation. Its arguments and options are the operation's fields, so help,
/// bulk columns and completion always agree.
struct OperationCommand<O: ShownOperation>: AdminCommand {
  static var help: CommandHelp {
    CommandHelp(
      O.name.verb, abstract: O.summary, usage: OperationFields.usage(O.self),
      discussion: HelpText.discussion(
        OperationFields.text(O.self), examples: O.examples))
  }

  static var leastRole: Role { O.leastRole }
  static var uses: OptionUse { .change }
  static var reach: CommandReach { [.store, .changes, .input, .parts] }
  /// `--from` may be given for a date and for a file.
  static var repeatable: Set<Substring> { ["--map", "--from"] }
  /// A citizen's guesses count whatever becomes of the rest.
  static var standsAlone: Bool { O.countsGuesses || O.name.noun == "portal" }
  static var showsOwnData: Bool { O.name.noun == "portal" }

  @OptionGroup(title: "Fields") var fields: FieldArguments<O>
  @OptionGroup(title: "Bulk options") var bulk: BulkOptions

  var files: CommandFiles {
    var files = fields.files
    // What is wrong with --from is said when the command runs.
    let file = (try? separated())?.file
    files.reads(file, "--from")
    files.readCSV = file != nil && file != ListedKeys.name
    files.writes(bulk.rejects, "--rejects")
    files.includeCSV = bulk.rejects != nil
    files.writes(bulk.planOut, "--plan-out")
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    if bulk.csvTemplate {
      try bulk.refuseBesideTemplate(context.options)
      try CommandContext.refuse(context.options.output, "--output", as: .csv)
      try context.answer(
        lines: [OperationFields.template(O.fields, context.options.delimiter ?? .comma)],
        marked: context.marksCSV)
      return .done
    }
    var (file, words) = try separated()
    try refuseNeither(file, in: context)
    try bulk.refuseContradiction()
    try CommandContext.refuse(bulk.rejects, "--rejects", as: .csv)
    if file == nil { try bulk.refuseWithoutFile() }
    try bulk.refuseVoid(of: O.self, context.options)
    try refuseUncountedGuesses(of: file, dryRun: context.options.dryRun)
    if file == nil {
      words = try FieldQuestions(context: context, type: O.self)
        .filled(words, texts: Set(fields.texts.keys))
      try GivenFields.refuseNone(in: words, texts: fields.texts, of: O.self)
    }
    try TextFiles.fill(&words, from: fields.texts, of: O.fields, in: context)
    let author = context.author(reason: try fields.journalReason())
    if bulk.planOut != nil { context.options.dryRun = true }
    let days =
      try DayFields.areNeeded(by: words, of: O.fields) && file == nil
      ? DayFields(O.fields, today: context.store(.write).today) : nil
    if let days {
      if !context.options.quiet { days.notices(words).forEach { context.say("note: " + $0) } }
      words = days.filled(words)
    }
    if let file {
      try SecretWords.refuseConstants(words, of: O.fields)
      let run = BulkRun(
        type: O.self, context: context, file: file,
        constants: BulkConstants(words, named: fields.givenByName), options: bulk)
      return try run.run(author: author)
    }
    return try SingleRun<O>(
      context: context, words: try SecretWords.filled(words, of: O.fields, in: context),
      planOut: bulk.planOut
    ).run(author: author)
  }

  /// A guess that leaves no trace would get round the limit on guesses.
  private func refuseUncountedGuesses(of file: String?, dryRun: Bool) throws {
    guard O.countsGuesses else { return }
    guard !dryRun, bulk.planOut == nil else {
      throw ValidationError(
        "\(O.name) has no dry run: every wrong attempt counts. "
          + "Leave out \(dryRun ? "--dry-run" : "--plan-out")")
    }
    guard file == nil || bulk.keepGoing else {
      throw ValidationError(
        "\(O.name) --from requires --keep-going, so that wrong attempts count even if other rows fail"
      )
    }
  }

  /// What is neither a file nor a day, where the option may be both.
  private func refuseNeither(_ file: String?, in context: CommandContext) throws {
    guard let file, O.fields.contains(where: OperationFields.isShared),
      !["-", ListedKeys.name].contains(file)
    else { return }
    try context.session.checkMayRead(file)
    guard !FileNames.isThere(file) else { return }
    throw CommandError(
      .cannotOpenInput, "--from: found \(file), which is neither a day nor a file",
      remedy: "give a day, e.g. --from 12/1/2026, or the name of a CSV file")
  }

  /// A field called `from` shares its option with the bulk file: a date is the field.
  private func separated() throws -> (file: String?, words: [[UInt8]?]) {
    var words = fields.words
    var files = bulk.from
    if let index = O.fields.firstIndex(where: OperationFields.isShared) {
      let dates = files.filter(OperationFields.isDay)
      guard dates.count < 2 else { throw ValidationError("--from was given two dates") }
      files.removeAll { dates.contains($0) }
      words[index] = dates.first.map { Array($0.utf8) }
    }
    guard files.count < 2 else { throw ValidationError("--from was given two files") }
    return (files.first, words)
  }
}
