import Accounts

/// Values of printed commands that begin with a minus, such as an account -12, which the parser would take for
/// options.
enum DashedValues {
  /// The command with such a value joined to its option, and such an argument after `--`.
  static func marked(_ command: String) -> String {
    let words = words(of: command)
    guard words.contains(where: isDashed), !words.contains("--") else { return command }
    let start = words.first == "ubadmin" ? 1 : 0
    guard let named = try? NamedCommand(words[start...]), case .command(let type) = named.kind
    else {
      return command
    }
    let slots = CommandSlots(type)
    var line: [(text: String, isArgument: Bool)] = []
    var rest = words[start...].dropFirst(named.path.count)
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), let option = slots.option(word) else {
        line.append((word, !word.hasPrefix("--")))
        continue
      }
      line.append((word, false))
      guard option.slot != nil, let value = rest.popFirst() else { continue }
      // The parser takes numbers below zero for values.
      if isDashed(value), !ArgumentChecks.isNegative(value) {
        line[line.count - 1].text += "=" + value
      } else {
        line.append((value, false))
      }
    }
    let lead = words[..<(start + named.path.count)]
    return (lead + ordered(line)).joined(separator: " ")
  }

  /// Arguments keep their order, so all from the first one with a minus on go after `--`.
  private static func ordered(_ line: [(text: String, isArgument: Bool)]) -> [String] {
    guard let first = line.firstIndex(where: { $0.isArgument && isDashed($0.text) }) else {
      return line.map(\.text)
    }
    let moved = line[first...].filter(\.isArgument)
    let kept = line[..<first] + line[first...].filter { !$0.isArgument }
    return kept.map(\.text) + ["--"] + moved.map(\.text)
  }

  private static func isDashed(_ word: String) -> Bool {
    let bare = word.hasPrefix("'") ? word.dropFirst() : word[...]
    guard bare.hasPrefix("-"), !bare.hasPrefix("--"), bare.count > 1 else { return false }
    let letters = bare.dropFirst()
    return letters.count > 1 || letters.allSatisfy { GlobalOption.short($0) == nil }
  }

  /// The words as they are written, with their quotes.
  private static func words(of command: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for letter in command {
      if letter == "'" { isQuoted.toggle() }
      if letter == " ", !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(letter)
      }
    }
    return words
  }
}
