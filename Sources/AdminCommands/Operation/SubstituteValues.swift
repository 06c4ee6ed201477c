import Accounts

/// Likely words in the place of bad ones, in two versions: what a rule refuses in both alike is not
/// about them.
struct SubstituteValues {
  /// Likely words that were found, by field.
  typealias Examples = [String: (words: [String], isRecord: Bool)]

  /// By field, in both versions.
  let words: [[[UInt8]?]]
  /// Whether the versions differ in every field that had to be filled.
  let areDistinct: Bool

  /// Nil if no word would do for some field.
  /// - Parameter faulty: the fields whose words are bad.
  init?(
    for words: [[UInt8]?], of type: any Operation.Type, faulty: Set<String>, in books: Books,
    _ examples: inout Examples
  ) throws(RuleError) {
    var versions = [words, words]
    var areDistinct = true
    for (index, field) in type.fields.enumerated() where faulty.contains(field.name) {
      let known =
        if let known = examples[field.name] { known } else { try Self.likely(field, type, books) }
      examples[field.name] = known
      let (likely, isRecord) = known
      guard let first = likely.first else {
        // What need not be given is left out.
        if field.isRequired { return nil }
        for version in 0...1 { versions[version][index] = nil }
        continue
      }
      let second = likely.count > 1 ? likely[1] : first
      // Another record would bring its own errors.
      let isLeftOut = isRecord && !field.isRequired
      versions[0][index] = isLeftOut ? nil : Array(first.utf8)
      versions[1][index] = isLeftOut ? nil : Array(second.utf8)
      if field.isRequired, isRecord, first == second { areDistinct = false }
    }
    self.words = versions
    self.areDistinct = areDistinct
  }

  private static func likely(
    _ field: FieldInfo, _ type: any Operation.Type, _ books: Books
  ) throws(RuleError) -> (words: [String], isRecord: Bool) {
    if !type.name.makes(field.name), let records = try books.examples(of: field) {
      return (records, true)
    }
    let day = books.today
    let words =
      (field.choices ?? []).prefix(2) + ["1", "2", "\(day)", "\(day.adding(days: 1))"]
      + ["x", "y", "a@example.com", "b@example.com", "021000021", "011000015"]
    return (Array(words.filter { accepts($0, as: field.value) }.prefix(2)), false)
  }

  private static func accepts<Value: FieldValue>(_ word: String, as value: Value.Type) -> Bool {
    (try? Value(word)) != nil
  }
}
