import Accounts

/// The words of a command line, each with what it is for.
struct CommandWords {
  /// What stands in a word, apart from the name of its option.
  enum Role {
    case other
    case field(FieldInfo)
    /// A file that holds a secret.
    case secretFile
    /// `Their Column=ours`
    case map
    /// Words to search for, and an address that a mail is for.
    case reached
    /// The value of an option, with its dashes, of a command that is not an operation.
    case option(String)
    /// SQL, in whose texts anything may appear.
    case sql
    case reason
  }

  /// One word.
  struct Word {
    /// `--phone=`, where the value follows within the same word.
    var lead = ""
    let value: String
    let role: Role
  }

  private(set) var words: [Word] = []
  /// Those of the operation; nil for any other command.
  let fields: [FieldInfo]?
  /// What a word is that belongs to no field.
  private let loose: Role
  /// Noun and verb.
  let path: [String]

  /// - Parameter typed: with the global options wherever they were; noun and verb come first here.
  init(_ typed: [String]) {
    let line = TypedLine(typed)
    let own = line.own
    let leading = TypedLine.leading(own)
    let noun = own.dropFirst(leading).first
    let isOneWord = noun == "search" || noun == "query"
    let path = own.dropFirst(leading).prefix(isOneWord ? 1 : 2)
    self.path = Array(path)
    let name = path.prefix(2).joined(separator: " ")
    fields = OperationCatalogue.all.first { "\($0.name)" == name }?.fields
    loose =
      switch noun {
      case "search": .reached
      case "query": .sql
      default: .other
      }
    words = path.map { Word(value: $0, role: .other) }
    var reading = Reading(arguments: (fields ?? []).filter { $0.place == .argument }[...])
    var place = 0
    for word in line.words {
      if let part = word.part {
        words.append(self.word(word.text, part))
        continue
      }
      if !path.indices.contains(place) { words.append(self.word(word.text, &reading)) }
      place += 1
    }
  }

  /// What the next of the command's own words can be.
  private struct Reading {
    var arguments: ArraySlice<FieldInfo>
    /// The option whose value comes next.
    var option: String?
    /// No options come any more.
    var isOver = false
  }

  /// A word of the command's own.
  private func word(_ text: String, _ reading: inout Reading) -> Word {
    if let option = reading.option {
      reading.option = nil
      return Word(value: text, role: role(ofOption: option))
    }
    if reading.isOver || !text.hasPrefix("-") || text == "-" {
      let field = reading.arguments.popFirst()
      return Word(value: text, role: field.map { .field($0) } ?? loose)
    }
    if text == "--" {
      reading.isOver = true
    } else if text.hasPrefix("--"), let equals = text.firstIndex(of: "=") {
      return Word(
        lead: String(text[...equals]), value: String(text[text.index(after: equals)...]),
        role: role(ofOption: String(text[..<equals])))
    } else if !BulkOptions.flags.contains(text) {
      reading.option = text
      reading.arguments.removeAll { $0.hasBothForms && text == "--" + $0.name }
    }
    return Word(value: text, role: .other)
  }

  /// A word of a global option.
  private func word(_ text: String, _ part: TypedLine.Part) -> Word {
    switch part {
    case .name: Word(value: text, role: .other)
    case .both(let lead, let value):
      Word(lead: lead, value: value, role: role(ofOption: String(lead.dropLast())))
    case .value(let name): Word(value: text, role: role(ofOption: name))
    }
  }

  private func role(ofOption option: String) -> Role {
    let name = String(option.drop { $0 == "-" })
    switch name {
    case "map": return .map
    case "only": return .reached
    case "session-file": return .secretFile
    default: break
    }
    guard let fields else { return name == "reason" ? .reason : .option(option) }
    if fields.contains(where: { $0.place == .secret && OperationFields.fileOption($0) == name }) {
      return .secretFile
    }
    if let field = fields.first(where: {
      $0.name == name && ($0.place == .option || $0.hasBothForms)
    }) {
      return .field(field)
    }
    return name == "reason" ? .reason : .other
  }
}
