import Accounts
import ArgumentParser
import Reports

/// `config …`
struct ConfigCommand: NounCommand {
  static let name = "config"
  static let abstract = "Configuration: default values of options"
  static let verbs: [Verb] = [
    Verb(ConfigList.self), Verb(ConfigShow.self), Verb(ConfigSet.self), Verb(ConfigUnset.self),
    Verb(ConfigPath.self),
  ]
}

/// `config list`
struct ConfigList: AdminCommand {
  static let uses: OptionUse = .list
  static let reach: CommandReach = []
  static let help = CommandHelp(
    "list", abstract: "List the configured options and where each comes from",
    discussion: HelpText.discussion(
      "The command line takes precedence over the environment, the environment over the profile, the profile "
        + "over the user file, and the user file over the system file. Use `config show --show-origin` "
        + "to see the defaults as well.", examples: ["config list"]))

  func run(in context: CommandContext) throws -> ExitStatus {
    let configured = try context.configuration
    let columns = ["key", "value", "from", "about"].map { ReportColumn.text($0) }
    try context.answer(list: "options", columns) { add in
      for key in ConfigurationKey.allCases {
        let entry = configured[key]
        try add([
          .text(key.rawValue), entry.map { .text($0.shown) } ?? .null,
          entry.map { .text($0.origin) } ?? .null, .text(key.meaning),
        ])
      }
    }
    return .done
  }
}

/// `config path`
struct ConfigPath: AdminCommand {
  static let uses: OptionUse = .list
  static let reach: CommandReach = []
  static let help = CommandHelp(
    "path", abstract: "Print the configuration files, lowest precedence first",
    discussion: HelpText.discussion("", examples: ["config path"]))

  func run(in context: CommandContext) throws -> ExitStatus {
    let paths = Configuration.paths(context.session.environment)
    guard try context.format == .table else {
      try context.answer(list: "files", [.text("path")]) { add in
        for path in paths { try add([.text(path)]) }
      }
      return .done
    }
    try context.answer(lines: paths)
    return .done
  }
}
