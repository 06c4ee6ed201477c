/// A page about more than one command: `ubadmin help TOPIC`, and the manual page ubadmin-TOPIC.
///
/// Its text is for people as it is. `NAME:` alone in a line of capitals begins a section, a line that
/// ends with two colons a term, and what is indented by four blanks is shown as it is.
struct Article: Sendable {
  /// What the page is called: `bulk` is ubadmin-bulk.
  let name: String
  let section: Int
  let abstract: String
  let text: String
  let seeAlso: [(page: String, section: Int)]

  /// What `help` takes: the noun of that name has the word where there is one.
  var topic: String {
    switch name {
    case ConfigCommand.name: "config-file"
    case StoreCommand.name: "store-tables"
    case ReplCommand.help.name: "prompt"
    default: name
    }
  }

  static let all = [
    bulk, configuration, json, prompt, reports, security, storeFile, tutorial,
  ]

  static func about(_ topic: String) -> Article? { all.first { $0.topic == topic } }

  /// The page about files and tables that has a noun's name; `help` shows it behind the noun's own.
  static func beside(_ noun: String) -> Article? {
    all.first { $0.name == noun && $0.topic != noun && Commands.entry(noun) != nil }
  }

  /// One part of the text, from one empty line to the next.
  enum Block: Equatable {
    case title(String)
    case paragraph([Substring])
    case term(String, [Substring])
    case code([Substring])
  }

  var blocks: [Block] {
    var parts: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { parts.append([]) } else { parts[parts.count - 1].append(line) }
    }
    return parts.filter { !$0.isEmpty }.map { lines in
      let first = lines[0]
      if lines.count == 1, first.hasSuffix(":"), first == first.uppercased() {
        return .title(String(first.dropLast()))
      }
      if first.hasPrefix("    ") { return .code(lines.map { $0.dropFirst(4) }) }
      guard first.hasSuffix("::") else { return .paragraph(lines) }
      return .term(String(first.dropLast(2)), Array(lines.dropFirst()))
    }
  }

  /// As `help` shows it.
  func help(_ help: HelpLines) -> String {
    let body = blocks.map { block in
      switch block {
      case .title(let title): title + ":"
      case .paragraph(let lines): help.paragraph(lines.joined(separator: " "), indent: 2)
      case .term(let term, let lines):
        "  \(term)\n" + help.paragraph(lines.joined(separator: " "), indent: 6)
      case .code(let lines): lines.map { "      " + $0 }.joined(separator: "\n")
      }
    }
    let pages = seeAlso.map { "\($0.page)(\($0.section))" }.joined(separator: ", ")
    return
      (["ubadmin-\(name)(\(section)): \(abstract)"] + body + [
        "SEE ALSO:", help.paragraph(pages, indent: 2),
      ])
      .joined(separator: "\n\n")
  }
}

extension Article {
  /// A command of the text with what it prints, or a file that it needs.
  enum Example: Equatable {
    case file(name: String, text: String)
    case command(String, output: String)
  }

  /// In the order in which they stand: `$ COMMAND` and what follows, `NAME:` and the file's lines.
  var examples: [Example] {
    blocks.flatMap { block -> [Example] in
      guard case .code(let lines) = block, let first = lines.first else { return [] }
      if first.hasSuffix(":") {
        return [
          .file(
            name: String(first.dropLast()),
            text: lines.dropFirst().map { $0 + "\n" }.joined())
        ]
      }
      guard first.hasPrefix("$ ") else { return [] }
      return Self.commands(lines)
    }
  }

  private static func commands(_ lines: [Substring]) -> [Example] {
    var found: [(command: String, output: [Substring])] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        found.append((String(line.dropFirst(2)), []))
      } else {
        found[found.count - 1].output.append(line)
      }
    }
    return found.map { .command($0.command, output: $0.output.map { $0 + "\n" }.joined()) }
  }
}
