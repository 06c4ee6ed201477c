import Accounts

/// What the parser says of the words of one command, in the words of this program. What is not
/// known here is said as the parser says it.
struct ParserFault {
  private let command: any AdminCommand.Type
  private let name: String
  private let message: String
  /// What the argument or option at fault is for.
  private let about: String?

  /// - Parameter text: the message, and in its own line what the word at fault is for.
  init(_ text: String, of command: any AdminCommand.Type, name: String) {
    self.command = command
    self.name = name
    var text = text[...]
    if text.hasPrefix("Error: ") { text = text.dropFirst(7) }
    while text.last == "\n" { text.removeLast() }
    let help = text.ranges(of: "\nHelp:  ").last
    message = String(text[..<(help?.lowerBound ?? text.endIndex)])
    about = help.flatMap { help in
      let line = text[help.upperBound...]
      return line.ranges(of: "  ").first.map { String(line[$0.upperBound...]) }
    }
  }

  var error: CommandError {
    missing ?? withoutValue ?? unknown ?? notWanted ?? invalid ?? withValue
      ?? DidYouMean.fault(message, remedy: see)
  }

  /// An option that the command does not have. The parser takes the word behind it for an argument,
  /// and may complain of that first.
  func unknownOption(in words: [String]) -> CommandError? {
    let words = words.prefix { $0 != "--" }
    if missing != nil, let word = words.first(where: ArgumentChecks.isNegative) {
      return negative(word)
    }
    let options = words.filter { $0.hasPrefix("-") && $0.count > 2 }
      .map { String($0.prefix { $0 != "=" }) }
    guard !options.isEmpty else { return nil }
    let known = Set(
      CommandTree.options(in: command.page.helpMessage(includeHidden: true, columns: 1000)))
    // With one dash: an option whose name is known with two.
    return options.first { $0.hasPrefix("--") ? !known.contains($0) : known.contains("-" + $0) }
      .map { noOption($0, in: Array(words)) }
  }

  private var see: String { "see `ubadmin \(name) --help`" }

  private var aboutAndSee: String { about.map { "\($0); \(see)" } ?? see }

  private func usage(_ words: String, _ remedy: String) -> CommandError {
    CommandError(.usage, words, remedy: remedy)
  }

  private var missing: CommandError? {
    part(after: "Missing expected argument '", before: "'").map {
      usage("\(bare($0)) is missing", about.map { "needed: \($0); \(see)" } ?? see)
    }
  }

  private var withoutValue: CommandError? {
    part(after: "Missing value for '", before: "'").map {
      let value = $0.dropFirst(bare($0).count + 1)
      return usage("\(bare($0)) needs a value" + (value.isEmpty ? "" : ": \(value)"), aboutAndSee)
    }
  }

  private var unknown: CommandError? {
    part(after: "Unknown option '", before: "'").map { $0.prefix { $0 != "'" } }.map {
      ArgumentChecks.isNegative(String($0)) ? negative(String($0)) : noOption(String($0), in: [])
    }
  }

  /// The parser takes it for an option, or for nothing at all.
  private func negative(_ word: String) -> CommandError {
    usage(
      "found \(word), expected a value that does not begin with -",
      "to pass it as it is, put -- before it")
  }

  private func noOption(_ option: String, in words: [String]) -> CommandError {
    // Commands that change something take it.
    if option == "--reason" {
      return usage("--reason has no effect on \(name)", "leave --reason out")
    }
    // Only at the prompt: a shell would have taken the sign.
    if let sign = option.first(where: { $0 == "|" || $0 == ">" }) {
      return usage("there is no option \(option)", "put blanks around \(sign)")
    }
    let known = CommandTree.options(of: command.page)
    let meant =
      BareWord(command, name).arguments(for: option, in: words)
      ?? AlikeOptions.meant(by: option, of: command, among: known)
      ?? NearestWord.nearest(to: option, among: known)
    let last = TypedLine.letterWithValue(in: option).map { "write -\($0) last, before its value; " }
    return usage(
      "there is no option \(option)",
      (meant.map { "did you mean `\($0)`? " } ?? last ?? "") + see)
  }

