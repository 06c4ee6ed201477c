import Synchronization
package import Engines
package import Values

/// One argument or option of an operation, and so one column of its bulk files.
package struct FieldInfo: Sendable {
  /// Tells fields apart faster than their names.
  let id: Int
  package let name: String
  package let place: Place
  package let isRequired: Bool
  package let value: any FieldValue.Type
  package let valueName: String
  package let choices: [String]?
  package let help: String
  /// For a secret: the field that replaces it.
  package let substitute: String?
  /// Whether `--NAME-file` can name a file with its text.
  package let takesFile: Bool
  /// Whether it may be typed both by its place and as an option.
  package var hasBothForms: Bool { place == .argument }
  /// Whether the value says how to reach a person.
  package let isPersonal: Bool
  /// Whether staff know a record by the value, which is then written as it is.
  package let namesRecord: Bool
  /// Whether it is text of any kind, in which everything may appear.
  package let isFreeText: Bool
  /// Whether it says why a change is made, for the journal.
  package let isReason: Bool
  /// Whether it is a day, which may be said in words.
  package let isDate: Bool
  /// Whether it is the city's today where nothing is given.
  package let isTodayByDefault: Bool
  /// Whether `--clear` can empty it.
  package let isClearable: Bool
  /// Says what is wrong with a cell of the field, or nil.
  package let fault: @Sendable (CellBytes) -> ValueFault?

  /// The one form of a value that can be typed in several; nil if it is not such a value.
  let plain: (@Sendable (CellBytes) -> String?)?

  /// How the field is typed on a command line.
  package enum Place: Sendable {
    case argument, option
    /// Never on the command line itself: in a file that `--NAME-file` names, on standard input, at
    /// a prompt without echo, or in a column of a bulk file.
    case secret
  }

  private static let next = Atomic<Int>(0)

  fileprivate init(
    _ name: String, _ place: Place, _ value: any FieldValue.Type, isRequired: Bool, help: String,
    substitute: String? = nil, isPersonal: Bool, namesRecord: Bool, isTodayByDefault: Bool = false,
    isClearable: Bool
  ) {
    id = Self.next.add(1, ordering: .relaxed).oldValue
    self.name = name
    self.place = place
    self.isRequired = isRequired
    self.value = value
    valueName = value.valueName
    choices = value.choices
    self.help = help
    self.substitute = substitute
    takesFile = place != .secret && value == Prose.self
    self.isPersonal = isPersonal
    self.namesRecord = namesRecord
    isReason = name == "reason" && value.choices == nil
    isDate = value == CivilDate.self
    self.isTodayByDefault = isTodayByDefault
    self.isClearable = isClearable
    fault = Self.fault(value)
    plain = Self.plain(value)
    isFreeText =
      value == Line.self || value == Remark.self || value == Prose.self
      || value == PaymentReference.self || value == BounceCode.self
  }

  private static func fault<Value: FieldValue>(
    _ value: Value.Type
  ) -> @Sendable (CellBytes) -> ValueFault? {
    { bytes in
      do throws(ValueFault) {
        _ = try Value(cell: bytes)
        return nil
      } catch {
        return error
      }
    }
  }

  private static func plain(
    _ value: any FieldValue.Type
  ) -> (@Sendable (CellBytes) -> String?)? {
    func form<Value: FieldValue & CustomStringConvertible>(
      _ value: Value.Type
    ) -> @Sendable (CellBytes) -> String? {
      { try? Value(cell: $0).description }
    }
    func word<Value: Choice>(_ value: Value.Type) -> @Sendable (CellBytes) -> String? {
      { try? Value(cell: $0).rawValue }
    }
    if let choice = value as? any Choice.Type { return word(choice) }
    return if value == CivilDate.self {
      form(CivilDate.self)
    } else if value == Money.self {
      form(Money.self)
    } else if value == Quantity.self { form(Quantity.self) } else { nil }
  }

  /// The option that sets a column of an entity; nil if the column is not of a type that can be
  /// typed.
  init?(_ column: ColumnInfo, isRequired: Bool = false) {
    guard let value = column.value.present as? any FieldValue.Type else { return nil }
    self.init(
      column.option, .option, value, isRequired: isRequired, help: column.help,
      isPersonal: column.isPersonal, namesRecord: column.namesRecord,
      isClearable: column.isClearable)
  }
}

/// A field with the type of its value.
package struct Field<Value: FieldValue>: Sendable {
  package let info: FieldInfo
  package var name: String { info.name }

  private init(
    _ name: String, _ place: FieldInfo.Place, _ isRequired: Bool, _ help: String,
    substitute: String? = nil, isPersonal: Bool = false, namesRecord: Bool = false,
    isTodayByDefault: Bool = false, isClearable: Bool = false
  ) {
    info = FieldInfo(
      name, place, Value.self, isRequired: isRequired, help: help, substitute: substitute,
      isPersonal: isPersonal || (Value.self as? any DatumValue.Type)?.isPersonal ?? false,
      namesRecord: namesRecord, isTodayByDefault: isTodayByDefault, isClearable: isClearable)
  }

  /// A positional argument.
  /// - Parameter namesRecord: false where anything may be typed, whether or not there is such a
  ///   record.
  package static func argument(
    _ name: String, required: Bool = true, namesRecord: Bool = true, _ help: String
  ) -> Field {
    Field(name, .argument, required, help, namesRecord: namesRecord)
  }

  /// A secret value; required unless `substitute` is given.
  package static func secret(_ name: String, unless substitute: String? = nil, _ help: String)
    -> Field
  {
    Field(name, .secret, substitute == nil, help, substitute: substitute)
  }

  /// A secret value that may be left out.
  package static func optionalSecret(_ name: String, _ help: String) -> Field {
    Field(name, .secret, false, help)
  }

  /// - Parameter isPersonal: personal whatever its type; some types always are.
  package static func option(
    _ name: String, required: Bool = false, isPersonal: Bool = false, isClearable: Bool = false,
    _ help: String
  ) -> Field {
    Field(name, .option, required, help, isPersonal: isPersonal, isClearable: isClearable)
  }

  /// An argument that names a record by the key column of its table.
  package static func argument<E: Entity>(of column: Column<E, Value>) -> Field
  where Value: DatumValue {
    argument(column.info.option, column.info.help)
  }

  /// An option that sets a column, with the name and the help that the column declares.
  /// - Parameter standard: what holds where it is not given.
  package static func option<E: Entity>(
    of column: Column<E, Value>, required: Bool = false, default standard: String? = nil
  ) -> Field where Value: DatumValue { option(of: column.info, required, standard) }

  package static func option<E: Entity>(
    of column: Column<E, Value?>, isClearable: Bool = false, default standard: String? = nil
  ) -> Field where Value: DatumValue {
    option(of: column.info, false, standard, isClearable: isClearable)
  }

  private static func option(
    of column: ColumnInfo, _ isRequired: Bool, _ standard: String?, isClearable: Bool = false
  ) -> Field {
    option(
      column.option, required: isRequired, isPersonal: column.isPersonal, isClearable: isClearable,
      column.help + (standard.map { "; default: \($0)" } ?? ""))
  }

  /// A day that is the city's today where it is not given.
  package static func day(_ name: String, _ help: String) -> Field where Value == CivilDate {
    Field(name, .option, false, help + "; default: today", isTodayByDefault: true)
  }
}
