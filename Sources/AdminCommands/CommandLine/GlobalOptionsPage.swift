import ArgumentParser

/// The global options as help and manual pages list them. Nothing is parsed
/// with it: `TypedLine` takes the options.
struct GlobalOptionsPage: ParsableArguments, CustomReflectable {
  init() {}

  /// In debug builds the parser looks for the keys of what it lists.
  init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: FieldKey.self) }

  /// ArgumentParser finds arguments in a type's mirror.
  var customMirror: Mirror { Mirror(self, children: Self.members) }

  /// Declarations, which never change.
  private struct Members: @unchecked Sendable {
    let all: [OptionMembers.Member]
  }

  private static let known = Members(
    all: GlobalOption.all.map { (label: $0.name, value: $0.declaration()) })

  static var members: [OptionMembers.Member] { known.all }

  /// A line for each option: its names, and what it is for.
  static var lines: [String] {
    HelpMessage(text: "\n" + helpMessage(columns: 10_000), path: []).parts.flatMap(\.lines)
      .filter { CommandTree.options(in: $0) != ["--help"] }
  }

  private static let names = Set(GlobalOption.all.map { "--" + $0.name } + ["--version", "--help"])

  /// Whether a line of a page begins an option that every page would list.
  static func isEverywhere(_ line: some StringProtocol) -> Bool {
    CommandTree.options(in: String(line)).contains(where: names.contains)
  }
}
