import Accounts

/// Checks of a command's words before they are parsed, for what the parser would accept silently or take
/// for an option.
enum ArgumentChecks {
  /// An amount below zero is joined to its option, as `--amount=-5.00`.
  static func joiningAmounts(_ words: [String]) -> [String] {
    var joined: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word != "--" else { return joined + [word] + rest }
      if isOption(word), !word.contains("="), let next = rest.first, isNegative(next) {
        joined.append(word + "=" + rest.removeFirst())
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  /// A word that begins with two dashes and a blank is a text, such as SQL with a comment; the parser
  /// would look for an option of that name.
  static func keepingTexts(_ words: [String]) -> [String] {
    words.map { word in
      let rest = word.dropFirst(2)
      return word.hasPrefix("--") && rest.first?.isWhitespace == true ? " " + word : word
    }
  }

  /// Of two values the first would be lost.
  static func refuseRepeated(_ words: [String], of command: any AdminCommand.Type) throws {
    let repeatable = command.repeatable
    let words = words.prefix { $0 != "--" }
    var seen: [Substring: Bool] = [:]
    for (index, word) in words.enumerated() where isOption(word) {
      let name = word.prefix { $0 != "=" }
      let next = index + 1 < words.count ? words[index + 1] : nil
      let hasValue = word.contains("=") || next.map { !$0.hasPrefix("-") || $0 == "-" } ?? false
      if let earlier = seen[name], earlier || hasValue, !repeatable.contains(name) {
        throw twice(name, isList: name == "--clear")
      }
      seen[name] = (seen[name] ?? false) || hasValue
    }
  }

  /// - Parameter isList: whether one option takes several values.
  static func twice(_ option: some StringProtocol, isList: Bool = false) -> CommandError {
    CommandError(
      .usage, "\(option) appears twice",
      remedy: isList ? "write all in one, as \(option) a,b" : "leave one out")
  }

  /// A blank word for a field or an option asks for something, but does not say what. A blank cell
  /// of a file means that nothing is given.
  static func refuseBlank(_ typed: [String], of command: any AdminCommand.Type) throws {
    guard typed.contains(where: { CellBlanks.isBlank($0) || $0.hasSuffix("=") }) else { return }
    let line = CommandWords(typed)
    let slots = CommandSlots(command)
    let options = CommandSlots.global + slots.options
    let flags = options.filter { $0.slot == nil }.flatMap(\.names)
    let known = Set(options.flatMap(\.names))
    var option: String?
    for word in line.words {
      let name = word.lead.isEmpty ? option : String(word.lead.dropLast())
      option = word.value.hasPrefix("-") && !flags.contains(word.value) ? word.value : nil
      guard CellBlanks.isBlank(word.value) else { continue }
      if case .field(let field) = word.role { throw blank(field, clear: line.canClear) }
      if let name {
        // What is wrong with an unknown option is not that it is empty.
        guard known.contains(name) else { return }
        throw CommandError(.usage, "\(name) is empty", remedy: "give a value, or leave \(name) out")
      }
      if slots.arguments.count == 1, !slots.lastRepeats, let argument = slots.arguments.first {
        throw CommandError(.usage, "<\(argument.name)> is empty", remedy: "give a value")
      }
    }
  }

  private static func blank(_ field: FieldInfo, clear canClear: Bool) -> CommandError {
    let name = OperationFields.typed(field)
    let remedy =
      canClear && field.isClearable
      ? "to empty it, use `--clear \(field.name)`; to keep it, leave \(name) out"
      : "give a value" + (field.isRequired ? "" : ", or leave \(name) out")
    return CommandError(.usage, "\(name) is empty", remedy: remedy)
  }

  private static func isOption(_ word: String) -> Bool { word.hasPrefix("--") && word != "--" }

  /// `-5.00`, `-.5`, `-$5`, `-1w`.
  static func isNegative(_ word: String) -> Bool {
    guard word.hasPrefix("-") else { return false }
    let digits = word.dropFirst().drop { $0 == "$" || $0 == "." || $0 == "," }
    return digits.first.map { $0.isASCII && $0.isNumber } ?? false
  }
}

extension CommandWords {
  /// Whether the operation has `--clear`.
  var canClear: Bool { fields?.contains { $0.name == ClearList.field.name } ?? false }
}
