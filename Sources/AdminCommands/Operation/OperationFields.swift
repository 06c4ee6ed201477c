import Accounts
import ArgumentParser

/// The name of a field where ArgumentParser wants a coding key.
struct FieldKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// How the fields of an operation stand on a command line and in a file's header.
enum OperationFields {
  static func isShared(_ field: FieldInfo) -> Bool { field.name == "from" }

  /// The option that names a file with a secret or a long text.
  static func fileOption(_ field: FieldInfo) -> String { field.name + "-file" }

  static func hasReason(_ fields: [FieldInfo]) -> Bool { fields.contains { $0.name == "reason" } }

  static func declaration(_ field: FieldInfo) -> Any {
    var text = field.help
    if let choices = field.choices { text += " (" + choices.joined(separator: ", ") + ")" }
    if field.isRequired { text += " (required)" }
    if field.place == .secret {
      return Option<String?>(
        name: .customLong(fileOption(field)),
        help: ArgumentHelp(
          "file with the \(field.help); - is standard input, which is also read where none is "
            + "named; a terminal is asked without echo", valueName: "file"))
    }
    return field.place == .argument
      ? Argument<String?>(help: ArgumentHelp(text, valueName: field.name)) as Any
      : Option<String?>(
        name: .customLong(field.name), help: ArgumentHelp(text, valueName: field.valueName)) as Any
  }

  /// Of a field that a file can hold.
  static func fileDeclaration(_ field: FieldInfo) -> Any {
    Option<String?>(
      name: .customLong(fileOption(field)),
      help: ArgumentHelp("file with the \(field.name); - is standard input", valueName: "file"))
  }

  /// The header of a bulk file, required columns first.
  static func template(_ fields: [FieldInfo]) -> String {
    (fields.filter(\.isRequired) + fields.filter { !$0.isRequired })
      .map(\.name).joined(separator: ",")
  }
}
