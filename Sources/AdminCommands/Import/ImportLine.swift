import Accounts

/// A line that imports a file: the saved command, with the file and what else is typed.
enum ImportLine {
  /// The whole command that a line stands for; any other line as it is.
  static func expanding(_ words: [String], in session: Session) throws -> [String] {
    let line = TypedLine(words)
    let own = line.own
    let noun = TypedLine.leading(own)
    guard line.request == nil, own.count > noun + 2, own[noun] == ImportCommand.help.name,
      let command = try saved(own[noun + 1], in: session),
      let file = filePlace(in: Array(own[(noun + 2)...]), after: command)
    else { return words }
    var place = 0
    return line.words.flatMap { word -> [String] in
      guard word.part == nil else { return [word.text] }
      defer { place += 1 }
      switch place {
      case noun: return command
      case noun + 1: return []
      case noun + 2 + file: return ["--from", word.text]
      default: return [word.text]
      }
    }
  }

  /// The command of that name; nil if none is saved.
  static func saved(_ name: String, in session: Session) throws -> [String]? {
    guard ImportAction(rawValue: name) == nil, SavedTexts.isName(name) else { return nil }
    let saved = try SavedTexts(.import, session)
    return try saved.text(name).map { try SavedImport($0, at: saved.path(name)).words }
  }

  /// Where among the words behind the name the file stands.
  private static func filePlace(in rest: [String], after command: [String]) -> Int? {
    guard let first = rest.first else { return nil }
    if first == "-" || !first.hasPrefix("-") { return 0 }
    return CompletionLine(command + rest, typed: "").argumentPlaces
      .first { $0 >= command.count }.map { $0 - command.count }
  }

  /// What completion sees of a line that is being typed; nil for the line's own words.
  /// - Parameter words: those behind the noun.
  static func completed(_ words: [String], typed: String, saved: (String) -> [String]?) -> [String]?
  {
    guard let name = words.first else { return nil }
    let rest = Array(words.dropFirst())
    if name == ImportAction.save.rawValue { return rest.isEmpty ? nil : Array(rest.dropFirst()) }
    guard let command = saved(name) else { return nil }
    guard let file = filePlace(in: rest, after: command) else {
      return command + rest + (typed.hasPrefix("-") ? [] : ["--from"])
    }
    return command + rest[..<file] + ["--from"] + rest[file...]
  }
}
