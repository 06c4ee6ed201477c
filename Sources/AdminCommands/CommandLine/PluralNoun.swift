import Accounts

/// A noun in the plural, which stands for its list: `bills` is `bill list`.
struct PluralNoun {
  /// Noun and verb of the list.
  let list: [String]

  init?(_ word: String) {
    guard word.hasSuffix("s"), let noun = Commands.entry(String(word.dropLast())),
      noun.verbs.contains("list")
    else { return nil }
    list = [noun.name, "list"]
  }

  /// The list with the words behind the noun: options, or the key of a record whose list it is, as in
  /// `bills 2000002`. Nil if they are words to search for.
  func line(_ words: ArraySlice<String>, on store: Store?) -> [String]? {
    guard let first = words.first, !first.hasPrefix("-") else { return list + words }
    if list == ["note", "list"] {
      guard let kind = Self.kind(of: first, on: store) else { return nil }
      return list + [kind.rawValue] + words
    }
    let line = CompletionLine(list, typed: "")
    guard let slot = line.slots?.arguments.first else { return nil }
    // What cannot be searched for is left to the list, which says what it takes.
    guard SearchKind(rawValue: list[0]) != nil else { return list + words }
    guard case .record(let kind) = WordSubject(slot, index: 0, in: line),
      Self.isThere(first, kind, on: store)
    else { return nil }
    return list + words
  }

  private static func isThere(_ keys: String, _ kind: RecordKind, on store: Store?) -> Bool {
    guard let store else { return false }
    return switch kind {
    case .account: (try? store.filter(listed: Account.self, keys, "account")) != nil
    case .meter: (try? store.filter(listed: Meter.self, keys, "meter")) != nil
    default: false
    }
  }

  /// Accounts go first where other records have the same key.
  static func kind(of key: String, on store: Store?) -> RecordKind? {
    guard let store, let name: Line = try? TypedValue.value(key, "key") else { return nil }
    return PromptSubject.kinds.first { (try? store.noteRecord($0.record, name)) != nil }?.kind
  }
}
