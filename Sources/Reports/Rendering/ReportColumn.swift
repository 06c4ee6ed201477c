package import Accounts

/// A column of a report.
package struct ReportColumn: Sendable, Equatable {
  /// The field's name in CSV and `--fields`.
  package let name: String
  /// The head of the column in tables.
  package let title: String
  package let kind: ColumnType
  /// Personal data: masked unless it was requested.
  package let isPersonal: Bool
  /// The field's name in JSON.
  package let key: String
  /// A cell is a list of words separated by blanks: an array in JSON.
  package let isList: Bool
  /// A cut cell would be useless, as a command or a record's key.
  package internal(set) var isWhole: Bool
  /// Its numbers are readings, as the meter's dials show them.
  package let isDial: Bool
  /// Its numbers name the row, such as the start of a block or the sequence on a route, so a bar for them would be
  /// meaningless.
  package internal(set) var isPlace = false
  /// Pages for people leave it out if all its cells are empty.
  package internal(set) var isOccasional = false
  /// Its whole numbers are counts, which people read with commas; other whole numbers name records, lines and
  /// the like.
  package internal(set) var isCount = false
  /// The commands to run in its cells, which are shown with the options that they need.
  package private(set) var commands = CommandsInText.none
  /// The unit of its numbers, or the column that has it; nil for counts and texts.
  package internal(set) var unit: String?

  package init(
    _ name: String, title: String, kind: ColumnType, isPersonal: Bool = false, isList: Bool = false,
    isWhole: Bool = false, isDial: Bool = false, isCount: Bool = false
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.isPersonal = isPersonal
    self.isList = isList
    self.isWhole = isWhole || Self.wholeNames.contains(name)
    self.isDial = isDial
    self.isCount = isCount
    key = JSONKey.of(name)
    unit = kind == .money ? "dollars" : nil
  }

  /// The same with commands to run.
  package func runnable(_ commands: CommandsInText = .whole) -> ReportColumn {
    var column = self
    column.commands = commands
    return column
  }

  /// Columns with keys of records or with commands have these names in every list.
  private static let wholeNames: Set = [
    "account", "accounts", "bill", "cid", "command", "hint", "id", "key", "location", "meter",
    "plan", "record", "report", "setting", "undo",
  ]

  /// A column of the user's own query, whose name is the user's in every format.
  init(queried name: String, _ kind: ColumnType) {
    self.name = name
    title = name
    self.kind = kind
    isPersonal = false
    isList = false
    isWhole = false
    isDial = false
    key = name
  }
}

extension ColumnType {
  /// Its name in `--fields help`.
  package var word: String {
    switch self {
    case .text, .secret: "text"
    case .integer: "number"
    case .money: "money"
    case .quantity: "quantity"
    case .date: "date"
    case .timestamp: "time"
    case .boolean: "yes or no"
    }
  }

  /// Right-aligned where columns are aligned.
  var isNumber: Bool {
    switch self {
    case .integer, .money, .quantity: true
    case .text, .date, .timestamp, .boolean, .secret: false
    }
  }
}
