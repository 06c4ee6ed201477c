/// Options that are named otherwise in other commands.
enum AlikeOptions {
  private static let all: [[String]] = [
    ["--date", "--day", "--on"], ["--since", "--from"], ["--until", "--to"],
    ["--state", "--status"],
    ["--kind", "--event"],
  ]

  /// The one of this command; nil if it has none. Where a command changes records, --from is a file.
  static func meant(
    by option: String, of command: any AdminCommand.Type, among known: [String]
  ) -> String? {
    let meant = all.first { $0.contains(option) }?.first { $0 != option && known.contains($0) }
    return meant == "--from" && !command.uses.onlyShows ? nil : meant
  }
}
