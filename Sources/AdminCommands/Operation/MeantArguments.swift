import Accounts

/// Arguments in each other's places: `service stop WATER 2000002`; and `note add 2000001 hello`, where
/// the kind of record is missing.
extension FurtherFaults {
  /// Two arguments that are wrong, and right in each other's places.
  func swapped(
    _ words: [[UInt8]?], in books: Books
  ) throws(RuleError) -> (first: Int, second: Int)? {
    guard mayTell, words.count == type.fields.count, type.name.noun != "portal" else { return nil }
    var wrong: [(place: Int, word: [UInt8])] = []
    for (place, field) in type.fields.enumerated() where field.place == .argument {
      guard let word = words[place] else { continue }
      if try !fits(word, field, books) { wrong.append((place, word)) }
    }
    guard wrong.count == 2, try fits(wrong[1].word, type.fields[wrong[0].place], books),
      try fits(wrong[0].word, type.fields[wrong[1].place], books)
    else { return nil }
    return (wrong[0].place, wrong[1].place)
  }

  /// What record a note is about, where that stands in the place of its kind.
  func kindOfNote(_ words: [[UInt8]?], on store: Store) -> RecordKind? {
    guard type == AddNote.self, let first = words.first, let word = first else { return nil }
    let key = String(decoding: word, as: UTF8.self)
    return NoteKind(rawValue: key) == nil ? PluralNoun.kind(of: key, on: store) : nil
  }

  private func fits(
    _ word: [UInt8], _ field: FieldInfo, _ books: Books
  ) throws(RuleError) -> Bool {
    var text = String(decoding: word, as: UTF8.self)
    guard text.withCellBytes(field.fault) == nil else { return false }
    return try fault(word, field, books) == nil
  }
}

extension Rejection {
  /// The same with the command that was meant, and without what is wrong with the fields that are
  /// right in it.
  func meaning(_ command: String, which fields: [String]) -> Rejection {
    func isRight(_ rejection: Rejection) -> Bool { rejection.field.map(fields.contains) ?? false }
    var meant = (all.first(where: isRight) ?? self).with(remedy: "did you mean `\(command)`?")
    meant.others = all.filter { !isRight($0) }
    return meant
  }
}

extension TypedLine {
  /// The line with two of its words in each other's places.
  func swapping(_ first: String, _ second: String) -> String? {
    guard let one = own.firstIndex(of: first), let other = own.firstIndex(of: second) else {
      return nil
    }
    var words = own
    words.swapAt(one, other)
    return text(words)
  }

  /// The line with a word that is missing before another.
  func inserting(_ word: String, before other: String) -> String? {
    guard let place = own.firstIndex(of: other) else { return nil }
    return text(own[..<place] + [word] + own[place...])
  }

  /// With the global options at its end.
  private func text(_ words: [String]) -> String? {
    guard !own.contains("--") else { return nil }
    return WordQuoting.line(words + self.words(without: []).dropLast(own.count))
  }
}
