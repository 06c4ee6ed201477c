package import Accounts

/// A column of a report.
package struct ReportColumn: Sendable, Equatable {
  /// The field's name in CSV and `--fields`.
  package let name: String
  /// The head of the column in tables.
  package let title: String
  package let kind: ColumnType
  /// Says something about a person: masked for those who have not asked for it.
  package let isPersonal: Bool
  /// The field's name in JSON.
  package let key: String
  /// A cell is a list of words with blanks between them: an array in JSON.
  package let isList: Bool
  /// A cut cell would be useless, as a command or a record's key.
  package internal(set) var isWhole: Bool
  /// People compare its numbers with a dial.
  package let isDial: Bool
  /// Its numbers say where, as the edge of a block or the sequence on a route: they name the row, and a bar
  /// would say nothing.
  package internal(set) var isPlace = false
  /// Tables of a page for people leave it out where it is empty throughout.
  package internal(set) var isOccasional = false
  /// Its whole numbers say how many, so that people read them with commas; others are numbers of
  /// records, lines and the like.
  package internal(set) var isCount = false
  /// The commands to run in its cells, which are shown with the options that they need.
  package private(set) var commands = CommandsInText.none
  /// What its numbers are measured in, or the column that says so; nil for counts and texts.
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

  /// What records are known by, and commands, have these names in every list.
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
  /// What `--fields help` calls it.
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
