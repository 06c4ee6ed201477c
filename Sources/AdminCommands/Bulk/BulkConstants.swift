import Accounts

/// A value that a command line gives for all rows.
struct BulkConstant {
  /// Of the field.
  let name: String
  let word: [UInt8]

  /// Those of an operation's fields.
  static func all(_ words: [[UInt8]?], of fields: [FieldInfo]) -> [BulkConstant] {
    zip(fields, words).compactMap { field, word in
      word.map { BulkConstant(name: field.name, word: $0) }
    }
  }
}

/// What a command line gives for all rows of a file or list.
struct BulkConstants {
  /// By field, as a command without a file reads them.
  let words: [[UInt8]?]
  /// Arguments that were given by their names, and so keep their places.
  let named: Set<String>

  init(_ words: [[UInt8]?], named: Set<String> = []) {
    self.words = words
    self.named = named
  }

  /// The words where some fields are columns: arguments that were typed by their place are those that
  /// no column is for, as `mail` of `delivery set mail --from accounts.csv`.
  /// - Parameters:
  ///   - repeated: fields whose columns may be what an earlier command line gave, the likeliest last.
  ///   - mayHide: whether columns are left aside where more words are typed, the last first.
  func words(
    beside columns: Set<Int>, of fields: [FieldInfo], repeated: [Int] = [], mayHide: Bool = false
  ) -> [[UInt8]?] {
    let places = fields.indices.filter {
      fields[$0].place == .argument && !named.contains(fields[$0].name)
    }
    let typed = places.compactMap { words[$0] }
    var free = places.filter { !columns.contains($0) }
    if typed.count > free.count {
      let hidden = mayHide ? places.filter(columns.contains) : repeated.filter(places.contains)
      let more = hidden.suffix(typed.count - free.count)
      free = (free + more).sorted()
    }
    guard typed.count <= free.count else { return words }
    var placed = words
    for place in places { placed[place] = nil }
    for (place, word) in zip(free, typed) { placed[place] = word }
    return placed
  }
}
