/// Names of fields in the texts of a rejection. A command line shows a name as it is typed there,
/// e.g. `--on`, and a file as its column.
enum FieldName {
  /// Stands before and after a name.
  private static let mark: Character = "\u{1A}"

  static func marked(_ name: String) -> String { "\(mark)\(name)\(mark)" }

  static func text(_ text: String, naming: (String) -> String) -> String {
    guard text.utf8.contains(0x1A) else { return text }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { $0.offset % 2 == 1 ? naming($0.element) : $0.element }.joined()
  }
}

extension DefaultStringInterpolation {
  /// The name of a field, in what a rejection expects and in its remedy:
  /// `"use \(field: "to") for the other account"`.
  package mutating func appendInterpolation(field name: String) {
    appendLiteral(FieldName.marked(name))
  }
}
