import Accounts

/// What completion asks of the world in addition to the table of commands.
protocol CompletionSource {
  var today: CivilDate { get }
  var profiles: [String] { get }
  /// The names of saved queries.
  var queries: [String] { get }
  /// The names of saved imports.
  var imports: [String] { get }
  /// The words of the command of a saved import.
  func savedImport(_ name: String) -> [String]?
  /// The text of a saved query.
  func query(named name: String) -> String?
  func records(_ kind: RecordKind, named text: String, of account: String?) -> NamedRecords
  /// - Parameter byID: whether the IDs of the records are completed, and not what they are called.
  func records(found text: String, _ kinds: [SearchKind], byID: Bool) -> NamedRecords
  /// The fields of the list or page that the words ask for.
  func fields(of words: [String]) -> [String]
  /// Whether the names in a folder may be shown.
  func mayList(_ folder: String) -> Bool
}

extension CompletionSource {
  func mayList(_ folder: String) -> Bool { true }
}

/// Says what may follow on a command line. The shells and the prompt all ask it; it reads the table
/// of commands and its source, and nothing else.
struct Completer {
  let source: any CompletionSource
  /// The folder that `~` stands for, where the shell says so.
  var home: String?
  /// Whether records of the past are offered also to commands that change something.
  var offersEnded = false
  /// Whether the line is that of a command that `watch` runs.
  private var isWatched = false

  init(source: any CompletionSource, home: String? = nil, offersEnded: Bool = false) {
    self.source = source
    self.home = home
    self.offersEnded = offersEnded
  }

  /// - Parameter words: those before the one at the cursor, which is `typed` as far as it goes.
  func suggestions(after words: [String], typed: String) -> Suggestions {
    let line = CompletionLine(words, typed: typed)
    if line.command is WatchCommand.Type, !line.argumentPlaces.isEmpty {
      var inner = self
      inner.isWatched = true
      return inner.suggestions(after: WatchCommand.inner(words).words, typed: typed)
    }
    if line.command is ImportCommand.Type,
      let inner = ImportLine.completed(
        Array(words[line.pathEnd...]), typed: typed, saved: source.savedImport)
    {
      return suggestions(after: inner, typed: typed)
    }
    switch line.place {
    case .nothing: return Suggestions()
    case .command: return commands(line).beginning(with: typed)
    case .option: return options(line).beginning(with: typed)
    case .value(let slot, let lead):
      return values(
        WordSubject(slot, index: nil, in: line), String(typed.dropFirst(lead.count)), line
      ).behind(lead)
    case .argument(let slot, let index):
      return values(WordSubject(slot, index: index, in: line), typed, line)
    }
  }

  private func commands(_ line: CompletionLine) -> Suggestions {
    var path = line.path[...]
    let isHelp = path.first == "help"
    if isHelp { path = path.dropFirst() }
    guard let noun = path.first else {
      let topics = isHelp ? HelpTopic.words : []
      return Suggestions(
        Commands.all.filter(offers).map {
          Suggestions.Suggestion(value: $0.name, meaning: $0.abstract)
        } + topics.map { Suggestions.Suggestion(value: $0) }
          + (isHelp || isWatched
            ? [] : [Suggestions.Suggestion(value: "help", meaning: "Explain commands")]))
    }
    guard path.count == 1, case .noun(let type)? = Commands.entry(noun) else {
      return Suggestions()
    }
    return Suggestions(
      type.verbs.map { (name: $0.name, command: $0.command) }.filter {
        !isWatched || WatchCommand.takes($0.command, "\(noun) \($0.name)")
      }.map { Suggestions.Suggestion(value: $0.name, meaning: $0.command.help.abstract) })
  }

  private func offers(_ entry: Commands.Entry) -> Bool {
    guard isWatched, case .command(let command) = entry else { return entry.isShown }
    return entry.isShown && WatchCommand.takes(command, entry.name)
  }

