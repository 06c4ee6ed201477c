/// A command that takes one word and the global options. Clerks use these all day, and setting up
/// the parser takes twice as long as running them.
protocol OneWordCommand: ShowCommand {
  init(_ word: String, _ global: GlobalOptions)
}

/// Command lines simple enough to need no parser.
enum OneWord {
  /// By noun and verb: a search in the tree would set up every command's help.
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
