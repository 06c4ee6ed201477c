/// The commands that a source file suggests as values, typed with samples for what differs from message to message.
struct SuggestedCommandsInCode {
  /// Without the program's name.
  private(set) var texts: [String] = []

  /// What begins one, and the arguments that it adds to those that it is given.
  private static let beginnings = [
    ("\\(run: \"", []), ("\\(help: \"", ["--help"]), (".run(\"", []), (".command(\"", []),
    ("SuggestedCommand(\"", []), ("services.command(\"", ["1", "WATER"]),
  ]

  /// - Parameter code: literals over several lines are joined.
  init(_ code: String) {
    let code = code.replacing("\n", with: " ")
    for (beginning, added) in Self.beginnings {
      for found in code.ranges(of: beginning) {
        guard beginning != ".command(\"" || !code[..<found.lowerBound].hasSuffix("services")
        else { continue }
        texts.append(Self.text(code[code.index(before: found.upperBound)...], added))
      }
    }
  }

  /// - Parameter call: begins with the name of the command.
  private static func text(_ call: Substring, _ added: [String]) -> String {
    let parts = parts(call)
    let name = unquoted(parts[0])
    var words = [name.hasPrefix("ubadmin ") ? String(name.dropFirst(8)) : name]
    for part in parts.dropFirst() where !part.hasPrefix("options:") {
      words += part.hasPrefix("[") ? self.parts(part.dropFirst()).map(sample) : [sample(part)]
    }
    words += added
    for part in parts where part.hasPrefix("options:") {
      let list = part.drop { $0 != "[" }.dropFirst()
      for option in self.parts(list) {
        guard let colon = option.ranges(of: "\": ").first else { continue }
        words.append("--" + option[..<colon.lowerBound].dropFirst())
        let value = option[colon.upperBound...]
        if value != "nil" { words.append(sample(value)) }
      }
    }
    return words.joined(separator: " ")
  }

  /// The parts between commas, up to the parenthesis or bracket that ends them.
  private static func parts(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var (start, depth, isQuoted) = (text.startIndex, 0, false)
    for place in text.indices {
      switch text[place] {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: continue
      case "(", "[": depth += 1
      case ")", "]":
        depth -= 1
        if depth < 0 { return parts + [trimmed(text[start..<place])].filter { !$0.isEmpty } }
      case "," where depth == 0:
        parts.append(trimmed(text[start..<place]))
        start = text.index(after: place)
      default: continue
      }
    }
    return parts
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }

  private static func unquoted(_ text: Substring) -> String {
    text.hasPrefix("\"") ? String(text.dropFirst().prefix { $0 != "\"" }) : String(text)
  }

  private static func sample(_ value: Substring) -> String {
    guard !value.hasPrefix("\"") else {
      return unquoted(value).replacing("DATE", with: "2026-03-01")
    }
    if value.contains("mail") || value.contains("address") { return "a@example.com" }
    let isDay =
      value.contains(".iso(") || ["on", "day", "first", "next", "closed ?? start"].contains(value)
    return isDay || value.hasSuffix(".on") || value.hasPrefix("max(") ? "2026-03-01" : "1"
  }
}
