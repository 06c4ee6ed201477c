import Accounts
import ArgumentParser

/// The commands as manual pages and messages see them: nouns, verbs, options.
enum CommandTree {
  static func name(_ command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

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
