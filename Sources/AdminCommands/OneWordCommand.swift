/// A command that takes one word and the global options. Clerks type those all day, and setting
/// up the parser takes twice as long as the answer.
protocol OneWordCommand: ShowCommand {
  init(_ word: String, _ global: GlobalOptions)
}

/// Commands whose words are so plain that no parser needs to look at them.
enum OneWord {
  /// By noun and verb: looking for a command in the tree would set up its help.
  static let types: [(noun: String, verb: String, type: any OneWordCommand.Type)] = [
    ("account", "show", AccountShow.self), ("customer", "show", CustomerShow.self),
    ("location", "show", LocationShow.self), ("meter", "show", MeterShow.self),
    ("bill", "show", BillShow.self), ("user", "show", UserShow.self),
  ]

  static func command(_ words: [String]) -> (any OneWordCommand)? {
    guard words.count > 2,
      let found = types.first(where: { $0.noun == words[0] && $0.verb == words[1] }),
      let (options, others) = GlobalOptions.plain(words[2...]), others.count == 1
    else { return nil }
    return found.type.init(others[0], options)
  }
}
