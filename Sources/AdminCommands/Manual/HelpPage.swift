/// A command's help as people read it: usage first, then fields, the command's own options and an
/// example. The short form leaves out what `--help` adds: discussion, bulk options, more examples.
struct HelpPage {
  private var usage = ""
  private var abstract = ""
  private var discussion: [String] = []
  private var sections: [String] = []
  private var examples: [String] = []
  private var statuses = ""

  /// - Parameter help: the parser's own help of a command.
  init?(_ help: String) {
    guard help.hasPrefix(Self.overview) else { return nil }
    for block in Self.blocks(help) { add(block) }
  }

  /// - Parameters:
  ///   - path: noun and verb, for the command that shows the long form.
  ///   - uses: what the command does with the global options.
  func text(path: [String], uses: OptionUse, isLong: Bool, _ lines: HelpLines) -> String {
    var parts = [lines.usage(usage), abstract]
    if isLong { parts += discussion.map { Self.list($0, lines) ?? $0 } }
    let shown = sections.filter { isLong || !$0.hasPrefix(Self.bulk) }
    parts += path.isEmpty ? shown : shown.compactMap(Self.withoutEverywhere)
    if let example = examples.first {
      parts.append(
        isLong && examples.count > 1
          ? "EXAMPLES:\n" + examples.joined(separator: "\n") : "EXAMPLE:\n" + example)
    }
    return (parts + [pointers(path, uses, isLong, lines)]).joined(separator: "\n\n")
  }

  /// A list, each item of which begins with a dash; nil for a paragraph.
  private static func list(_ block: String, _ lines: HelpLines) -> String? {
    guard block.hasPrefix(HelpText.item) else { return nil }
    var items: [String] = []
    for line in block.split(separator: "\n") {
      if line.hasPrefix(HelpText.item) {
        items.append(String(line))
      } else {
        items[items.count - 1] += " " + line
      }
    }
    return items.map { lines.paragraph($0, indent: 2, hanging: 4) }.joined(separator: "\n")
  }

  /// Where to read what this page leaves out.
  private func pointers(
    _ path: [String], _ uses: OptionUse, _ isLong: Bool, _ help: HelpLines
  ) -> String {
    // Whoever writes a file for a spreadsheet looks for these here.
    let ofData = ["--csv", "--bom", "--delimiter"] + (uses.contains(.fields) ? ["--fields"] : [])
    let names =
      uses.contains(.data) ? " (\(ofData.joined(separator: ", ")), --output and others)" : ""
    var lines = ["Global options\(names): `ubadmin help options`."]
    let lead = statuses.isEmpty ? "Exit status" : "Exit status \(statuses)"
    lines.append("\(lead): `ubadmin help exit-status`.")
    let isCut =
      !discussion.isEmpty || examples.count > 1 || sections.contains { $0.hasPrefix(Self.bulk) }
    if !isLong, isCut {
      lines.insert("More: `\((["ubadmin"] + path).joined(separator: " ")) --help`.", at: 0)
    }
    return lines.map { help.paragraph($0, indent: 0) }.joined(separator: "\n")
  }

  private mutating func add(_ block: String) {
    if block.hasPrefix(Self.overview) {
      abstract = String(block.dropFirst(Self.overview.count))
    } else if block.hasPrefix("USAGE: ") {
      usage = HelpText.usage(block[...])
    } else if block.hasPrefix("EXAMPLES:\n") {
      for line in block.split(separator: "\n").dropFirst() { addExample(line) }
    } else if block.hasPrefix(HelpText.statusLead) {
      statuses = block.dropFirst(HelpText.statusLead.count).split(separator: "\n")
        .map { $0.drop { $0 == " " } }.joined(separator: " ")
    } else if usage.isEmpty {
      discussion.append(block)
    } else {
      sections.append(block)
    }
  }

  /// An example is one line, to be copied; the parser breaks it at the width of its page.
  private mutating func addExample(_ line: Substring) {
    if HelpText.isExample(line) || examples.isEmpty {
      examples.append(String(line))
    } else {
      examples[examples.count - 1] += " " + line.drop { $0 == " " }
    }
  }

  /// A section without what every page would list; nil if nothing else is in it.
  private static func withoutEverywhere(_ section: String) -> String? {
    var isLeftOut = false
    let lines = section.split(separator: "\n").filter { line in
      // On a narrow page an item goes on in further lines.
      guard !line.hasPrefix("          ") else { return !isLeftOut }
      isLeftOut = GlobalOptionsPage.isEverywhere(line)
      return !isLeftOut
    }
    return lines.count > 1 ? lines.joined(separator: "\n") : nil
  }

  private static func blocks(_ help: String) -> [String] {
    var blocks: [[Substring]] = [[]]
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { blocks.append([]) } else { blocks[blocks.count - 1].append(line) }
    }
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }

  private static let overview = "OVERVIEW: "
  private static let bulk = "BULK OPTIONS:"
}
