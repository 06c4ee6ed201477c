import ArgumentParser

/// A command's help, taken apart to make manual pages, so that both always agree.
struct HelpMessage {
  /// A part of the help under its own heading, e.g. `GLOBAL OPTIONS`.
  struct Part {
    let title: String
    var lines: [String]
  }

  let path: [String]
  let overview: String
  /// Paragraphs between overview and examples.
  var discussion: [String] = []
  var examples: [String] = []
  var usage = ""
  var parts: [Part] = []

  init(_ command: any ParsableCommand.Type, path: [String]) {
    // So wide that nothing is wrapped.
    self.init(text: Root.helpMessage(for: command, columns: 10_000), path: path)
  }

  init(text: String, path: [String]) {
    self.path = path
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    let first = lines.popFirst() ?? ""
    overview = first.hasPrefix("OVERVIEW: ") ? String(first.dropFirst(10)) : first
    for line in lines { add(line) }
  }

  private mutating func add(_ line: String) {
    if line.hasPrefix("USAGE: ") {
      usage = HelpText.usage(line.dropFirst(7))
    } else if line == "EXAMPLES:" || line.hasPrefix(HelpText.statusLead) || line.isEmpty {
      return
    } else if let title = Self.title(line) {
      parts.append(Part(title: title, lines: []))
    } else if !parts.isEmpty {
      add(item: line, to: parts.count - 1)
    } else if HelpText.isExample(line) {
      examples.append(String(line.dropFirst(2)))
    } else {
      discussion.append(line)
    }
  }

  /// What is too wide to stand next to its text has it in the line below.
  private mutating func add(item line: String, to part: Int) {
    guard line.hasPrefix("  ") else { return }
    let last = parts[part].lines.count - 1
    if line.hasPrefix("          "), last >= 0 {
      parts[part].lines[last] += "  " + line.drop { $0 == " " }
    } else {
      parts[part].lines.append(line)
    }
  }

  private static func title(_ line: String) -> String? {
    guard line.hasSuffix(":"), !line.hasPrefix(" ") else { return nil }
    let title = line.dropLast()
    return title.allSatisfy({ $0.isUppercase || $0 == " " || $0 == "-" }) ? String(title) : nil
  }

  /// An option or argument with what it is for.
  static func item(_ line: String) -> (names: String, text: String) {
    let line = line.drop { $0 == " " }
    guard let gap = line.range(of: "  ") else { return (String(line), "") }
    return (
      String(line[..<gap.lowerBound]),
      String(line[gap.upperBound...].drop { $0 == " " })
    )
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
