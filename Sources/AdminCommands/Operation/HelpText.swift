import Accounts

/// The texts that every help page has.
enum HelpText {
  static let statusLead = "EXIT STATUS: "

  /// The parser's shortest form does not say that options may be left out.
  static func usage(_ text: Substring) -> String {
    String(text.replacing(" <options>", with: " [<options>]"))
  }

  /// - Parameter statuses: those that the command can end with.
  static func discussion(
    _ text: String, examples: [String], statuses: [ExitStatus] = .ofReading
  ) -> String {
    var parts = text.isEmpty ? [] : [text]
    if !examples.isEmpty {
      parts.append("EXAMPLES:\n" + examples.map { "  ubadmin " + $0 }.joined(separator: "\n"))
    }
    parts.append(statusLead + statuses.map { "\($0.rawValue)" }.joined(separator: " "))
    return parts.joined(separator: "\n\n")
  }
}

extension [ExitStatus] {
  /// Of commands that change the store.
  static var ofWriting: [ExitStatus] { ExitStatus.allCases }
  /// Of commands that do something, all or nothing, without a dry run.
  static var ofActing: [ExitStatus] { StatusLists.acting }
  /// Of commands that only print what the store holds.
  static var ofReading: [ExitStatus] { StatusLists.reading }
}

/// The lists that are computed once.
private enum StatusLists {
  static let acting = ExitStatus.allCases.filter {
    ![.changesPending, .someRowsFailed].contains($0)
  }
  static let reading = acting.filter { ![.refused, .conflict, .cannotOpenInput].contains($0) }
}
