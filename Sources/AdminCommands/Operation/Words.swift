import Accounts

/// Parses the words of reading commands.
enum Words {
  /// - Parameter field: the command's name for the word.
  static func value<Value: FieldValue>(_ word: String, _ field: String) throws -> Value {
    let trimmed = String(word.trimmed)
    guard !trimmed.isEmpty else {
      throw Rejection(
        .required, field: field, found: "nothing", expected: Value.valueName,
        mend: "needed: \(Value.valueName)")
    }
    do throws(ValueFault) {
      return try Value(trimmed)
    } catch {
      throw Rejection(error, field: field)
    }
  }
}
