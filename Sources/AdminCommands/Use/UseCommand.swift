import Accounts
import ArgumentParser
import Reports

/// `use`
struct UseCommand: AdminCommand {
  static let uses: OptionUse = .list
  static let reach: CommandReach = [.store, .conflicts]
  static let help = CommandHelp(
    "use", abstract: "At the prompt, choose the record that the next commands apply to",
    discussion: HelpText.discussion(
      """
      After `use account 2000002`, commands that take an account apply to that one unless they name another: \
      `show`, `bill list`, `history`, `service stop WATER --on today`. The prompt shows it. A record \
      named on the line takes precedence; bulk files and reports ignore it. Any words that find \
      exactly one record also work. After a search that numbered its records, a number is the record under it, \
      as it is when typed alone; `use customer 2` is the customer with that ID. `use` alone clears it. In a script, \
      it lasts until the script's end.
      """,
      examples: ["use account 2000002", "use 100001", "use salas dora", "use"], at: .prompt))

  @Argument(
    help: "account, customer, user, meter, location or bill and its key; or words to search for")
  var words: [String] = []

  func run(in context: CommandContext) throws -> ExitStatus {
    guard let prompt = context.session.prompt else {
      throw CommandError(
        .usage, "use works only at the prompt and in scripts",
        remedy: "give the record in the command itself, or open the prompt with `ubadmin repl`")
    }
    guard !words.isEmpty else {
      prompt.subject = nil
      return .done
    }
    let subject = try chosen(at: prompt, in: context)
    prompt.subject = subject
    // A terminal's prompt shows it.
    if prompt.isScript, !context.options.quiet { context.say("using \(subject.text)") }
    return .done
  }

  private func chosen(at prompt: Prompt, in context: CommandContext) throws -> PromptSubject {
    let store = try context.store(.read)
    if words.count == 1, !prompt.isScript, let hit = prompt.searched?.hit(words[0]) {
      return try picked(hit, on: store)
    }
    if let exact = try named(on: store) { return exact }
    try refuseSlip(on: store)
    return try found(in: context)
  }

  /// `use 2` after a search that has numbered several records; the record may be gone since.
  private func picked(_ hit: SearchHit, on store: Store) throws -> PromptSubject {
    guard let kind = PromptSubject.kinds.first(where: { $0.kind == hit.kind.record }) else {
      throw CommandError(
        .usage, "\(words[0]) is a \(hit.kind.rawValue) in the last search, and cannot be in use",
        remedy: "type \(words[0]) to open it, or use the account that it belongs to")
    }
    return try subject(kind, hit.id, on: store)
  }

  /// `account 2000002`, or a key that is one record's alone.
  private func named(on store: Store) throws -> PromptSubject? {
    if words.count == 2,
      let kind = PromptSubject.kinds.first(where: { $0.kind.rawValue == words[0] })
    {
      return try subject(kind, words[1], on: store)
    }
    guard words.count == 1 else { return nil }
    let found = PromptSubject.kinds.compactMap { try? subject($0, words[0], on: store) }
    return found.count == 1 ? found[0] : nil
  }

  /// `use acount 2000002`
  private func refuseSlip(on store: Store) throws {
    guard words.count == 2,
      let near = NearestWord.nearest(
        to: words[0], among: PromptSubject.kinds.map { $0.kind.rawValue }),
      let kind = PromptSubject.kinds.first(where: { $0.kind.rawValue == near }),
      let meant = try? subject(kind, words[1], on: store)
    else { return }
    throw CommandError(
      .usage, "found \(words[0]), expected a kind of record",
      remedy: "did you mean `use \(meant.text)`?")
  }

  private func subject(
    _ kind: (kind: RecordKind, record: NoteKind), _ key: String, on store: Store
  ) throws -> PromptSubject {
    do {
      let record = try store.noteRecord(kind.record, try TypedValue.value(key, "words"))
      return PromptSubject(kind: kind.kind, key: record.name)
    } catch let fault as Rejection {
      // As it is typed.
      throw Rejection(
        fault.code, field: kind.kind.rawValue, found: fault.found, expected: fault.expected,
        remedy: fault.remedy)
    }
  }

  private func found(in context: CommandContext) throws -> PromptSubject {
    let text = words.joined(separator: " ")
    let kinds = SearchKind.allCases.filter { $0.record != nil }
    let store = try context.searchable()
    let hits = try store.search(text, kinds: kinds, limit: Self.most + 1)
    guard let first = hits.first, let kind = first.kind.record else {
      throw CommandError(
        .notFound, "found no record with \(text)", remedy: "see `ubadmin search --help`")
    }
    guard hits.count == 1, !first.isGuess else {
      context.options.limit = RowLimit(Self.most)
      try context.answer(Report.search(hits), on: store)
      throw CommandError(
        .conflict,
        first.isGuess ? "no exact match for \(text)" : "found more than one record with \(text)",
        remedy: "name one: `use \(kind.rawValue) \(word: first.id)`")
    }
    return PromptSubject(kind: kind, key: first.id)
  }

  /// The records that are shown where there are several.
  private static let most = 20
}
