import Accounts

/// The texts that every help page has.
enum HelpText {
  static let statusLead = "EXIT STATUS: "
  /// What each line of a list in a discussion begins with.
  static let item = "- "

  /// Where the line of an example is typed, by what stands before it.
  enum Place: String, CaseIterable {
    case shell = "ubadmin "
    case prompt = "> "
  }

  /// The parser's shortest form does not say that options may be left out.
  static func usage(_ text: Substring) -> String {
    String(text.replacing(" <options>", with: " [<options>]"))
  }

  static func discussion(
    _ text: String, examples: [String], at place: Place = .shell
  ) -> String {
    var parts = text.isEmpty ? [] : [text]
    if !examples.isEmpty {
      parts.append(
        "EXAMPLES:\n" + examples.map { "  " + place.rawValue + $0 }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  /// - Parameter statuses: those that the command can end with.
  static func discussion(_ text: String, statuses: [ExitStatus]) -> String {
    (text.isEmpty ? "" : text + "\n\n") + statusLead
      + statuses.map { "\($0.rawValue)" }.joined(separator: " ")
  }

  /// Whether a line of help is an example, and no further line of one.
  static func isExample(_ line: some StringProtocol) -> Bool {
    Place.allCases.contains { line.hasPrefix("  " + $0.rawValue) }
  }
}
