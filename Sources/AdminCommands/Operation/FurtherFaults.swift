import Accounts

/// What else is wrong with words of which some are no values: records that are not there, and what the
/// rule refuses of the rest. So one round corrects all of a row.
struct FurtherFaults {
  private let type: any Operation.Type
  private let secrets: SecretSource

  init(_ type: any Operation.Type, secrets: SecretSource) {
    self.type = type
    self.secrets = secrets
  }

  /// A rejection with what else is wrong.
  /// - Parameter words: by field.
  func all(
    _ rejection: Rejection, of words: [[UInt8]?], in books: Books
  ) throws(RuleError) -> Rejection {
    guard words.count == type.fields.count, mayTell else { return rejection }
    let faulty = Set(rejection.all.compactMap(\.field))
    var missing: [Rejection] = []
    for (field, word) in zip(type.fields, words) where !faulty.contains(field.name) {
      if let word, let fault = try fault(word, field, books) { missing.append(fault) }
    }
    guard missing.isEmpty, rejection.all.allSatisfy({ $0.code != .notFound }) else {
      return rejection.with(missing)
    }
    return rejection.with(try refused(words, faulty, books))
  }

  /// What asks for a secret tells nothing to those who do not have it.
  private var mayTell: Bool {
    !type.isSlow && !type.countsGuesses && !type.fields.contains { $0.place == .secret }
  }

  /// Why one word is no value of its field.
  func faultOfWord(at index: Int, of words: [[UInt8]?]) -> Rejection? {
    do throws(Rejection) {
      _ = try OperationReader(type, constants: words, secrets: secrets).operation()
      return nil
    } catch {
      return error.all.first { $0.field == type.fields[index].name }
    }
  }

  /// What is wrong with one word that is a value: there is no such record, or the rule refuses it with
  /// the words before it.
  func faultOfRecord(
    at index: Int, of words: [[UInt8]?], in books: Books
  ) throws(RuleError) -> Rejection? {
    guard mayTell, let word = words[index] else { return nil }
    let field = type.fields[index]
    if let fault = try fault(word, field, books) { return fault }
    var stand = words
    for (place, other) in type.fields.enumerated()
    where words[place] == nil && (other.isRequired || other.isTodayByDefault) {
      guard let likely = Self.likely(other, books.today) else { return nil }
      stand[place] = Array(likely.utf8)
    }
    guard
      let operation = try? OperationReader(type, constants: stand, secrets: secrets).operation(),
      let refusal = try books.refusal(of: operation)
    else { return nil }
    // What is odd is asked about when all is there, and what is not typed yet may be anything.
    let isWhole = stand == words
    return refusal.all.first {
      $0.field == field.name && (isWhole ? $0.code != .unusual : $0.code == .notFound)
    }
  }

  private func fault(
    _ word: [UInt8], _ field: FieldInfo, _ books: Books
  ) throws(RuleError) -> Rejection? {
    var text = String(decoding: word, as: UTF8.self)
    return try text.withTrimmedCell { (cell) throws(RuleError) in
      try books.fault(ofRecord: cell, field, for: type)
    }
  }

  /// What the rule says of the sound words, with likely ones in place of the others. It counts where it
  /// is about a sound word, and not about an amount that may hang on another.
  private func refused(
    _ words: [[UInt8]?], _ faulty: Set<String>, _ books: Books
  ) throws(RuleError) -> [Rejection] {
    var stand: [[UInt8]?] = []
    for (field, word) in zip(type.fields, words) {
      guard faulty.contains(field.name) else {
        stand.append(word)
        continue
      }
      guard field.isRequired else {
        stand.append(nil)
        continue
      }
      guard let likely = Self.likely(field, books.today) else { return [] }
      stand.append(Array(likely.utf8))
    }
    let reader = OperationReader(type, constants: stand, secrets: secrets)
    guard let operation = try? reader.operation(),
      let refusal = try books.refusal(of: operation)
    else { return [] }
    return refusal.all.filter { one in
      guard let name = one.field, !faulty.contains(name),
        let field = type.fields.first(where: { $0.name == name })
      else { return false }
      switch one.code {
      case .notFound, .closed, .dateOrder, .conflict: return true
      case .unusual: return field.isDate
      default: return false
      }
    }
  }

  /// Nil where none would do for any record.
  private static func likely(_ field: FieldInfo, _ today: CivilDate) -> String? {
    if let choice = field.choices?.first { return choice }
    if field.isDate { return "\(today)" }
    if field.value == Money.self || field.value == Quantity.self { return "1" }
    return field.isFreeText ? "x" : nil
  }
}

extension String {
  fileprivate mutating func withTrimmedCell<T>(
    _ body: (CellBytes) throws(RuleError) -> T?
  ) throws(RuleError) -> T? {
    let result = withUTF8 { bytes -> Result<T?, RuleError> in
      guard let cell = CellBlanks.trimmed(bytes) else { return .success(nil) }
      do throws(RuleError) { return .success(try body(cell)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
