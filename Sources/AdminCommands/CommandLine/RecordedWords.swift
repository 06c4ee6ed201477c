import Accounts

extension CommandWords {
  /// As the journal keeps them: without a secret, and personal data masked. The address by which a
  /// user of the portal is named stays whole, as in lists.
  var recorded: [String] {
    let numbers = Self.numbers(
      in: words.map { word in
        if case .reached = word.role { word.value } else { "" }
      })
    return words.enumerated().map { place, word in
      word.lead + (numbers.contains(place) ? ColumnType.mask : recorded(word))
    }
  }

  /// Where several words are a telephone number together: 212 555 0142.
  private static func numbers(in words: [String]) -> Set<Int> {
    var found: Set<Int> = []
    for start in words.indices {
      var digits = 0
      for place in words[start...].indices.prefix(while: { isPartOfNumber(words[$0]) }) {
        digits += words[place].count(where: \.isNumber)
        if place > start, digitCounts.contains(digits) { found.formUnion(start...place) }
        if digits > PhoneNumber.digitCount { break }
      }
    }
    return found
  }

  /// Without and with the area code, and with the country's.
  private static let digitCounts = [7, PhoneNumber.digitCount, PhoneNumber.digitCount + 1]

  private static func isPartOfNumber(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || "()+-.".contains($0) }
  }

  private func recorded(_ word: Word) -> String {
    switch word.role {
    case .other, .reason: word.value
    case .field(let field):
      field.isPersonal && !field.namesRecord ? Mask.masked(word.value) : word.value
    case .secretFile: word.namesFile ? word.value : ColumnType.mask
    case .map: recorded(map: word.value)
    case .sql: recorded(sql: word.value)
    case .reached: Self.masked(in: word.value)
    case .option("--param"): recorded(parameter: word.value)
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

  /// The value of NAME=VALUE may be in quotes.
  private func recorded(parameter: String) -> String {
    guard let equals = parameter.firstIndex(of: "=") else { return parameter }
    let value = String(parameter[parameter.index(after: equals)...])
    let bare = value.filter { $0 != "'" }
    let masked = Self.masked(in: bare)
    return String(parameter[...equals]) + (masked == bare ? value : masked)
  }

  /// Every second part between quotes is a text; addresses may appear elsewhere, too.
  private func recorded(sql: String) -> String {
    sql.split(separator: "'", omittingEmptySubsequences: false).enumerated().map {
      place, part in
      place % 2 == 1 ? Self.masked(in: String(part)) : Self.recorded(outside: String(part))
    }.joined(separator: "'")
  }

  /// On a server, texts are between $$ as well.
  private static func recorded(outside sql: String) -> String {
    sql.split(separator: "$$", omittingEmptySubsequences: false).enumerated().map {
      place, part in
      place % 2 == 1 ? masked(in: String(part)) : Mask.maskingAddresses(in: String(part))
    }.joined(separator: "$$")
  }

  /// A text that is an address or a number, or has one among its words.
  private static func masked(in text: String) -> String {
    let bare = text.filter { $0 != "%" && $0 != "_" }
    guard !isPersonal(bare) else { return Mask.masked(bare) }
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let numbers = Self.numbers(in: words)
    return words.enumerated().map { place, word in
      let bare = word.filter { $0 != "%" }
      if numbers.contains(place) { return ColumnType.mask }
      return isPersonal(bare) ? Mask.masked(bare) : Mask.maskingAddresses(in: word)
    }.joined(separator: " ")
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
