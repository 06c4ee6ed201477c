import Accounts

/// The command that was probably meant by words that are none.
enum MeantCommand {
  /// A command with the words behind it, if it only shows something. What changes records is typed
  /// again, with all of its options.
  static func line(_ path: [String], _ rest: ArraySlice<String>) -> String {
    guard case .command(let command)? = (try? NamedCommand(path[...]))?.kind,
      command.uses.onlyShows
    else { return path.joined(separator: " ") }
    return WordQuoting.line(path + rest)
  }

  /// `list customers` is `customer list`.
  static func verbFirst(_ verb: String, _ rest: ArraySlice<String>) -> String? {
    let nouns = Commands.all.filter { $0.verbs.contains(verb) }.map(\.name)
    guard let typed = rest.first,
      let noun = nouns.first(where: { $0 == typed || $0 + "s" == typed })
        ?? NearestWord.nearest(to: typed, among: nouns)
    else { return nil }
    return line([noun, verb], rest.dropFirst())
  }

  /// `payments post` is `payment post`.
  static func pluralNoun(_ word: String, _ rest: ArraySlice<String>) -> String? {
    PluralNoun(word)?.list.first.flatMap { verb(of: $0, rest) }
  }

  private static func verb(of noun: String, _ rest: ArraySlice<String>) -> String? {
    rest.first.flatMap {
      NearestWord.nearest(to: $0, among: Commands.entry(noun)?.verbs ?? [])
    }.map { line([noun, $0], rest.dropFirst()) }
  }

  /// `bils` is `bill list`, and `servise lst` is `service list`.
  static func near(_ word: String, _ rest: ArraySlice<String>) -> String? {
    let nouns = Commands.all.filter(\.isShown).map(\.name)
    let plurals = nouns.map { $0 + "s" }.filter { PluralNoun($0) != nil }
    let known = word.hasSuffix("s") ? plurals + nouns : nouns + plurals
    guard let near = NearestWord.nearest(to: word, among: known) else {
      let verb = NearestWord.nearest(to: word, among: Commands.all.flatMap(\.verbs))
      let commands = verb.map(PromptShortcuts.commands) ?? []
      return commands.count == 1 ? commands[0] : nil
    }
    if let plural = PluralNoun(near) { return pluralNoun(near, rest) ?? line(plural.list, rest) }
    guard Commands.entry(near)?.verbs.isEmpty == false else { return line([near], rest) }
    return verb(of: near, rest) ?? near
  }
}
