import Accounts
import ArgumentParser
import Reports

/// The tree of all commands, of which help and manual pages are made. Command
/// lines are not parsed with it.
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ubadmin",
    abstract: "Back-office tool for a city's utility accounts",
    discussion: HelpText.discussion(text, statuses: ExitStatus.allCases),
    version: Version.text, subcommands: Commands.all.map(\.page))

  private static let text = HelpText.discussion(
    """
    Without a command, ubadmin opens a prompt on a terminal; otherwise it runs the commands on \
    standard input. New here? See `ubadmin help tutorial`. Other topics: `ubadmin help topics`. \
    To find a command by what it does: `ubadmin help move out`.
    """,
    examples: [
      "store demo city.db", "account show 2000001 --store city.db",
      "report consumption --by month --csv --store city.db",
    ])
}

/// The program's version.
enum Version {
  static let number = "0.1.0"
  /// The date on the manual pages.
  static let date = "2026-11-23"
  static let text = "ubadmin \(number)"
  static let json = #"{"schema_version":\#(JSONKey.schemaVersion),"version":"\#(number)"}"#
}
