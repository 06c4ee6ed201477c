import Accounts
import ArgumentParser

/// A rejection of one command, with its field named as it is typed.
struct TypedRejection: Error {
  let rejection: Rejection
  /// `--on` or `<account>`; nil if no field is at fault.
  let name: String?
  /// What is expected, and the remedy, with fields named as they are typed.
  private let expected: String
  let remedy: String

  /// What else is wrong with the same command.
  let others: [TypedRejection]

  init(_ rejection: Rejection, of command: any AdminCommand) {
    self.rejection = rejection
    others = rejection.others.map { TypedRejection($0, of: command) }
    func typed(_ field: String) -> String { CommandFields.typed(field, in: command) ?? field }
    // An undo was typed without the fields that it gives back.
    name =
      rejection.code == .movedSince
      ? rejection.field.flatMap { CommandFields.typed($0, in: command) }
      : rejection.field.map(typed)
    let operation = type(of: command) as? any FieldsCommand.Type
    let field = operation?.operationFields.first { $0.name == rejection.field }
    let day = field?.isDate == true ? TypedDay.fault(rejection.asFault) : nil
    expected = day?.expected ?? rejection.expectedText(naming: typed)
    if let day {
      remedy = day.remedy
    } else if rejection.isMissing, let field, field.place == .secret {
      remedy = SecretWords.source(of: field)
    } else if let operation, let field,
      let found = NameForKey.remedy(rejection, of: field, for: operation.operationName)
    {
      remedy = found
    } else {
      let example =
        rejection.isMissing && field?.help.contains("e.g.") == false
        ? field.flatMap(FieldExample.text) : nil
      remedy = rejection.meantRemedyText(naming: typed) + (example.map { ", e.g. \($0)" } ?? "")
    }
  }

  var message: String {
    rejection.isMissing
      ? "\(name ?? "a value") is missing" : rejection.text(naming: name, expected: expected)
  }
}

extension Rejection {
  /// One line for a row of a file, where the field is a column.
  var words: String {
    isMissing ? "column \(field ?? "") is empty" : text(naming: field, expected: expected)
  }

  /// The same for a file with columns for these fields alone.
  /// - Parameter isListed: the file is the last list at the prompt.
  func words(in columns: Set<String>, isListed: Bool = false) -> String {
    guard isMissing, let field, !columns.contains(field) else { return words }
    return isListed ? ListedKeys.notTaken(field) : "there is no column \(field)"
  }

  /// The remedy for a row of a file, where fields are columns.
  private var rowRemedy: String { remedyText { "column \($0)" } }

  /// `words`, and the remedy for a row of a file if there is one.
  func rowText(_ words: String) -> String { Self.joined(words, rowRemedy) }

  /// - Parameter remedy: empty if the words say it all.
  static func joined(_ words: String, _ remedy: String) -> String {
    remedy.isEmpty ? words : "\(words); \(remedy)"
  }

  fileprivate var asFault: ValueFault {
    ValueFault(code, found: found, expected: expected, remedy: remedy)
  }

  fileprivate var isMissing: Bool { code == .required && found == "nothing" && field != nil }

  fileprivate func text(naming name: String?, expected: String) -> String {
    (name.map { $0 + ": " } ?? "")
      + "found \(found.asFound), expected \(DidYouMean.shortened(expected))"
  }
}

extension Session {
  /// What is wrong with an answer, before it is asked for again.
  func say(_ rejection: Rejection) {
    say(rejection.words)
    if !rejection.meantRemedy.isEmpty { say("  " + rejection.meantRemedy) }
  }
}

extension StringProtocol {
  /// As a message names what was found: a comma at its end is not the sentence's own.
  var asFound: String {
    isEmpty ? "an empty value" : hasSuffix(",") ? "“\(self)”" : String(self)
  }
}

/// The fields of a command as they are typed.
enum CommandFields {
  /// Nil if the command has no field of that name. Looks in the mirrors in which the parser
  /// itself finds a command's arguments and options.
  static func typed(_ field: String, in command: Any) -> String? {
    if let fields = command as? any NamedFields { return fields.typed(field) }
    for (label, value) in Mirror(reflecting: command).children {
      let name = kebab(label ?? "")
      switch value {
      case is any TypedArgument where name == field: return "<\(field)>"
      case is any TypedOption where name == field: return "--\(field)"
      case let group as any TypedGroup:
        if let found = typed(field, in: group.members) { return found }
      default: break
      }
    }
    return nil
  }

  /// `_postalCode` is the property of `--postal-code`.
  private static func kebab(_ label: String) -> String {
    label.drop { $0 == "_" }.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }
}

/// Arguments and options that know the names of their fields.
private protocol NamedFields {
  func typed(_ field: String) -> String?
}
extension FieldArguments: NamedFields {
  fileprivate func typed(_ field: String) -> String? {
    O.fields.first { $0.name == field }.map {
      namedFields.contains(field) ? "--\(field)" : OperationFields.typed($0)
    }
  }
}
extension UseCommand: NamedFields {
  /// The kind of record and its key are words of one argument.
  fileprivate func typed(_ field: String) -> String? { "<\(field)>" }
}
extension QuestionCommand: NamedFields {
  fileprivate func typed(_ field: String) -> String? { typedName(field) }
}
extension AccountArgument: NamedFields {
  fileprivate func typed(_ field: String) -> String? {
    guard field == "account" else { return nil }
    return account == nil && namedAccount != nil ? "--account" : "<account>"
  }
}

extension MeterArgument: NamedFields {
  fileprivate func typed(_ field: String) -> String? {
    guard field == "meter" else { return nil }
    return meter == nil && namedMeter != nil ? "--meter" : "<meter>"
  }
}

/// A property that takes a word without a dash.
private protocol TypedArgument {}
extension Argument: TypedArgument {}

/// A property that takes `--name VALUE`.
private protocol TypedOption {}
extension Option: TypedOption {}
