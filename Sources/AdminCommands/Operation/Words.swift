import Accounts

/// Words of a reading command as values.
enum Words {
  /// - Parameter field: what the command calls the word.
  static func value<Value: FieldValue>(_ word: String, _ field: String) throws -> Value {
    let trimmed = String(word.trimmed)
    guard !trimmed.isEmpty else {
      throw Rejection(
        .required, field: field, found: "nothing", expected: Value.valueName,
        mend: "give \(field)")
    }
    do throws(ValueFault) {
      return try Value(trimmed)
    } catch {
      throw Rejection(error, field: field)
    }
  }
}
