import Accounts
import ArgumentParser
import Reports

/// `search`
struct SearchCommand: AdminCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "search",
    abstract: "Find customers, accounts, meters, bills, payments, notes and users",
    discussion: HelpText.discussion(
      """
      Every word must appear somewhere in a record; the best matches come first. Case, accents, \
      punctuation and word order do not matter. If nothing matches, one letter of a word may be \
      wrong, missing or extra, and a note says so. \(AddressHelp.text) With --open, the page of the record is shown if \
      only one is found, or if one has exactly these words as its key; --pick 2 shows the page of the second. \
      A number that differs from the one typed is listed, never opened.

      At the prompt, the words alone are enough: `salas dora` or `2000002` opens the record found and puts \
      it in use, as `use` does; a record with a different spelling is only shown. If several are \
      found, they are numbered; type a number to open one, as it was then if the search had --at.

      \(SearchedColumn.help)
      """,
      examples: [
        "search almeida", "search acorn st --kind account --json", "search 555-1452",
        "search 2000001 --kind account --open", "search acorn st --pick 2",
      ]))

  static let looksBack = true
  /// Who may write the index on a server.
  static let ofRebuild = Role.clerk
  static let furtherRoles = [(line: "search --rebuild", role: ofRebuild)]

  @Argument(help: "words to search for") var words: [String] = []
  @Flag(help: "rebuild the search index first") var rebuild = false
  @Option(help: "only records of this kind") var kind: SearchKind?
  @Flag(help: "show the record's page if only one is found") var open = false
  @Option(
    help: ArgumentHelp(
      "show the page of the record with this number in the results", valueName: "number"))
  var pick: Int?

  func run(in context: CommandContext) throws -> ExitStatus {
    let text = words.joined(separator: " ")
    let hasWords = text.contains { $0 != " " }
    guard hasWords || rebuild || context.options.fields == "help" else {
      throw ValidationError("<words> is missing: search for at least one word")
    }
    guard context.options.asOf == nil || open || pick != nil else {
      throw ValidationError(
        "--as-of applies only to the page of a record: use it with --open or --pick")
    }
    let store = try context.searchable(rebuilds: rebuild)
    guard hasWords || !rebuild else { return .done }
    if context.options.limit == nil { context.options.limit = RowLimit(20) }
    let options = context.options
    let listed = options.limit.flatMap { $0.count > 0 ? $0.count : nil } ?? Self.most
    let limit = min(listed + 1, Self.most)
    let hits =
      try options.fields == "help"
      ? []
      : shown(in: context.session)
        ?? store.search(text, kinds: kind.map { [$0] } ?? SearchKind.allCases, limit: limit)
    let isAtPrompt = context.session.prompt?.isScript == false
    let meant = isAtPrompt ? command(insteadOf: hits) : nil
    if let meant { context.say("did you mean the command `\(meant)`?") }
    if hits.first?.isGuess == true, !options.quiet {
      context.say("note: found no \(kind?.rawValue ?? "record") with \(text), only similar ones")
    }
    if meant == nil, let hit = try opened(hits, text) {
      context.options.limit = nil
      try context.answer(page: try .found(hit, on: store, asOf: context.day(on: store)))
      if pick != nil || open && !hit.isGuess { context.session.prompt?.mean(hit) }
      return .done
    }
    let isNumbered = try isAtPrompt && options.output == nil && context.format == .table
    if hits.isEmpty, open, isAtPrompt {
      context.say("found no record with \(text)")
      return .notFound
    }
    // A number is looked up in the prompt's own store.
    let isOfOther = options.store != nil || options.profile != nil
    context.session.prompt?.searched =
      hits.isEmpty || isOfOther
      ? nil
      : SearchedRecords(
        words: words, kind: kind, past: context.session.printed.past,
        hits: Array(hits.prefix(listed)))
    try context.answer(Report.search(hits, numbered: isNumbered), on: store)
    if isNumbered, hits.count > 1 || hits.first?.isGuess == true, !options.quiet {
      context.say("type a number to open one")
    }
    if hits.count == Self.most, !options.quiet {
      context.say("there are more than \(Self.most) records: add words to narrow the search")
    }
    return hits.isEmpty && options.fields != "help" ? .notFound : .done
  }

  /// The records that the prompt has numbered; searched again, they may come in another order.
  private func shown(in session: Session) -> [SearchHit]? {
    guard pick != nil, let prompt = session.prompt, !prompt.isScript,
      let searched = prompt.searched, searched.words == words, searched.kind == kind,
      searched.past == session.printed.past
    else { return nil }
    return searched.hits
  }

  /// What was typed at the prompt may be a command with a slip, where nothing has these words.
  private func command(insteadOf hits: [SearchHit]) -> String? {
    guard open, kind == nil, hits.first?.isGuess == true else { return nil }
    return MeantCommand.near(words[0], words.dropFirst())
  }

  /// The hit whose page is to be shown.
  private func opened(_ hits: [SearchHit], _ text: String) throws -> SearchHit? {
    if let pick {
      guard hits.indices.contains(pick - 1) else {
        throw CommandError(
          .notFound, "--pick: found \(pick), but there are \(hits.count) records with \(text)",
          remedy: "leave out --pick to see them")
      }
      return hits[pick - 1]
    }
    guard open else { return nil }
    // Another number is another record, and not a spelling of this one; a note may be about anything.
    if let first = hits.first, first.isGuess,
      first.kind == .note || !text.contains(where: \.isLetter)
    {
      return nil
    }
    let named = hits.filter { $0.id == text }
    return hits.count == 1 ? hits.first : named.count == 1 ? named.first : nil
  }

  /// The most that `--limit 0` returns.
  private static let most = 2000
}

extension SearchedColumn {
  /// `Searches: customer (CID, name, …), …`
  fileprivate static var help: String {
    let kinds = SearchKind.allCases.map { kind in
      "\(kind.rawValue) (\(all.filter { $0.kind == kind }.map(\.name).joined(separator: ", ")))"
    }
    return "Searches: " + kinds.joined(separator: ", ") + "."
  }
}

extension Prompt {
  /// From now on commands mean the record that was opened, as with `use`.
  fileprivate func mean(_ hit: SearchHit) {
    if let subject = PromptSubject(hit) { self.subject = subject }
  }
}
