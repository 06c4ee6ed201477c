package import Accounts

extension Report {
  /// A column and its SQL, which every engine understands.
  package struct Column: Sendable {
    package private(set) var column: ReportColumn
    let sql: String
    /// Whether it has the unit of the row's quantities.
    private(set) var isUnit = false
    /// Whether it has names, which sort without regard to case and accents.
    private(set) var isName = false
    /// Whether the entity allows an empty cell.
    private(set) var isNullable = false
    var name: String { column.name }

    package init(
      _ name: String, _ sql: String, title: String? = nil, _ type: ColumnType = .text,
      isList: Bool = false, isWhole: Bool = false, isUnit: Bool = false
    ) {
      column = ReportColumn(
        name, title: title ?? Self.title(name), kind: type, isList: isList, isWhole: isWhole)
      column.isCount = type == .integer
      self.sql = sql
      self.isUnit = isUnit
    }

    /// The same, measured in a unit.
    func measured(in unit: String) -> Column {
      var column = self
      column.column.unit = unit
      return column
    }

    /// The same, never cut, because a cut text would be useless.
    func whole() -> Column {
      var column = self
      column.column.isWhole = true
      return column
    }

    /// The same with numbers that name something, such as a change.
    func numbering() -> Column {
      var column = self
      column.column.isCount = false
      return column
    }

    /// The same with numbers that name the row: the start of a block, the sequence on a route.
    func place() -> Column {
      var column = self
      column.column.isPlace = true
      return column
    }

    /// The same with commands to run.
    func runnable(_ commands: CommandsInText = .whole) -> Column {
      var column = self
      column.column = self.column.runnable(commands)
      return column
    }

    /// The same, shown in pages for people only if a row has a value.
    func occasional() -> Column {
      var column = self
      column.column.isOccasional = true
      return column
    }

    /// A column of an entity: its type and whether it is masked are as the entity declares them.
    /// - Parameter source: the table's name or alias in the report; nil if it is the only one.
    package init<E: Entity, Value>(
      _ name: String, of stored: Accounts.Column<E, Value>, _ source: String? = nil,
      title: String? = nil
    ) {
      self.init(name, stored, sql: (source.map { $0 + "." } ?? "") + stored.name, title: title)
    }

    /// A column of an entity as the entity declares it, its name and title included.
    private init(_ stored: ColumnInfo) {
      self.init(
        stored.option, stored, sql: stored.name, title: stored.title, isMasked: stored.isPersonal)
    }

    /// All columns of an entity that its list shows.
    package static func listed<E: Entity>(_ entity: E.Type) -> [Column] {
      E.table.columns.filter { !$0.traits.contains(.unlisted) }.map { Column($0) }
    }

    /// The same if the report has the entity's value under another name.
    package init<E: Entity, Value>(
      _ name: String, _ stored: Accounts.Column<E, Value>, sql: String, title: String? = nil
    ) {
      self.init(name, stored.info, sql: sql, title: title, isMasked: stored.info.isPersonal)
    }

    /// A column that names the records of the list: it is neither masked nor cut.
    package init<E: Entity, Value>(
      naming name: String, of stored: Accounts.Column<E, Value>, _ source: String,
      title: String? = nil
    ) {
      let info = stored.info
      self.init(
        name, info, sql: "\(source).\(stored.name)", title: title,
        isMasked: info.isPersonal && !info.namesRecord, isWhole: true)
    }

    private init(
      _ name: String, _ info: ColumnInfo, sql: String, title: String?, isMasked: Bool,
      isWhole: Bool = false
    ) {
      column = ReportColumn(
        name, title: title ?? Self.title(name), kind: info.type, isPersonal: isMasked,
        isWhole: isWhole, isDial: info.traits.contains(.dial))
      self.sql = sql
      isName = info.isName
      isNullable = info.isNullable
      isUnit = info.value.present == Unit.self
    }

    /// `postal-code` reads `Postal code`.
    private static func title(_ name: String) -> String {
      var title = ""
      for letter in name.unicodeScalars {
        if letter == "-" || letter == "_" {
          title += " "
        } else {
          title += title.isEmpty ? letter.properties.uppercaseMapping : String(letter)
        }
      }
      return title
    }
  }
}
