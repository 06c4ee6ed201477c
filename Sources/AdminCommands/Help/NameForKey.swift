import Accounts

/// A name or an address where the key of a record is expected: `account show "Dora Salas"`.
enum NameForKey {
  /// How to find the record; nil if the text is rather a key with a slip.
  static func remedy(_ rejection: Rejection, of value: any FieldValue.Type) -> String? {
    guard rejection.code == .malformed, isName(rejection.found, value) else { return nil }
    let wanted = value == EmailAddress.self ? "the user" : "it"
    return "find \(wanted) by name: `search \(word: rejection.found)`"
  }

  /// The same for a field of an operation that reads the record.
  static func remedy(
    _ rejection: Rejection, of field: FieldInfo, for operation: OperationName
  ) -> String? {
    guard !operation.makes(field.name) else { return nil }
    // Other addresses say where mail goes.
    if field.value == EmailAddress.self, field.place != .argument || !field.namesRecord {
      return nil
    }
    return remedy(rejection, of: field.value)
  }

  private static func isName(_ text: String, _ value: any FieldValue.Type) -> Bool {
    guard text.contains(where: \.isLetter), text.allSatisfy(isOfName) else { return false }
    if value == EmailAddress.self { return true }
    let isKey =
      value == CustomerID.self || value == AccountNumber.self || value == LocationID.self
    return isKey && text.contains(" ")
  }

  private static func isOfName(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || " .,'-".contains(letter)
  }
}
