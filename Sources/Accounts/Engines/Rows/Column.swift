package import Values

/// A typed column of an entity, by position.
package struct Column<E: Entity, Value: DatumValue>: Sendable {
  package let info: ColumnInfo
  package let index: Int
  package var name: String { info.name }

  /// - Parameters:
  ///   - label: for people; as the name, where it is left out.
  ///   - title: over the column of a list, where that is to be shorter.
  ///   - help: what a command line says of the field.
  ///   - option: the field's name on a command line and in files; as the name, where it is left out.
  ///   - references: the table whose key it holds; the migrations say the same.
  package init(
    _ index: Int, _ name: String, label: String? = nil, title: String? = nil,
    help: String? = nil, option: String? = nil, _ traits: ColumnTraits = [],
    search: ColumnSearch? = nil,
    references: (@Sendable () -> Table)? = nil, historyOf: ColumnHistory? = nil
  ) {
    self.index = index
    info = ColumnInfo(
      index: index, name: name, value: Value.self, label: label, title: title, help: help,
      option: option,
      traits, search: search, references: references, historyOf: historyOf)
  }
}

/// What is true of a column besides its type.
package struct ColumnTraits: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Contact data of a person, whatever its type: masked in all output. Some types always are.
  package static let personal = ColumnTraits(rawValue: 1)
  /// Staff know the record by this value: shown where the record itself is listed.
  package static let namesRecord = ColumnTraits(rawValue: 2)
  /// The commands that add and set a record have a field for it.
  package static let edited = ColumnTraits(rawValue: 4)
  /// It may be NULL, but no command empties it.
  package static let kept = ColumnTraits(rawValue: 8)
  /// The list of all its records leaves it out; the page of one record has it.
  package static let unlisted = ColumnTraits(rawValue: 16)
  /// Digits of a register: people compare them with the dial, so they have no commas.
  package static let dial = ColumnTraits(rawValue: 32)
}

/// How the search uses a column.
package struct ColumnSearch: Sendable {
  /// How its text is split into words.
  package enum Form: Sendable {
    case text, phone, number, email
  }

  package let form: Form
  /// The higher, the better a match there.
  package let weight: Int

  package init(_ form: Form, weight: Int) {
    self.form = form
    self.weight = weight
  }
}

/// The record whose history a row is a part of, by the number in one of its columns. An undo that
/// changes such a row looks at the whole history.
package enum ColumnHistory: Sendable {
  case account, meter
}

/// A column without its Swift type; a class, because it is handed around for every cell.
package final class ColumnInfo: Sendable {
  package let index: Int
  package let name: String
  package let value: any DatumValue.Type
  /// For people, in lists and pages: `postal_code` reads `Postal code`.
  package let label: String
  package let title: String
  /// The field's name on a command line, in files and in lists.
  package let option: String
  private let declaredHelp: String?
  package let traits: ColumnTraits
  package let search: ColumnSearch?
  package let references: (@Sendable () -> Table)?
  package let historyOf: ColumnHistory?
  package let type: ColumnType
  package let isNullable: Bool
  /// Contact data of a person: masked in all output.
  package let isPersonal: Bool
  /// Sorts without regard to case and accents.
  package var isName: Bool { value.present == Line.self }

  package init(
    index: Int, name: String, value: any DatumValue.Type, label: String? = nil,
    title: String? = nil, help: String? = nil, option: String? = nil, _ traits: ColumnTraits = [],
    search: ColumnSearch? = nil, references: (@Sendable () -> Table)? = nil,
    historyOf: ColumnHistory? = nil
  ) {
    self.index = index
    self.name = name
    self.value = value
    self.label = label ?? Self.label(name)
    self.title = title ?? self.label
    self.option = option ?? Self.spaced(name, by: "-")
    declaredHelp = help
    self.traits = traits
    self.search = search
    self.references = references
    self.historyOf = historyOf
    type = value.columnType
    isNullable = value.isNullable
    isPersonal = traits.contains(.personal) || value.isPersonal
  }

  package var help: String { declaredHelp ?? label.lowercased() }

  package var namesRecord: Bool { traits.contains(.namesRecord) }
  package var isEdited: Bool { traits.contains(.edited) }
  /// Whether a command can empty it.
  package var isClearable: Bool { isEdited && isNullable && !traits.contains(.kept) }

  /// A column that no rule reads: declared directly in its table.
  package static func column<Value: DatumValue>(
    _ value: Value.Type, _ name: String, label: String? = nil, title: String? = nil,
    help: String? = nil,
    option: String? = nil, _ traits: ColumnTraits = [.edited], search: ColumnSearch? = nil
  ) -> ColumnInfo {
    ColumnInfo(
      index: Self.unplaced, name: name, value: value, label: label, title: title, help: help,
      option: option,
      traits, search: search)
  }

  private static let unplaced = -1

  /// The same column at its position in the table; a different declared position is a defect.
  func placed(at index: Int) -> ColumnInfo {
    precondition(self.index == index || self.index == Self.unplaced, "\(name) is out of place")
    if self.index == index { return self }
    return ColumnInfo(
      index: index, name: name, value: value, label: label, title: title, help: declaredHelp,
      option: option, traits,
      search: search, references: references, historyOf: historyOf)
  }

  // By bytes, as every column is made when the program starts.
  private static func spaced(_ name: String, by byte: Unicode.Scalar) -> String {
    String(
      decoding: name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: byte) : $0 }, as: UTF8.self)
  }

  package static func label(_ name: String) -> String {
    let words = spaced(name, by: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
