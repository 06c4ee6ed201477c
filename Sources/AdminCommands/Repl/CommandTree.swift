import Accounts
import ArgumentParser

/// The commands as completion sees them: nouns, verbs, options.
enum CommandTree {
  /// What may follow; nil where a file is to be named.
  static func completions(_ before: [String], _ prefix: String) -> [String]? {
    var command: any ParsableCommand.Type = Root.self
    for word in before {
      guard !word.hasPrefix("-"),
        let next = command.configuration.subcommands.first(where: { name($0) == word })
      else { break }
      command = next
    }
    if let last = before.last, takesFile.contains(last) { return nil }
    if before == [name(RunCommand.self)], !prefix.hasPrefix("-") { return nil }
    let verbs = command.configuration.subcommands.map(name)
    let candidates = verbs.isEmpty ? options(of: command) : verbs + ["--help"]
    return candidates.filter { $0.hasPrefix(prefix) }.sorted()
  }

  static func name(_ command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  /// Noun and verb, or the noun of a command without verbs.
  static func path(_ words: [String]) -> String {
    let path = words.prefix(2).joined(separator: " ")
    return LeastRole.byCommand[path] == nil ? words.first ?? "" : path
  }

  private static let takesFile: Set<String> = ["--from", "--rejects", "--output", "-o", "--store"]

  /// The options that a command's help lists.
  static func options(of command: any ParsableCommand.Type) -> [String] {
    var options: Set<String> = []
    for line in Root.helpMessage(for: command, columns: 1000).split(separator: "\n") {
      guard line.hasPrefix("  -") else { continue }
      for word in line.split(separator: " ").prefix(3) where word.hasPrefix("--") {
        options.insert(String(word.prefix { $0 != "," && $0 != "<" }))
      }
    }
    return options.sorted()
  }
}
