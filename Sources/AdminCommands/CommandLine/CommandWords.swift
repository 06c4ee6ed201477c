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
  private let path: [String]

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

extension CommandWords {
  /// As the journal keeps them: without a secret, and personal data masked. The address by which a
  /// user of the portal is named stays whole, as in lists.
  var recorded: [String] { words.map { $0.lead + recorded($0) } }

  private func recorded(_ word: Word) -> String {
    switch word.role {
    case .other, .reason: word.value
    case .field(let field):
      field.isPersonal && !field.namesRecord ? Mask.masked(word.value) : word.value
    case .secretFile: word.namesFile ? word.value : ColumnType.mask
    case .map: recorded(map: word.value)
    case .sql: recorded(sql: word.value)
    case .reached: Self.isPersonal(word.value) ? Mask.masked(word.value) : word.value
    case .option(let option):
      Self.isPersonal(word.value) && !isDay(word.value, of: option)
        ? Mask.masked(word.value) : word.value
    }
  }

  /// A list without a header has data where the names of its columns should be.
  private func recorded(map: String) -> String {
    guard let equals = map.lastIndex(of: "=") else { return map }
    let (theirs, ours) = (String(map[..<equals]), map[map.index(after: equals)...])
    let field = fields?.first { $0.name == ours.trimmed }
    if field?.place == .secret, theirs.contains(where: \.isNumber) {
      return ColumnType.mask + map[equals...]
    }
    return Self.isPersonal(theirs) ? Mask.masked(theirs) + map[equals...] : map
  }

  /// Every second part between quotes is a text; addresses may appear elsewhere, too.
  private func recorded(sql: String) -> String {
    sql.split(separator: "'", omittingEmptySubsequences: false).enumerated().map {
      place, part in
      let text = String(part)
      let words = text.filter { $0 != "%" && $0 != "_" }
      return place % 2 == 1 && Self.isPersonal(words)
        ? Mask.masked(words) : Mask.maskingAddresses(in: text)
    }.joined(separator: "'")
  }

  /// Whether the option is declared to take a day or a time, and the value is one.
  private func isDay(_ value: String, of option: String) -> Bool {
    guard case .command(let command)? = (try? NamedCommand(path[...]))?.kind else { return false }
    switch CommandSlots(command).option(option)?.slot?.valueName {
    case "date": return (try? TypedDay(value)) != nil
    case "time", "change|time": return (try? TypedTime(value)) != nil
    default: return false
    }
  }

  private static func isPersonal(_ text: String) -> Bool {
    // In SQL and in a search nothing is declared; a telephone number has more digits.
    if CivilDate(iso: text) != nil { return false }
    if (try? EmailAddress(text)) != nil { return true }
    // Account numbers are digits too, but have no signs between them.
    return (try? PhoneNumber(text)) != nil
      && (text.contains { !$0.isNumber } || text.count == PhoneNumber.digitCount)
  }
}

extension CommandWords.Word {
  /// What was typed for the file of a secret may be the secret itself.
  var namesFile: Bool { value == "-" || FileNames.isThere(value) }
}