  /// Those that are not given yet: required ones first, then the command's own.
  private func options(_ line: CompletionLine) -> Suggestions {
    let own = line.slots?.options ?? []
    let all =
      own.filter(\.isRequired) + own.filter { !$0.isRequired }
      + CommandSlots.global(of: line.command)
    let free = all.filter {
      $0.mayRepeat || line.givenOptions.isDisjoint(with: $0.names)
    }
    let help = Suggestions.Suggestion(value: "--help", meaning: "Show help")
    let ofWatch = Suggestions.Suggestion(
      value: WatchCommand.untilChangesOption, meaning: "stop when the output changes")
    return Suggestions(
      free.map { Suggestions.Suggestion(value: $0.longName, meaning: $0.help) }
        + (isWatched ? [ofWatch] : []) + [help])
  }

  private func values(
    _ subject: WordSubject, _ typed: String, _ line: CompletionLine
  ) -> Suggestions {
    switch subject {
    case .nothing: Suggestions()
    case .choice(let words): Suggestions(words: words).beginning(with: typed)
    case .list(let words): Self.list(words, typed, mayDescend: false)
    case .fields(let mayDescend):
      Self.list(source.fields(of: line.words), typed, mayDescend: mayDescend)
    case .setting:
      Suggestions(
        Setting.allCases.map { .init(value: $0.rawValue, meaning: $0.meaning) }
      ).beginning(with: typed)
    case .profile: Suggestions(words: source.profiles).beginning(with: typed)
    case .query: Suggestions(words: source.queries).beginning(with: typed)
    case .savedImport(let actions): imports(actions).beginning(with: typed)
    case .parameters(let query): parameters(of: query, line).beginning(with: typed)
    case .date:
      // A read was taken; other days may come.
      Self.dates(
        source.today, typed, upTo: line.path.first == ReadCommand.name ? source.today : nil)
    case .file: .files(typed, home: home, mayList: source.mayList)
    case .fileOrDate: filesAndDates(typed)
    case .sql(let before): QueryWords.suggestions(after: before, typed: typed)
    case .record(.readDay):
      readDays(typed, line)
    case .record(let kind):
      records(kind, typed, line)
    case .search: recordsFound(typed, line)
    case .kindOrSearch(let kinds): kindsAndRecords(kinds, typed, line)
    }
  }

  private func imports(_ actions: [String]) -> Suggestions {
    let saved = source.imports.map { name in
      Suggestions.Suggestion(
        value: name, meaning: source.savedImport(name).map(WordQuoting.line) ?? "")
    }
    return Suggestions(actions.map { Suggestions.Suggestion(value: $0) } + saved)
  }

  /// Of a query's words, each parameter that is not given yet.
  private func parameters(of query: [String], _ line: CompletionLine) -> Suggestions {
    let isSaved = query.first == SavedQueryAction.run.rawValue && query.count > 1
    let text = isSaved ? source.query(named: query[1]) : query.joined(separator: " ")
    let names = QueryParameters.names(in: text ?? "").map { $0 + "=" }
    return Suggestions(
      words: names.filter { name in
        !line.words.contains { $0.hasPrefix(name) || $0.hasPrefix("--param=" + name) }
      })
  }

  /// The next of several with commas between them.
  private static func list(_ words: [String], _ typed: String, mayDescend: Bool) -> Suggestions {
    let parts = typed.split(separator: ",", omittingEmptySubsequences: false)
    let last = parts.last ?? ""
    let lead = typed.dropLast(last.count)
    let sign = mayDescend && last.hasPrefix("-") ? "-" : ""
    let taken = Set(parts.dropLast().map { $0.drop { $0 == "-" } })
    return Suggestions(words: words.filter { !taken.contains($0[...]) })
      .beginning(with: String(last.dropFirst(sign.count))).behind(lead + sign)
  }

  private func filesAndDates(_ typed: String) -> Suggestions {
    var found = Suggestions.files(typed, home: home, mayList: source.mayList)
    found.list += Self.dates(source.today, typed).list
    return found
  }
}
