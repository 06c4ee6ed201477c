import Accounts

/// Short forms of commands, at a terminal only; scripts need the full form.
struct PromptShortcuts {
  let session: Session

  /// The short forms need a person who sees the result of them.
  private var prompt: Prompt? {
    guard let prompt = session.prompt, !prompt.isScript else { return nil }
    return prompt
  }

  /// `stop` is `service stop`: a verb that one noun alone has, or that alone fits the record in use; and
  /// `bills` is `bill list`.
  func named(_ words: [String]) -> [String] {
    guard let prompt, let verb = words.first, Commands.entry(verb) == nil else { return words }
    // What a plural is followed by is no argument of a report of that name.
    if let plural = PluralNoun(verb) {
      return plural.line(words.dropFirst(), on: prompt.store) ?? words
    }
    let nouns = Self.nouns(with: verb)
    if nouns.count == 1 { return nouns + words }
    let fitting = nouns.filter { noun in
      prompt.filling([noun, verb], isShort: true) != [noun, verb]
    }
    return fitting.count == 1 ? fitting + words : words
  }

  /// The commands that a word may stand for: `bills`, `stop`, `undo`.
  static func commands(_ word: String) -> [String] {
    let own = LineRequest.own([word])
    if own.count > 1 { return [own.joined(separator: " ")] }
    if let plural = PluralNoun(word) { return [plural.list.joined(separator: " ")] }
    return nouns(with: word).map { "\($0) \(word)" }
  }

  /// Commands of the portal and bulk runs have no short form.
  private static func nouns(with verb: String) -> [String] {
    let named = [PortalCommand.name, JobCommand.name]
    return Commands.all.filter { $0.verbs.contains(verb) && !named.contains($0.name) }.map(\.name)
  }

  /// The verbs that may stand alone for the record in use, with the commands that they are.
  func verbs(beginning prefix: String) -> [Suggestions.Suggestion] {
    guard prompt?.subject != nil, !prefix.isEmpty, !prefix.hasPrefix("-") else { return [] }
    return Set(Commands.all.flatMap(\.verbs)).filter { $0.hasPrefix(prefix) }.sorted().compactMap {
      let words = named([$0])
      return words.count > 1 ? .init(value: $0, meaning: words.joined(separator: " ")) : nil
    }
  }

  /// Words that are no command are searched for; a number names one of those found last.
  /// - Returns: nil if the words are a command, or cannot be searched for.
  func search(_ words: [String]) -> [String]? {
    guard let prompt, let first = words.first, first != "help", Commands.entry(first) == nil,
      !words.contains(where: { $0.hasPrefix("-") })
    else { return nil }
    // A verb that is missing its noun is not anybody's name.
    if words.count == 1, !Self.nouns(with: first).isEmpty { return nil }
    if MeantCommand.verbFirst(first, words.dropFirst()) != nil { return nil }
    let noun = SearchCommand.help.name
    if words.count > 1, let plural = PluralNoun(first),
      let kind = SearchKind(rawValue: plural.list[0])
    {
      // `customers salas`
      return [noun] + words.dropFirst() + ["--kind", kind.rawValue, "--open"]
    }
    if words.count == 1, let searched = prompt.searched, searched.hit(first) != nil {
      return [noun] + searched.line + ["--pick", first]
    }
    return [noun] + words + ["--open"]
  }

  /// A number behind what a command takes is its reading or amount: `stop WATER 379354`.
  func valued(_ words: [String]) -> [String] {
    guard let prompt else { return words }
    let line = CompletionLine(words, typed: "")
    guard let slots = line.slots, let last = line.argumentPlaces.last,
      line.command is any FieldsCommand.Type, Self.isNumber(words[last]),
      let option = slots.options.first(where: {
        Self.numberOptions.contains($0.longName)
      }),
      line.givenOptions.isDisjoint(with: option.names)
    else { return words }
    let isFilled = prompt.filling(line.path) != line.path
    // A key in the first place is another record than the one in use; an amount with cents is none.
    let first = words[line.argumentPlaces[0]]
    let isKey =
      Self.isNumber(first) && !(line.argumentPlaces.count == 1 && first.contains("."))
    let isMeant = isFilled && !isKey
    let expected = slots.arguments.count - (isMeant ? 1 : 0)
    guard line.argumentPlaces.count == expected + 1 else { return words }
    return words[..<last] + [option.longName] + words[last...]
  }

  /// The line as it pays its only number, which was taken for a key: `post 5.00` for `post 5`; nil if it
  /// pays nothing.
  func withCents(_ words: [String]) -> [String]? {
    guard let number = words.last, Self.isNumber(number), !number.contains("."),
      !valued(named(words)).contains(Self.amountOption)
    else { return nil }
    let paying = words.dropLast() + [number + ".00"]
    return valued(named(Array(paying))).contains(Self.amountOption) ? Array(paying) : nil
  }

  private static let amountOption = "--amount"
  /// What a number alone may be for.
  static let numberOptions = [amountOption, "--reading"]

  static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
  }

  /// `w` is WATER, where the account has no other service that begins so.
  func completed(_ words: [String], _ services: (_ text: String, _ account: String?) -> [String])
    -> [String]
  {
    guard prompt != nil else { return words }
    let line = CompletionLine(words, typed: "")
    guard let slots = line.slots else { return words }
    var words = words
    for (place, slot) in zip(line.argumentPlaces, slots.arguments) where slot.name == "service" {
      let typed = words[place]
      let found = services(typed, line.given["account"]).filter {
        $0.lowercased().hasPrefix(typed.lowercased())
      }
      if found.count == 1 { words[place] = found[0] }
    }
    return words
  }
}
