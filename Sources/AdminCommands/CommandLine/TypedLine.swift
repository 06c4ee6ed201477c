import Accounts

/// A command line, taken apart: the global options, wherever they appear before `--`, and the words
/// of the command itself in their order.
struct TypedLine {
  /// One word of the line.
  struct Word {
    let text: String
    /// Nil for a word of the command itself.
    let part: Part?
  }

  /// What a word of a global option is.
  enum Part {
    case name
    /// `--name=value`, with the equals sign in its lead.
    case both(lead: String, value: String)
    case value(of: String)
  }

  /// What is asked for instead of running a command; of several the greatest counts.
  enum Request: Int {
    case version, help, hiddenHelp, longHelp

    init?(_ word: String) {
      switch word {
      case "--version", "-V": self = .version
      case "-h": self = .help
      case "--help-hidden": self = .hiddenHelp
      case "--help": self = .longHelp
      default: return nil
      }
    }
  }

  private(set) var words: [Word] = []
  private(set) var request: Request?
  private var given: [(option: GlobalOption, name: String, value: String)] = []
  private var fault: CommandError?

  init(_ line: [String]) {
    var rest = line[...]
    while let word = rest.popFirst() {
      if word == "--" {
        own([word] + rest)
        return
      }
      if !word.hasPrefix("-") || !take(word, &rest) { own([word]) }
    }
  }

  /// The words of the command itself.
  var own: [String] { words.compactMap { $0.part == nil ? $0.text : nil } }

  /// The global options that are given, in their order.
  var givenOptions: [GlobalOption] { given.map(\.option) }

  /// The line with its global options first, except for some.
  func words(without names: Set<String>) -> [String] {
    globals { !names.contains($0) } + own
  }

  /// Some of the global options.
  func words(only names: Set<String>) -> [String] { globals(where: names.contains) }

  private func globals(where isWanted: (String) -> Bool) -> [String] {
    given.filter { isWanted($0.option.name) }.flatMap { option, _, value in
      option.valueName == nil ? ["--\(option.name)"] : ["--\(option.name)", value]
    }
  }

  /// How many of the command's words stand before its noun: `--reason` may, with its text.
  static func leading(_ own: [String]) -> Int {
    var count = 0
    while count < own.count, own[count].hasPrefix("-"), own[count] != "--" {
      count += own[count] == "--reason" ? 2 : 1
    }
    return min(count, own.count)
  }

  /// Throws the first fault of the global options.
  func options() throws -> GlobalOptions {
    if let fault { throw fault }
    var options = GlobalOptions()
    var seen: Set<String> = []
    for (option, name, value) in given {
      // Of two values the first would be lost.
      if option.valueName != nil, !seen.insert(option.name).inserted {
        throw ArgumentChecks.twice(name, isList: option.valueName?.contains(",") ?? false)
      }
      do {
        try option.take(&options, value)
      } catch let fault as ValueFault {
        throw CommandError(
          .usage, "\(name): found \(fault.found.asFound), expected \(fault.expected)",
          remedy: DidYouMean.leading(fault.remedy, found: fault.found, expected: fault.expected))
      }
    }
    return options
  }

  /// Whether messages are to be JSON, also where the rest of the line is wrong.
  var asksForJSON: Bool {
    given.contains { option, _, value in
      var options = GlobalOptions()
      try? option.take(&options, value)
      return options.messagesAreJSON
    }
  }

  private mutating func own(_ texts: [String]) {
    words += texts.map { Word(text: $0, part: nil) }
  }

  /// False where the word is none of the global options' nor asks for help or the version.
  private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) -> Bool {
    if let request = Request(word) {
      ask(request)
    } else if word.hasPrefix("--") {
      let name = word.dropFirst(2).prefix { $0 != "=" }
      guard let option = GlobalOption.named(name) else { return false }
      take(option, "--" + name, in: word, &rest)
    } else {
      let name = word.dropFirst().prefix { $0 != "=" }
      if name.count == 1, let letter = name.first, let option = GlobalOption.short(letter) {
        take(option, "-" + name, in: word, &rest)
      } else {
        return take(letters: word, &rest)
      }
    }
    return true
  }

  private mutating func take(
    _ option: GlobalOption, _ name: String, in word: String, _ rest: inout ArraySlice<String>
  ) {
    guard word.count > name.count else {
      words.append(Word(text: word, part: .name))
      return takeValue(of: option, name, &rest)
    }
    let value = String(word.dropFirst(name.count + 1))
    words.append(Word(text: word, part: .both(lead: name + "=", value: value)))
    if option.valueName == nil {
      report("\(name) takes no value, found \(value)", remedy: "leave out =\(value)")
    } else {
      given.append((option, name, value))
    }
  }

  /// A flag has none; another option's is the next word.
  private mutating func takeValue(
    of option: GlobalOption, _ name: String, _ rest: inout ArraySlice<String>
  ) {
    guard let valueName = option.valueName else { return given.append((option, name, "")) }
    guard let value = rest.first, value != "--",
      !value.hasPrefix("-") || value == "-" || ArgumentChecks.isNegative(value)
        || option.takesAnyWord
    else {
      return report(
        "\(name) needs a value: <\(valueName)>", remedy: "\(option.help); \(GlobalOption.remedy)")
    }
    rest.removeFirst()
    words.append(Word(text: value, part: .value(of: name)))
    given.append((option, name, value))
  }

  /// `-nq`, where every letter is a global option's. Only the last may have a value: `-on` is a slip of
  /// `--on`, and no file for the output.
  private mutating func take(letters typed: String, _ rest: inout ArraySlice<String>) -> Bool {
    var word = typed
    if let (letters, value) = Self.attachedValue(in: typed) {
      word = letters
      rest.insert(value, at: rest.startIndex)
    }
    let letters = word.dropFirst()
    let options = letters.map { ($0, GlobalOption.short($0)) }
    guard !letters.isEmpty, options.allSatisfy({ $0.1 != nil || $0.0 == "h" }),
      Self.letterWithValue(in: word) == nil
    else { return false }
    words.append(Word(text: word, part: .name))
    for (letter, option) in options {
      if let option { takeValue(of: option, "-\(letter)", &rest) } else { ask(.help) }
    }
    return true
  }

  private mutating func ask(_ request: Request) {
    if request.rawValue > self.request?.rawValue ?? -1 { self.request = request }
  }

  private mutating func report(_ message: String, remedy: String) {
    fault = fault ?? CommandError(.usage, message, remedy: remedy)
  }
}
