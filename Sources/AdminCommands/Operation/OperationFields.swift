import Accounts
import ArgumentParser
import Reports

/// The name of a field as the coding key that ArgumentParser needs.
struct FieldKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// The fields of an operation on a command line and in a file's header.
enum OperationFields {
  /// A day whose option `--from` is also that of a bulk file.
  static func isShared(_ field: FieldInfo) -> Bool { field.name == "from" }

  /// Whether a word behind a shared `--from` is the day, which may be said in words.
  static func isDay(_ word: String) -> Bool {
    if (try? CivilDate(word)) != nil { return true }
    return DayWords.day(word, today: CivilDate(daysSince1970: 0)) != nil
      && !FileNames.isThere(word)
  }

  /// The text of an operation's help, with what its list of fields cannot show.
  static func text(_ type: any ShownOperation.Type) -> String {
    guard let from = type.fields.first(where: isShared) else { return type.text }
    let shared =
      "--from takes a day or a file. With a day, such as --from 11/1/2026 or --from yesterday, it is the "
      + "\(from.help). With a file, it reads rows. Give it twice for both."
    return type.text.isEmpty ? shared : type.text + "\n\n" + shared
  }

  /// The option that names a file with a secret or a long text.
  static func fileOption(_ field: FieldInfo) -> String { field.name + "-file" }

  /// The property of the option by which an argument can be typed, too.
  static func namedForm(_ field: FieldInfo) -> String { "named-" + field.name }

  /// The field as typed: `<account>`, `--on`, or `--password-file`.
  static func typed(_ field: FieldInfo) -> String {
    switch field.place {
    case .argument: "<\(field.name)>"
    case .option: "--\(field.name)"
    case .secret: "--\(fileOption(field))"
    }
  }

  static func hasReason(_ fields: [FieldInfo]) -> Bool { fields.contains { $0.name == "reason" } }

  /// - Parameter isNeeded: whether each line has a required field.
  static func declaration(_ field: FieldInfo, isNeeded: Bool = true) -> Any {
    var text = field.help
    if let choices = field.choices { text += " (" + choices.joined(separator: ", ") + ")" }
    if field.isRequired, isNeeded { text += " (required)" }
    if field.place == .secret {
      return Option<String?>(
        name: .customLong(fileOption(field)),
        help: ArgumentHelp(
          "file with the \(field.help), or - for standard input; without it, standard input is "
            + "read, or a terminal prompts without echo", valueName: "file"))
    }
    return field.place == .argument
      ? Argument<String?>(help: ArgumentHelp(text, valueName: field.name)) as Any
      : Option<String?>(
        name: .customLong(field.name), help: ArgumentHelp(text, valueName: field.valueName)) as Any
  }

  /// The option of an argument that has both forms.
  static func namedDeclaration(_ field: FieldInfo) -> Any {
    Option<String?>(
      name: .customLong(field.name),
      help: ArgumentHelp("same as <\(field.name)>", valueName: field.valueName))
  }

  /// The `--NAME-file` option of a field that a file can hold.
  static func fileDeclaration(_ field: FieldInfo) -> Any {
    Option<String?>(
      name: .customLong(fileOption(field)),
      help: ArgumentHelp("file with the \(field.name), or - for standard input", valueName: "file"))
  }

  /// The header of a bulk file, required columns first.
  static func template(_ fields: [FieldInfo], _ delimiter: CSVDelimiter = .comma) -> String {
    (fields.filter(\.isRequired) + fields.filter { !$0.isRequired })
      .map(\.name).joined(separator: String(delimiter.character))
  }

  /// Arguments in their order, then options, required ones first.
  static func requiredFirst(_ fields: [FieldInfo]) -> [FieldInfo] {
    let options = fields.filter { $0.place != .argument }
    return fields.filter { $0.place == .argument }
      + options.filter(\.isRequired) + options.filter { !$0.isRequired }
  }

  /// `ubadmin service stop <account> <service> --on <date> [--reading <quantity>] [<options>]`.
  static func usage(_ type: any Operation.Type) -> String {
    let fields = requiredFirst(type.fields).map { field in
      let value = field.place == .secret ? "file" : field.valueName
      let text = typed(field) + (field.place == .argument ? "" : " <\(value)>")
      return field.isRequired && field.place != .secret ? text : "[\(text)]"
    }
    return (["ubadmin", "\(type.name)"] + fields + ["[<options>]"]).joined(separator: " ")
  }
}
