package import Accounts

/// A list that is read: typed columns, the rows that they come from, what narrows and orders them.
/// Rows stream from the engine to a writer, so a report of any length takes the same memory.
package struct Report: Sendable {
  /// A column and the SQL that yields it, in words that every engine shares.
  package struct Column: Sendable {
    package private(set) var column: ReportColumn
    let sql: String
    /// Says what quantities of the row are measured in.
    private(set) var isUnit = false
    /// Names sort without regard to case and accents.
    private(set) var isName = false
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

    /// The same where a cut text would be worth nothing, as that of a letter.
    func whole() -> Column {
      var column = self
      column.column.isWhole = true
      return column
    }

    /// The same with numbers that name something, as those of changes do.
    func numbering() -> Column {
      var column = self
      column.column.isCount = false
      return column
    }

    /// A column of an entity: its type and whether it is masked are as the entity declares them.
    /// - Parameter source: the table's name or alias in the report; nil where it is the only one.
    package init<E: Entity, Value>(
      _ name: String, of stored: Accounts.Column<E, Value>, _ source: String? = nil,
      title: String? = nil
    ) {
      self.init(name, stored, sql: (source.map { $0 + "." } ?? "") + stored.name, title: title)
    }

    /// A column of an entity as the entity declares it, its name and title included.
    /// - Parameter source: the table's name or alias in the report; nil where it is the only one.
    package init<E: Entity, Value>(
      _ stored: Accounts.Column<E, Value>, _ source: String? = nil
    ) {
      self.init(stored.info, source)
    }

    private init(_ stored: ColumnInfo, _ source: String?) {
      self.init(
        stored.option, stored, sql: (source.map { $0 + "." } ?? "") + stored.name,
        title: stored.title, isMasked: stored.isPersonal)
    }

    /// All columns of an entity that its list shows.
    package static func listed<E: Entity>(_ entity: E.Type) -> [Column] {
      E.table.columns.filter { !$0.traits.contains(.unlisted) }.map { Column($0, nil) }
    }

    /// The same where the report finds the entity's value under another name.
    package init<E: Entity, Value>(
      _ name: String, _ stored: Accounts.Column<E, Value>, sql: String, title: String? = nil
    ) {
      self.init(name, stored.info, sql: sql, title: title, isMasked: stored.info.isPersonal)
    }

    /// A column by which the records of the list are known: it is shown as it is.
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
        isWhole: isWhole)
      self.sql = sql
      isName = info.isName
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

  /// A condition and what its marks stand for.
  package struct Condition: Sendable {
    let sql: String
    let arguments: [Datum]

    package init(_ sql: String, _ arguments: [Datum] = []) {
      self.sql = sql
      self.arguments = arguments
    }
  }

  package let name: String
  package let columns: [ReportColumn]
  let sources: [Column]
  /// FROM and JOINs.
  let source: String
  let sourceArguments: [Datum]
  let conditions: [Condition]
  let groups: [String]
  /// A report of the same first rows, so many at least, that does not work out the others.
  private var first: (@Sendable (Int) -> Report)?
  /// SQL that gives the usual order; it must end in a key, so that the order is total.
  let order: [String]

  package init(
    _ name: String, columns: [Column], from source: String,
    sourceArguments: [Datum] = [], where conditions: [Condition] = [],
    groupBy groups: [String] = [],
    orderBy order: [String]
  ) {
    self.name = name
    let unit = columns.first(where: \.isUnit).map { "see \($0.name)" }
    sources = columns.map { column in
      guard column.column.kind == .quantity, column.column.unit == nil, let unit else {
        return column
      }
      return column.measured(in: unit)
    }
    self.columns = sources.map(\.column)
    self.source = source
    self.sourceArguments = sourceArguments
    self.conditions = conditions
    self.groups = groups
    self.order = order
  }

  /// - Parameter first: makes a report of the first rows in the usual order, so many at least.
  func shortened(_ first: @escaping @Sendable (Int) -> Report) -> Report {
    var report = self
    report.first = first
    return report
  }

  /// The same rows with a few of the columns, for a table within a page.
  func only(_ names: [String]) -> Report {
    Report(
      name, columns: names.compactMap { name in sources.first { $0.name == name } },
      from: source, sourceArguments: sourceArguments, where: conditions, groupBy: groups,
      orderBy: order)
  }

  /// Those of the rows that meet a condition more.
  func narrowed(_ condition: Condition) -> Report {
    Report(
      name, columns: sources, from: source, sourceArguments: sourceArguments,
      where: conditions + [condition], groupBy: groups, orderBy: order)
  }

  /// Writes the selected rows; answers a note where the limit cut them.
  /// - Parameter passing: is told the number of rows now and then, and at the end; what it throws
  ///   stops the report.
  package func run(
    _ selection: Selection, on store: Store, to writer: any RowWriter,
    passing: (Int) throws -> Void = { _ in }
  ) throws -> String? {
    if let first, let limit = selection.limit, !selection.isSorted {
      return try first(limit + 1).run(selection, on: store, to: writer, passing: passing)
    }
    let columns = selection.columns.map { self.columns[$0] }
    let writer =
      selection.times.flatMap {
        CellRewriter.times($0, in: store.settings.zone, columns, writer)
      } ?? writer
    if !selection.reveals, let masking = CellRewriter.masking(columns, writer) {
      return try write(selection, on: store, to: masking, passing)
    }
    // The compiler makes the loop anew for the one writer that bulk exports use.
    if let delimited = writer as? DelimitedRowWriter {
      return try write(selection, on: store, to: delimited, passing)
    }
    return try write(selection, on: store, to: writer, passing)
  }

  private func write<Writer: RowWriter>(
    _ selection: Selection, on store: Store, to writer: Writer, _ passing: (Int) throws -> Void
  ) throws -> String? {
    let (sql, arguments) = query(selection, store.dialect)
    let columns = selection.columns.map { self.columns[$0] }
    let isText = columns.map(\.kind.isText)
    try writer.begin(columns)
    var count = 0
    var isCut = false
    try store.each(sql: sql, arguments) { row in
      if let limit = selection.limit, count == limit {
        isCut = true
        return false
      }
      for index in isText.indices {
        switch row.cell(index, isText: isText[index]) {
        case .null: writer.null()
        case .text(let text): writer.text(text)
        case .integer(let integer): writer.integer(integer)
        }
      }
      try writer.endRow()
      count += 1
      if count & 0xFFF == 0 { try passing(count) }
      return true
    }
    try passing(count)
    return isCut ? Self.cutNote(count) : nil
  }

  /// Says that a limit cut a list.
  package static func cutNote(_ limit: Int) -> String {
    "the first \(limit == 1 ? "row" : "\(limit) rows"); --limit 0 shows all"
  }

  private func query(
    _ selection: Selection, _ dialect: any Dialect
  ) -> (sql: String, arguments: [Datum]) {
    var arguments: [Datum] = []
    let expressions = selection.columns.map {
      "\(sources[$0].sql) AS \"\(sources[$0].name)\""
    }
    var sql = "SELECT \(expressions.joined(separator: ", ")) FROM \(source)"
    arguments += sourceArguments
    if !conditions.isEmpty {
      sql += " WHERE " + conditions.map { "(\($0.sql))" }.joined(separator: " AND ")
      arguments += conditions.flatMap(\.arguments)
    }
    if !groups.isEmpty { sql += " GROUP BY " + groups.joined(separator: ", ") }
    let keys = selection.sort.flatMap { key in
      let source = sources[key.column]
      // Names that differ in case or accents alone keep an order among them.
      let terms = source.isName ? [dialect.foldedName(source.sql), source.sql] : [source.sql]
      return terms.map { $0 + SortOrder.words(isDescending: key.isDescending) }
    }
    sql += " ORDER BY " + (keys + order).joined(separator: ", ")
    if let limit = selection.limit { sql += " LIMIT \(limit + 1)" }
    return (sql, arguments)
  }
}
