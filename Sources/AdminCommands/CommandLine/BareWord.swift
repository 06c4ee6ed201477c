import Accounts

/// What was probably meant by a word that a command has no place for, or by an option that is an argument there.
struct BareWord {
  private let command: any AdminCommand.Type
  private let name: String
  private let noun: String

  /// - Parameter name: noun and verb.
  init(_ command: any AdminCommand.Type, _ name: String) {
    self.command = command
    self.name = name
    noun = String(name.prefix { $0 != " " })
  }

  /// The page of a record whose key stands behind a list of all: `customer list 7`; a search for what is no key.
  func commands(for word: String) -> String? {
    guard name == "\(noun) list" else { return nil }
    let options = CommandTree.options(of: command.page)
    guard word.contains(where: { $0.isNumber || $0 == "@" }) else {
      guard word.contains(where: \.isLetter), SearchKind(rawValue: noun) != nil else { return nil }
      return Self.naming([[SearchCommand.help.name, word, "--kind", noun]])
    }
    var lines: [[String]] = []
    if Commands.entry(noun)?.verbs.contains("show") == true { lines.append([noun, "show", word]) }
    let option = word.contains("@") ? "--to" : "--cid"
    if options.contains(option) { lines.append([noun, "list", option, word]) }
    return Self.naming(lines)
  }

  private static func naming(_ lines: [[String]]) -> String? {
    lines.isEmpty ? nil : lines.map { "`\(WordQuoting.line($0))`" }.joined(separator: " or ")
  }

  /// `note list account 2000001` for `note list --account 2000001`.
  func arguments(for option: String, in words: [String]) -> String? {
    let kind = String(option.dropFirst(2))
    guard command.uses.onlyShows, option.hasPrefix("--"),
      CommandSlots(command).arguments.first?.values.contains(kind) == true,
      let place = words.firstIndex(of: option), place + 1 < words.count,
      !words[place + 1].hasPrefix("-")
    else { return nil }
    return "\(name) \(WordQuoting.line([kind, words[place + 1]]))"
  }
}
