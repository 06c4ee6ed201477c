import Accounts

/// What may appear in the place of the word that is being typed, the best first.
struct Suggestions: Equatable {
  /// One of them, whole, with what people know it by.
  struct Suggestion: Equatable {
    let value: String
    var meaning = ""
    /// What ties the record to the words has ended; see `NamedRecord`.
    var isEnded = false
    /// No letter is wrong or missing.
    var isExact = false
  }

  /// How many are shown at once.
  static let most = 20

  var list: [Suggestion] = []
  var others = OtherRecords.none
  var namesFiles = false
  /// What a query has in its word before the names, where they are names of a query.
  var queryBefore: String?

  init(_ list: [Suggestion] = [], others: OtherRecords = .none) {
    self.list = list
    self.others = others
  }

  init(words: [String]) { list = words.map { Suggestion(value: $0) } }

  /// Files whose names begin as an option's value or a word does.
  /// - Parameters:
  ///   - home: what `~/` means to who reads the line; nil if it means nothing.
  ///   - mayList: whether the names in a folder may be shown.
  static func files(
    _ word: String, home: String? = nil, mayList: (String) -> Bool = { _ in true }
  ) -> Suggestions {
    var files = Suggestions(words: FileNames.completing(option: word, mayList))
    if let home, word.hasPrefix("~/") {
      files.list = FileNames.completing(home + word.dropFirst(), mayList).map {
        Suggestion(value: "~" + $0.dropFirst(home.count))
      }
    }
    files.namesFiles = true
    return files
  }

  /// Those that begin with what is typed, in any case; where none does so exactly.
  func beginning(with typed: String) -> Suggestions {
    var found = self
    found.list = list.filter { $0.value.hasPrefix(typed) }
    if found.list.isEmpty {
      found.list = list.filter { $0.value.lowercased().hasPrefix(typed.lowercased()) }
    }
    return found
  }

  /// With what is before each within its word, as `--format=`.
  func behind(_ lead: String) -> Suggestions {
    guard !lead.isEmpty else { return self }
    var found = self
    found.list = list.map { Suggestion(value: lead + $0.value, meaning: $0.meaning) }
    return found
  }

  /// A last line that tells of the rest; it stands for what is typed, so that it changes nothing. A
  /// record of the past is not taken without a look either.
  func counting(_ typed: String) -> [Suggestion] {
    if others == .none, list.count == 1, list[0].isEnded {
      return list + [Suggestion(value: typed, meaning: "… no current customer; type the number")]
    }
    guard others != .none else { return list }
    return list + [Suggestion(value: typed, meaning: "… \(others.phrase); keep typing")]
  }
}

extension OtherRecords {
  /// `2 more`
  var phrase: String {
    switch self {
    case .none: "no more"
    case .counted(let count): "\(count) more"
    case .atLeast(let count): "at least \(count) more"
    }
  }
}
