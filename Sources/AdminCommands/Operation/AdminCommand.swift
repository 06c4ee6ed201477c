import Accounts
import ArgumentParser

/// A command that works in a session.
protocol AdminCommand: ParsableCommand {
  var global: GlobalOptions { get }
  /// The files that the command's own words name; none is opened that is not among them.
  var files: CommandFiles { get }
  func run(in session: Session) throws -> ExitStatus
}

extension AdminCommand {
  var files: CommandFiles { CommandFiles() }
}

/// The texts that every help page has.
enum HelpText {
  static func discussion(_ text: String, examples: [String]) -> String {
    var parts = text.isEmpty ? [] : [text]
    if !examples.isEmpty {
      parts.append("EXAMPLES:\n" + examples.map { "  ubadmin " + $0 }.joined(separator: "\n"))
    }
    parts.append("EXIT STATUS: " + exitStatus)
    return parts.joined(separator: "\n\n")
  }

  private static let exitStatus = ExitStatus.allCases
    .map { "\($0.rawValue) \($0.meaning)" }.joined(separator: " · ")
}
