import Accounts

/// A command line up to the cursor: what is named and given, and what the word at the cursor is.
struct CompletionLine {
  /// What is to be completed.
  enum Place: Equatable {
    /// Noun or verb.
    case command
    case option
    /// - Parameter lead: what of the word is not the value, as `--format=`.
    case value(WordSlot, lead: String)
    case argument(WordSlot, index: Int)
    case nothing
  }

  /// All words before the one at the cursor.
  let words: [String]
  let typed: String
  /// Noun and verb, as far as they are named.
  private(set) var path: [String] = []
  private(set) var command: (any AdminCommand.Type)?
  private(set) var slots: CommandSlots?
  private(set) var givenOptions: Set<String> = []
  /// What is given for each argument and option, by its name.
  private(set) var given: [String: String] = [:]
  private(set) var place = Place.nothing
  /// The places of the arguments among the words.
  private(set) var argumentPlaces: [Int] = []
  /// The place behind noun and verb.
  private(set) var pathEnd = 0
  private var argumentCount: Int { argumentPlaces.count }

  init(_ words: [String], typed: String) {
    self.words = words
    self.typed = typed
    var pending: WordSlot?
    var takesOptions = true
    for (index, word) in words.enumerated() {
      if let slot = pending {
        given[slot.name] = word
        pending = nil
      } else if takesOptions, word == "--" {
        takesOptions = false
      } else if takesOptions, word.hasPrefix("-"), word.count > 1 {
        pending = takeOption(word)
      } else {
        takePlain(word, at: index)
      }
    }
    place = place(pending, takesOptions)
  }

  /// The slot whose value is the next word.
  private mutating func takeOption(_ word: String) -> WordSlot? {
    let name = String(word.prefix { $0 != "=" })
    guard let option = option(name) else { return nil }
    givenOptions.formUnion(option.names)
    guard let slot = option.slot else { return nil }
    guard name.count < word.count else { return slot }
    given[slot.name] = String(word.dropFirst(name.count + 1))
    return nil
  }

  private mutating func takePlain(_ word: String, at index: Int) {
    guard isNamed else {
      path.append(word)
      pathEnd = index + 1
      if case .command(let type)? = (try? NamedCommand(path[...]))?.kind {
        command = type
        slots = CommandSlots(type)
      }
      return
    }
    if let slot = argument(argumentCount) { given[slot.name] = word }
    argumentPlaces.append(index)
  }

  /// Whether noun and verb stand there, even if there is no such command.
  private var isNamed: Bool {
    guard let noun = path.first else { return false }
    if noun == "help" { return path.count > 2 }
    guard case .noun? = Commands.entry(noun) else { return true }
    return path.count > 1
  }

  private func option(_ name: String) -> CommandSlots.Option? {
    if let slots { return slots.option(name) }
    if name == "--reason" {
      return CommandSlots.Option(
        names: [name], slot: WordSlot(name: "reason", valueName: "text"), help: "",
        mayRepeat: false)
    }
    return CommandSlots.global.first { $0.names.contains(name) }
  }

  private func argument(_ index: Int) -> WordSlot? {
    guard let slots else { return nil }
    if index < slots.arguments.count { return slots.arguments[index] }
    return slots.lastRepeats ? slots.arguments.last : nil
  }

  private func place(_ pending: WordSlot?, _ takesOptions: Bool) -> Place {
    if let pending { return .value(pending, lead: "") }
    if takesOptions, typed.hasPrefix("-") {
      guard let equals = typed.firstIndex(of: "=") else { return .option }
      guard let slot = option(String(typed[..<equals]))?.slot else { return .nothing }
      return .value(slot, lead: String(typed[...equals]))
    }
    guard isNamed else { return .command }
    if let slot = argument(argumentCount) { return .argument(slot, index: argumentCount) }
    // What is left are options.
    return takesOptions && typed.isEmpty && slots != nil ? .option : .nothing
  }
}
