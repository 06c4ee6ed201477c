import Accounts
import ArgumentParser
import Reports

/// `config …`
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Where options come from when they are not given",
    subcommands: [ConfigList.self, ConfigPath.self])
}

/// `config list`
struct ConfigList: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the configured options and where each comes from",
    discussion: HelpText.discussion(
      "An option on the command line comes before the environment, that before the user's file, "
        + "and that before the system's.", examples: ["config list"]))

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let configured = try session.configuration(global)
    let columns = ["key", "value", "from", "about"].map { ReportColumn.text($0) }
    try session.answer(global, list: "options", columns) { add in
      for key in Configuration.Key.allCases {
        let entry = configured[key]
        try add([
          .text(key.rawValue), entry.map { .text($0.value) } ?? .null,
          entry.map { .text($0.origin) } ?? .null, .text(key.meaning),
        ])
      }
    }
    return .done
  }
}

/// `config path`
struct ConfigPath: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print the files that are read, the strongest last",
    discussion: HelpText.discussion("", examples: ["config path"]))

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let paths = Configuration.paths(session.environment)
    guard try session.format(global) == .table else {
      try session.answer(global, list: "files", [.text("path")]) { add in
        for path in paths { try add([.text(path)]) }
      }
      return .done
    }
    try session.answer(global, lines: paths)
    return .done
  }
}
