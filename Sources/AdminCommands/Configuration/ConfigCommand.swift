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
    try session.answer(global) { writer in
      try writer.begin([
        ReportColumn("key", title: "Key", kind: .text),
        ReportColumn("value", title: "Value", kind: .text),
        ReportColumn("from", title: "From", kind: .text),
        ReportColumn("about", title: "About", kind: .text),
      ])
      for key in Configuration.Key.allCases {
        writer.text(key.rawValue)
        if let entry = configured[key] {
          writer.text(entry.value)
          writer.text(entry.origin)
        } else {
          writer.null()
          writer.null()
        }
        writer.text(key.meaning)
        try writer.endRow()
      }
      return nil
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
    for path in Configuration.paths(session.environment) { session.put(line: path) }
    try session.output.flush()
    return .done
  }
}
