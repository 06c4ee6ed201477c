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
        O.text, examples: O.examples, statuses: .ofWriting))
  }

  static var leastRole: Role { O.leastRole }
  static var uses: OptionUse { .change }
  /// `--from` tells its dates and files apart itself.
  static var repeatable: Set<Substring> { ["--map", "--from"] }
  /// A citizen's guesses count whatever becomes of the rest.
  static var standsAlone: Bool { O.countsGuesses || O.name.noun == "portal" }
  static var showsOwnData: Bool { O.name.noun == "portal" }

  @OptionGroup(title: "Fields") var fields: FieldArguments<O>
  @OptionGroup(title: "Bulk options") var bulk: BulkOptions

  var files: CommandFiles {
    var files = fields.files
    // What is wrong with --from is said when the command runs.
    files.reads((try? separated())?.file, "--from")
    files.writes(bulk.rejects, "--rejects")
    files.includeCSV = bulk.rejects != nil
    files.writes(bulk.planOut, "--plan-out")
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    if bulk.csvTemplate {
      try bulk.refuseBesideTemplate(context.options)
      try context.answer(
        lines: [OperationFields.template(O.fields)], marked: context.marksCSV)
      return .done
    }
    var (file, words) = try separated()
    try bulk.refuseContradiction()
    if file == nil { try bulk.refuseWithoutFile() }
    try bulk.refuseVoid(of: O.self, context.options)
    try refuseUncountedGuesses(of: file, dryRun: context.options.dryRun)
    if file == nil {
      words = try AskedFields(context: context, type: O.self)
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
        type: O.self, context: context, file: file, constants: words, options: bulk)
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

  /// A field called `from` shares its option with the bulk file: a date is the field.
  private func separated() throws -> (file: String?, words: [[UInt8]?]) {
    var words = fields.words
    var files = bulk.from
    if let index = O.fields.firstIndex(where: OperationFields.isShared) {
      let dates = files.filter { (try? CivilDate($0)) != nil }
      guard dates.count < 2 else { throw ValidationError("--from was given two dates") }
      files.removeAll { dates.contains($0) }
      words[index] = dates.first.map { Array($0.utf8) }
    }
    guard files.count < 2 else { throw ValidationError("--from was given two files") }
    return (files.first, words)
  }
}

/// The words that a command line gives for an operation's fields.
struct FieldArguments<O: Operation>: ParsableArguments, CustomReflectable {
  /// In the order of the fields.
  private(set) var words: [[UInt8]?] = []
  /// Files that hold a field's text, by the field's place.
  private(set) var texts: [Int: String] = [:]
  private var reason: String?
  /// Arguments that were typed as options.
  private(set) var namedFields: Set<String> = []
  /// What is wrong with an argument that was typed in both forms.
  private var contradiction: String?

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: FieldKey.self)
    var named: [Int: [UInt8]] = [:]
    for field in O.fields {
      let key = FieldKey(field.name)
      let word: String? =
        if OperationFields.isShared(field) {
          nil
        } else if field.place == .argument {
          try container.decode(Argument<String?>.self, forKey: key).wrappedValue
        } else {
          try container.decode(Option<String?>.self, forKey: key).wrappedValue
        }
      if field.hasBothForms {
        named[words.count] = try container.decode(
          Option<String?>.self, forKey: FieldKey(OperationFields.namedForm(field))
        ).wrappedValue.map { Array($0.utf8) }
      }
      if field.takesFile {
        texts[words.count] = try container.decode(
          Option<String?>.self, forKey: FieldKey(OperationFields.fileOption(field))
        ).wrappedValue
      }
      words.append(word.map { Array($0.utf8) })
    }
    namedFields = Set(named.keys.map { O.fields[$0].name })
    contradiction = BothForms.place(named, of: O.fields, in: &words)
    if !OperationFields.hasReason(O.fields) {
      reason = try container.decode(Option<String?>.self, forKey: FieldKey("reason")).wrappedValue
    }
  }

  func validate() throws {
    if let contradiction { throw ValidationError(contradiction) }
  }

  /// ArgumentParser finds arguments in a type's mirror.
  var customMirror: Mirror {
    let fields = O.fields.filter { !OperationFields.isShared($0) }
    var children: [(label: String?, value: Any)] = OperationFields.requiredFirst(fields).map {
      ($0.name, OperationFields.declaration($0))
    }
    for field in O.fields where field.hasBothForms {
      children.append(
        (OperationFields.namedForm(field), OperationFields.namedDeclaration(field)))
    }
    for field in O.fields where field.takesFile {
      children.append(
        (OperationFields.fileOption(field), OperationFields.fileDeclaration(field)))
    }
    if !OperationFields.hasReason(O.fields) {
      let help = ArgumentHelp("reason, for the journal", valueName: "text")
      children.append(("reason", Option<String?>(help: help)))
    }
    return Mirror(self, children: children)
  }

  /// The files of long texts and of secrets.
  var files: CommandFiles {
    var files = CommandFiles()
    for (index, field) in O.fields.enumerated() where index < words.count {
      let option = "--" + OperationFields.fileOption(field)
      files.reads(texts[index], option)
      if field.place == .secret {
        files.reads(words[index].map { String(decoding: $0, as: UTF8.self) }, option)
      }
    }
    return files
  }

  /// `--reason`, or the free text of an operation's own reason.
  func journalReason() throws -> String? {
    if let reason { return try Remark(reason).text }
    guard let index = O.fields.firstIndex(where: { $0.name == "reason" && $0.choices == nil }),
      let bytes = words[index]
    else { return nil }
    return try Remark(String(decoding: bytes, as: UTF8.self)).text
  }
}
