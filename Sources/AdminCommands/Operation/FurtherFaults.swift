import Accounts

/// What else is wrong with words that were refused: other words that are not values, records that are
/// not there, and what the rule refuses of the rest. So one round corrects all of a row.
final class FurtherFaults {
  let type: any Operation.Type
  private let secrets: SecretSource
  private let hasSecret: Bool
  private var examples = SubstituteValues.Examples()
  private var count = 0

  /// A file with more bad rows is the wrong one as a whole; the rule is no longer asked.
  private static let most = 10_000

  init(_ type: any Operation.Type, secrets: SecretSource) {
    self.type = type
    self.secrets = secrets
    hasSecret = type.fields.contains { $0.place == .secret }
  }

  /// A rejection with what else is wrong.
  /// - Parameter words: by field.
  func all(
    _ rejection: Rejection, of words: [[UInt8]?], in books: Books
  ) throws(RuleError) -> Rejection {
    // A record that exists already is complete. Commands of citizens, and those that count guesses,
    // reveal nothing more.
    guard rejection.code != .duplicate, words.count == type.fields.count, !type.isSlow,
      !type.countsGuesses, type.name.noun != "portal"
    else { return rejection }
    count += 1
    var faults = Faults(rejection)
    try addUnreadable(to: &faults, words, books)
    for (field, word) in zip(type.fields, words) where !faults.fields.contains(field.name) {
      if let word, let fault = try fault(word, field, books) { faults.add([fault]) }
    }
    // A rule that opens or keeps a secret is not tried out.
    if !hasSecret, count <= Self.most { try addRefused(to: &faults, words, books) }
    return rejection.with(faults.further)
  }

  func fault(
    _ word: [UInt8], _ field: FieldInfo, _ books: Books
  ) throws(RuleError) -> Rejection? {
    var text = String(decoding: word, as: UTF8.self)
    return try text.withTrimmedCell { (cell) throws(RuleError) in
      try books.fault(ofRecord: cell, field, for: type)
    }
  }

  /// What the operation itself says of the words, one fault at a time.
  private func addUnreadable(
    to faults: inout Faults, _ words: [[UInt8]?], _ books: Books
  ) throws(RuleError) {
    for _ in type.fields {
      guard let substitutes = try substitutes(for: faults, words, books) else { return }
      let refusals = substitutes.words.map { words in
        do throws(Rejection) {
          _ = try reader(words).operation()
          return [Rejection]()
        } catch {
          return error.all
        }
      }
      guard faults.add(Self.shared(refusals)) else { return }
    }
  }

  /// What the rule says of the sound words, one fault at a time.
  private func addRefused(
    to faults: inout Faults, _ words: [[UInt8]?], _ books: Books
  ) throws(RuleError) {
    for _ in type.fields {
      guard let substitutes = try substitutes(for: faults, words, books), substitutes.areDistinct
      else { return }
      var refusals: [[Rejection]] = []
      for words in substitutes.words {
        guard let operation = try? reader(words).operation() else { return }
        refusals.append(try books.refusal(of: operation)?.all ?? [])
      }
      guard faults.add(Self.shared(refusals).filter(isOwn)) else { return }
    }
  }

  private func substitutes(
    for faults: Faults, _ words: [[UInt8]?], _ books: Books
  ) throws(RuleError) -> SubstituteValues? {
    try SubstituteValues(for: words, of: type, faulty: faults.fields, in: books, &examples)
  }

  func reader(_ words: [[UInt8]?]) -> OperationReader {
    OperationReader(type, constants: words, secrets: secrets)
  }

  private static func shared(_ refusals: [[Rejection]]) -> [Rejection] {
    guard let first = refusals.first, let last = refusals.last else { return [] }
    return first.filter(last.contains)
  }

  /// Whether a refusal is about the word itself, and not about an amount that depends on another.
  private func isOwn(_ refusal: Rejection) -> Bool {
    guard let field = type.fields.first(where: { $0.name == refusal.field }) else { return false }
    switch refusal.code {
    case .duplicate: return false
    case .unusual: return field.isDate
    default: return true
    }
  }
}

/// What is wrong so far, no field twice.
private struct Faults {
  private(set) var fields: Set<String>
  /// Beyond what was refused first.
  private(set) var further: [Rejection] = []

  init(_ first: Rejection) { fields = Set(first.all.compactMap(\.field)) }

  /// False where nothing of it is new.
  @discardableResult
  mutating func add(_ found: [Rejection]) -> Bool {
    let count = further.count
    for one in found {
      if let field = one.field, fields.insert(field).inserted { further.append(one) }
    }
    return further.count > count
  }
}

extension String {
  fileprivate mutating func withTrimmedCell<T>(
    _ body: (CellBytes) throws(RuleError) -> T?
  ) throws(RuleError) -> T? {
    try withCellBytes { (bytes) throws(RuleError) -> T? in
      guard let cell = CellBlanks.trimmed(bytes) else { return nil }
      return try body(cell)
    }
  }
}