  private var notWanted: CommandError? {
    let one = part(after: "Unexpected argument '", before: "'")
    let words = one ?? part(after: " unexpected arguments: '", before: "'")
    return words.map { words in
      guard !takesSecret else {
        return usage(
          "found more than the command takes, expected no more arguments",
          "a secret is read from a file or asked for, never typed in the command; \(see)")
      }
      let meant =
        option(for: String(words)).map { "`\($0) \(words)`" }
        ?? (one == nil ? nil : BareWord(command, name).commands(for: String(words)))
      return usage(
        "found \(words.replacing("', '", with: ", ").asFound), expected no more arguments",
        (meant.map { "did you mean \($0)? " } ?? "") + see)
    }
  }

  /// Whether a word too many may be a secret.
  private var takesSecret: Bool {
    (command as? any FieldsCommand.Type)?.operationFields.contains { $0.place == .secret }
      ?? CommandTree.options(of: command.page)
      .contains("--" + OperationFields.fileOption(PortalLink.sessionField))
  }

  /// What a day or a number alone was probably typed for.
  private func option(for word: String) -> String? {
    let known = CommandTree.options(of: command.page)
    guard PromptShortcuts.isNumber(word) else {
      return known.contains(Self.dayOption) && (try? TypedDay(word)) != nil ? Self.dayOption : nil
    }
    let option = PromptShortcuts.numberOptions.first(where: known.contains)
    // It may as well be a customer's.
    return known.contains("--cid") && option == PromptShortcuts.numberOptions.last ? nil : option
  }

  private static let dayOption = "--on"

  private var withValue: CommandError? {
    guard let option = part(after: "The option '", before: "' does not take any value, but '"),
      let value = part(after: "' does not take any value, but '", before: "' was specified.")
    else { return nil }
    return usage("\(option) takes no value, found \(value)", "leave out =\(value)")
  }

  /// A word that is not such a value, with the reason where there is one.
  private var invalid: CommandError? {
    let middle = "' is invalid for '"
    guard let value = part(after: "The value '", before: middle),
      let rest = message.ranges(of: middle).last.map({ message[$0.upperBound...] }),
      let quote = rest.firstIndex(of: "'")
    else { return nil }
    let field = bare(rest[..<quote])
    let reason = rest[rest.index(after: quote)...]
    if reason.hasPrefix(": \(field):") { return usage(String(reason.dropFirst(2)), see) }
    if reason.hasPrefix(": expected ") {
      let parts = reason.dropFirst(2).split(separator: "; ", maxSplits: 1)
      return usage(
        "\(field): found \(value.asFound), \(parts[0])",
        DidYouMean.leading(
          parts.count > 1 ? String(parts[1]) : aboutAndSee, found: String(value),
          expected: String(parts[0].dropFirst("expected ".count))))
    }
    if let choices = Self.choices(reason) {
      return usage(
        "\(field): found \(value.asFound), expected \(DidYouMean.shortened(choices))",
        DidYouMean.leading(
          see, found: String(value),
          expected: choices.hasPrefix("one of ") ? choices : "one of " + choices))
    }
    // Of the types without a reason or choices all are integers.
    return reason.isEmpty
      ? usage("\(field): found \(value.asFound), expected a whole number", see) : nil
  }

  private static func choices(_ reason: Substring) -> String? {
    let lead = ". Please provide one of "
    guard reason.hasPrefix(lead) else { return nil }
    let list = reason.dropFirst(lead.count)
    guard list.hasPrefix("the following:") else {
      return list.filter { $0 != "'" && $0 != "." }.replacing(" and ", with: " or ")
    }
    return "one of "
      + list.split(separator: "\n").dropFirst().map { $0.drop { " -".contains($0) } }
      .joined(separator: ", ")
  }

  /// `--limit` of `--limit <count>`.
  private func bare(_ field: Substring) -> Substring { field.prefix { $0 != " " } }

  private func part(after lead: String, before end: String) -> Substring? {
    guard let start = message.ranges(of: lead).first,
      let close = message[start.upperBound...].ranges(of: end).last
    else { return nil }
    return message[start.upperBound..<close.lowerBound]
  }
}
