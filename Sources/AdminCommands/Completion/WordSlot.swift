import Accounts
import ArgumentParser

/// A place on a command line where a value stands: an argument, or behind an option.
struct WordSlot: Equatable {
  /// The argument's name, or the option's without its dashes.
  let name: String
  /// What its value is called, e.g. `file`.
  let valueName: String
  var values: [String] = []
  var help = ""
}

/// What may be typed after noun and verb.
struct CommandSlots {
  /// An option with all its names.
  struct Option {
    let names: [String]
    /// Nil if it takes no value.
    let slot: WordSlot?
    let help: String
    let mayRepeat: Bool
    var isRequired: Bool { help.contains("(required)") }
    /// `--store` rather than `-s`.
    var longName: String { names.last ?? "" }
  }

  private(set) var arguments: [WordSlot] = []
  /// Whether the last argument stands for any number of them.
  private(set) var lastRepeats = false
  private(set) var options: [Option] = []
  private let repeatable: Set<Substring>

  /// Those that every command takes.
  static let global = GlobalOption.all.map { option in
    Option(
      names: (option.short.map { ["-\($0)"] } ?? []) + ["--" + option.name],
      slot: option.valueName.map {
        WordSlot(name: option.name, valueName: $0, values: option.values())
      }, help: option.help, mayRepeat: false)
  }

  /// Those that a command does something with; all of them before there is one.
  static func global(of command: (any AdminCommand.Type)?) -> [Option] {
    guard let command else { return global }
    return zip(GlobalOption.all, global).filter { option, _ in
      command.uses.takes(option) && (option.name != "at" || command.looksBack)
    }.map(\.1)
  }

  /// Of the command's own help, which lists all that it takes.
  init(_ command: any AdminCommand.Type) {
    repeatable = command.repeatable
    // Without an overview, which the first line would be.
    let help = HelpMessage(text: "\n" + command.helpMessage(columns: 10_000), path: [])
    for line in help.parts.flatMap(\.lines) {
      let (label, text) = HelpMessage.item(line)
      if label.hasPrefix("-") { addOption(label, text) } else { addArgument(label, text) }
    }
    lastRepeats = OptionMembers.flat(command.init()).contains { $0.value is Argument<[String]> }
  }

  func option(_ name: String) -> Option? {
    (options + Self.global).first { $0.names.contains(name) }
  }

  private mutating func addArgument(_ label: String, _ text: String) {
    let name = label.filter { !"<>[]. ".contains($0) }
    arguments.append(
      WordSlot(name: name, valueName: name, values: Self.values(text), help: text))
  }

  /// `-o, --output <file> ...`
  private mutating func addOption(_ label: String, _ text: String) {
    let parts = label.split(separator: "<", maxSplits: 1)
    let names = parts[0].split { ",/ ".contains($0) }.map(String.init)
    let valueName = parts.count > 1 ? String(parts[1].prefix { $0 != ">" }) : nil
    let long = names.last.map { String($0.drop { $0 == "-" }) } ?? ""
    options.append(
      Option(
        names: names,
        slot: valueName.map {
          WordSlot(name: long, valueName: $0, values: Self.values(text))
        }, help: text, mayRepeat: repeatable.contains("--" + long)))
  }

  /// `(values: a, b; default: a)`
  private static func values(_ text: String) -> [String] {
    let lead = "(values: "
    guard let start = text.ranges(of: lead).last?.upperBound else { return [] }
    return text[start...].prefix { $0 != ";" && $0 != ")" }.split(separator: ",")
      .map { String($0.trimmed) }
  }
}
