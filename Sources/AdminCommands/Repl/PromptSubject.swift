import Accounts
import Reports

/// The record that commands at a prompt apply to by default.
struct PromptSubject: Equatable {
  let kind: RecordKind
  let key: String

  /// `account 2000002`, as `use` takes it.
  var text: String { "\(kind.rawValue) \(key)" }

  /// The kinds of records that `use` takes, by their names.
  static let kinds: [(kind: RecordKind, record: NoteKind)] = [
    (.account, .account), (.customer, .customer), (.user, .user), (.meter, .meter),
    (.location, .location), (.bill, .bill),
  ]

  /// Commands that read this record alone, with it where they name none; others as they are.
  func filling(_ words: [String]) -> [String] {
    if let first = words.first, first == "show",
      MeantCommand.verbFirst(first, words.dropFirst()) == nil
    {
      return [kind.rawValue, first, key] + words.dropFirst()
    }
    let line = CompletionLine(words, typed: "")
    guard let command = line.command, let slots = line.slots, !line.namesRows,
      !Self.withoutSubject.contains(line.path), !Self.nounsWithoutSubject.contains(line.path[0])
    else { return words }
    if line.argumentPlaces.isEmpty {
      switch line.path {
      case ["note", "list"]:
        return Self.inserting([kind.rawValue, key], at: line.pathEnd, in: words)
      case [HistoryCommand.help.name] where kind.isHistory,
        [ExplainCommand.help.name] where kind.isExplained:
        return Self.inserting([kind.rawValue, key], at: line.pathEnd, in: words)
      default: break
      }
    }
    // A note's text, if anything, and not what it is about.
    if line.path == ["note", "add"], line.argumentPlaces.count < 2,
      line.given["kind"].flatMap(NoteKind.init) == nil
    {
      return Self.inserting([kind.rawValue, key], at: line.pathEnd, in: words)
    }
    let own = slots.arguments.indices.first { index in
      WordSubject(slots.arguments[index], index: index, in: line) == .record(kind)
    }
    if let own {
      guard line.given[slots.arguments[own].name] == nil || line.lacksArgument(slots),
        !line.givenOptions.contains("--" + slots.arguments[own].name)
      else { return words }
      return Self.inserting([key], at: line.place(ofArgument: own), in: words)
    }
    guard let option = option(of: slots, command, line) else { return words }
    return Self.inserting([option, key], at: line.pathEnd, in: words)
  }

  /// An option that a list is narrowed by, or that an operation cannot do without.
  private func option(
    of slots: CommandSlots, _ command: any AdminCommand.Type, _ line: CompletionLine
  ) -> String? {
    guard line.argumentPlaces.isEmpty || command is any FieldsCommand.Type else { return nil }
    return slots.options.first { option in
      guard let slot = option.slot, line.givenOptions.isDisjoint(with: option.names),
        WordSubject(slot, index: nil, in: line) == .record(kind)
      else { return false }
      return command is any ListCommand.Type || option.isRequired
    }?.longName
  }

  /// A merge must name both records.
  private static let withoutSubject = [["customer", "merge"]]
  /// Reports cover all records, and portal commands act for a citizen.
  private static let nounsWithoutSubject = [
    "report", "portal", "use", "search", "query", "import",
  ]

  private static func inserting(_ new: [String], at place: Int?, in words: [String]) -> [String] {
    guard let place else { return words }
    return words[..<place] + new + words[place...]
  }
}

extension RecordKind {
  fileprivate var isHistory: Bool { HistoryKind(argument: rawValue) != nil }
  var isExplained: Bool { ExplainedKind(rawValue: rawValue) != nil }
}

extension CompletionLine {
  /// Whether a file has the rows that the command is for.
  fileprivate var namesRows: Bool {
    guard let type = command as? any FieldsCommand.Type else { return false }
    if givenOptions.contains("--csv-template") { return true }
    guard let from = given["from"] else { return false }
    return !type.operationFields.contains(where: OperationFields.isShared)
      || !OperationFields.isDay(from)
  }

  /// Whether fewer words are given than the command has arguments.
  fileprivate func lacksArgument(_ slots: CommandSlots) -> Bool {
    !slots.lastRepeats && argumentPlaces.count < slots.arguments.count
  }

  /// Where among the words an argument stands or would stand; nil if others are missing before it.
  fileprivate func place(ofArgument index: Int) -> Int? {
    if index < argumentPlaces.count { return argumentPlaces[index] }
    guard index == argumentPlaces.count else { return nil }
    return argumentPlaces.last.map { $0 + 1 } ?? pathEnd
  }
}

extension PromptSubject {
  /// Nil if `use` does not take records of its kind.
  init?(_ hit: SearchHit) {
    guard let kind = hit.kind.record else { return nil }
    self.init(kind: kind, key: hit.id)
  }
}
