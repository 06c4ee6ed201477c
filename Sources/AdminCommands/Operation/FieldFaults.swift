import Accounts

/// What is wrong with one word while the others are still asked for.
extension FurtherFaults {
  /// A command that asks for a secret must not say what is wrong to those who do not have it.
  var mayTell: Bool {
    !type.isSlow && !type.countsGuesses && !type.fields.contains { $0.place == .secret }
  }

  /// Why one word is not a value of its field.
  func faultOfWord(at index: Int, of words: [[UInt8]?]) -> Rejection? {
    do throws(Rejection) {
      _ = try reader(words).operation()
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
      let operation = try? reader(stand).operation(),
      let refusal = try books.refusal(of: operation)
    else { return nil }
    // Unusual values are asked about once all fields are known; those not typed yet may be
    // anything.
    let isWhole = stand == words
    return refusal.all.first {
      $0.field == field.name && (isWhole ? $0.code != .unusual : $0.code == .notFound)
    }
  }

  /// Nil if there is no value that suits any record.
  private static func likely(_ field: FieldInfo, _ today: CivilDate) -> String? {
    if let choice = field.choices?.first { return choice }
    if field.isDate { return "\(today)" }
    if field.value == Money.self || field.value == Quantity.self { return "1" }
    return field.isFreeText ? "x" : nil
  }
}
