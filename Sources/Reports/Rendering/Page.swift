package import Accounts

/// A page about one record, as `show` commands print it.
package struct Page: Sendable, Equatable {
  package var title: String
  package var sections: [Section]
  /// False for a page about something that is not on record.
  package var isOnRecord = true

  package init(title: String, sections: [Section] = []) {
    self.title = title
    self.sections = sections
  }

  /// A part of a page, under its own heading where it has one.
  package enum Section: Sendable, Equatable {
    case fields(title: String?, [PageField])
    case table(PageTable)
    /// A table for programs only: people get it drawn, or in another command.
    case data(PageTable)
    /// Lines drawn with characters; for people only, so programs do not get them.
    case chart(title: String?, lines: [String])

    package static func fields(_ fields: [PageField]) -> Section { .fields(title: nil, fields) }
  }

  /// The page with changed fields and tables.
  func mapping(fields: (PageField) -> PageField, tables: (PageTable) -> PageTable) -> Page {
    var page = self
    page.sections = sections.map { section in
      switch section {
      case .fields(let title, let list): .fields(title: title, list.map(fields))
      case .table(let table): .table(tables(table))
      case .data(let table): .data(tables(table))
      case .chart: section
      }
    }
    return page
  }
}

/// A labeled value. Its name is its key in JSON, and is unique in a page.
package struct PageField: Sendable, Equatable {
  package let name: String
  package let label: String
  package let value: PageValue
  /// Personal data: masked unless it was requested.
  package let isPersonal: Bool
  /// The commands to run in the text, which are shown with the options that they need.
  package private(set) var commands = CommandsInText.none

  package init(_ name: String, label: String, _ value: PageValue, isPersonal: Bool = false) {
    self.name = name
    self.label = label
    self.value = value
    self.isPersonal = isPersonal
  }

  /// The same with another value.
  package func showing(_ value: PageValue) -> PageField {
    PageField(name, label: label, value, isPersonal: isPersonal).runnable(commands)
  }

  /// The same with commands to run.
  package func runnable(_ commands: CommandsInText = .whole) -> PageField {
    var field = self
    field.commands = commands
    return field
  }
}

/// A short table within a page.
package struct PageTable: Sendable, Equatable {
  package let name: String
  package let title: String
  package let columns: [ReportColumn]
  package let rows: [[PageValue]]

  package init(_ name: String, title: String, columns: [ReportColumn], rows: [[PageValue]]) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The table with changed cells.
  func mapping(_ cell: (PageValue, ReportColumn) -> PageValue) -> PageTable {
    let rows = rows.map { row in zip(row, columns).map { cell($0, $1) } }
    return PageTable(name, title: title, columns: columns, rows: rows)
  }

  /// The table for people: occasional columns that are empty are left out.
  var shown: PageTable {
    let places = columns.indices.filter { place in
      !columns[place].isOccasional || rows.contains { $0[place] != .null }
    }
    guard places.count < columns.count else { return self }
    return PageTable(
      name, title: title, columns: places.map { columns[$0] },
      rows: rows.map { row in places.map { row[$0] } })
  }
}

/// A value that knows how it is written. In a table the column's kind decides.
package enum PageValue: Sendable, Equatable {
  case text(String)
  case integer(Int64)
  /// A number of things, with commas for people.
  case count(Int64)
  /// Cents.
  case money(Int64)
  /// Thousandths.
  case quantity(Int64)
  /// ISO text.
  case date(String)
  case time(Timestamp)
  case boolean(Bool)
  case list([String])
  case null

  /// The kinds of content that every format can write.
  enum Content {
    case text(String)
    case number(Int64, ColumnType)
    case list([String])
    case null
  }

  var content: Content {
    switch self {
    case .text(let string), .date(let string): .text(string)
    case .time(let moment): .text(moment.description)
    case .integer(let value), .count(let value): .number(value, .integer)
    case .money(let value): .number(value, .money)
    case .quantity(let value): .number(value, .quantity)
    case .boolean(let value): .number(value ? 1 : 0, .boolean)
    case .list(let texts): .list(texts)
    case .null: .null
    }
  }

  /// For people.
  var display: String? {
    if case .count(let value) = self { return ColumnType.count(value) }
    return switch content {
    case .text(let string): string
    case .number(let value, let kind): kind.display(value)
    case .list(let texts): Self.joined(texts)
    case .null: nil
    }
  }

  /// A list for people, and in formats that have none.
  static func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}

extension RowWriter {
  /// Writes all rows of a table within a page.
  func write(_ table: PageTable) throws(OutputError) {
    try begin(table.columns)
    for row in table.rows {
      for value in row {
        switch value.content {
        case .text(let string): text(string)
        case .number(let number, _): integer(number)
        case .list(let texts): text(PageValue.joined(texts) ?? "")
        case .null: null()
        }
      }
      try endRow()
    }
    try finish(note: nil)
  }
}
