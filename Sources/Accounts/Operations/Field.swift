import Synchronization

/// One argument or option of an operation, and so one column of its bulk files.
public struct FieldInfo: Sendable {
  /// Tells fields apart faster than their names.
  let id: Int
  public let name: String
  public let place: Place
  public let isRequired: Bool
  public let valueName: String
  public let choices: [String]?
  public let help: String
  /// For a secret: the field that replaces it.
  public let spare: String?
  /// Whether `--NAME-file` can name a file with its text.
  public let takesFile: Bool
  /// Whether the value says how to reach a person.
  public let isPersonal: Bool
  /// Whether staff know a record by the value, which is then written as it is.
  public let namesRecord: Bool
  /// Whether it is text of any kind, in which everything may stand.
  public let isFreeText: Bool

  /// How the field is typed on a command line.
  public enum Place: Sendable {
    case argument, option
    /// Never on the command line itself: in a file that `--NAME-file` names, on standard input, at
    /// a prompt without echo, or in a column of a bulk file.
    case secret
  }

  fileprivate static let next = Atomic<Int>(0)
}

/// A field with the type of its value.
public struct Field<Value: FieldValue>: Sendable {
  public let info: FieldInfo
  public var name: String { info.name }

  private init(
    _ name: String, _ place: FieldInfo.Place, _ isRequired: Bool, _ help: String,
    spare: String? = nil, isPersonal: Bool = false, namesRecord: Bool = false
  ) {
    info = FieldInfo(
      id: FieldInfo.next.add(1, ordering: .relaxed).oldValue, name: name, place: place,
      isRequired: isRequired, valueName: Value.valueName,
      choices: Value.choices, help: help, spare: spare,
      takesFile: place == .option && Value.self == Prose.self,
      isPersonal: isPersonal || (Value.self as? any DatumValue.Type)?.isPersonal ?? false,
      namesRecord: namesRecord,
      isFreeText: Value.self == Line.self || Value.self == Remark.self
        || Value.self == Prose.self)
  }

  /// A positional argument.
  /// - Parameter namesRecord: false where anything may be typed, whether or not there is such a
  ///   record.
  public static func argument(
    _ name: String, required: Bool = true, namesRecord: Bool = true, _ help: String
  ) -> Field {
    Field(name, .argument, required, help, namesRecord: namesRecord)
  }

  /// A secret value; required unless `spare` is given.
  public static func secret(_ name: String, unless spare: String? = nil, _ help: String) -> Field {
    Field(name, .secret, spare == nil, help, spare: spare)
  }

  /// A secret value that may be left out.
  public static func optionalSecret(_ name: String, _ help: String) -> Field {
    Field(name, .secret, false, help)
  }

  /// - Parameter isPersonal: personal whatever its type; some types always are.
  public static func option(
    _ name: String, required: Bool = false, isPersonal: Bool = false, _ help: String
  ) -> Field {
    Field(name, .option, required, help, isPersonal: isPersonal)
  }
}
