import Accounts
import ArgumentParser

/// The commands as completion sees them: nouns, verbs, options.
enum CommandTree {
  /// What may follow; nil where a file is to be named.
  static func completions(_ before: [String], _ prefix: String) -> [String]? {
    let page = page(before)
    if let last = before.last, takesFile.contains(last) { return nil }
    if before == [RunCommand.help.name], !prefix.hasPrefix("-") { return nil }
    let verbs = page.configuration.subcommands.map(name)
    let candidates = verbs.isEmpty ? options(of: page) : verbs + ["--help"]
    return candidates.filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// The page of what the first words name.
  private static func page(_ words: [String]) -> any ParsableCommand.Type {
    guard let noun = words.first, let entry = Commands.entry(noun) else { return Root.self }
    guard case .noun(let type) = entry, let verb = words.dropFirst().first else {
      return entry.page
    }
    return type.verbs.first { $0.name == verb }?.command.page ?? entry.page
  }

  static func name(_ command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  private static let takesFile: Set<String> = ["--from", "--rejects", "--output", "-o", "--store"]

  /// The options that a command's page lists.
  static func options(of page: any ParsableCommand.Type) -> [String] {
    options(in: Root.helpMessage(for: page, columns: 1000))
  }

  static func options(in help: String) -> [String] {
    var options: Set<String> = []
    for line in help.split(separator: "\n") {
      guard line.hasPrefix("  -") else { continue }
      for word in line.split(separator: " ").prefix(3) where word.hasPrefix("--") {
        options.insert(String(word.prefix { $0 != "," && $0 != "<" }))
      }
    }
    return options.sorted()
  }
}
