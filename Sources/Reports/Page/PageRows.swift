import Accounts

extension Store {
  /// A report's rows as a short table within a page; what is personal is masked with the page.
  func table(_ name: String, title: String, _ report: Report, limit: Int = 100) throws -> PageTable
  {
    let collector = RowCollector()
    let note = try report.run(
      Selection(allOf: report, limit: limit, reveals: true), on: self, to: collector)
    return PageTable(
      name, title: note.map { "\(title) (\($0))" } ?? title, columns: report.columns,
      rows: collector.rows)
  }

  /// The first row of a query, if there is one.
  func first(_ sql: String, _ arguments: [Datum]) throws -> [Datum]? {
    var found: [Datum]?
    try each(sql: sql, arguments) { row in
      found = (0..<row.count).map { row.datum($0) }
      return false
    }
    return found
  }
}

/// Keeps rows as page values.
private final class RowCollector: RowWriter {
  private(set) var rows: [[PageValue]] = []
  private var columns: [ReportColumn] = []
  private var row: [PageValue] = []

  func begin(_ columns: [ReportColumn]) { self.columns = columns }
  func text(_ bytes: CellBytes) {
    let text = String(decoding: bytes, as: UTF8.self)
    row.append(
      columns[row.count].kind == .timestamp ? .time(Timestamp(.text(text))) : .text(text))
  }
  func integer(_ value: Int64) { row.append(PageValue(value, columns[row.count].kind)) }
  func null() { row.append(.null) }
  func endRow() {
    rows.append(row)
    row.removeAll(keepingCapacity: true)
  }
  func finish(note: String?) {}
}

extension PageValue {
  /// A stored cell with the type of its column.
  init(_ datum: Datum, _ type: ColumnType) {
    switch datum {
    case .null: self = .null
    case .integer(let value): self.init(value, type)
    case .text(let text):
      switch type {
      case .date: self = .date(text)
      case .timestamp: self = .time(Timestamp(datum))
      case .secret: self = .text(ColumnType.mask)
      default: self = .text(text)
      }
    }
  }

  init(_ value: Int64, _ type: ColumnType) {
    switch type {
    case .money: self = .money(value)
    case .quantity: self = .quantity(value)
    case .boolean: self = .boolean(value != 0)
    case .integer, .text, .date, .timestamp, .secret: self = .integer(value)
    }
  }
}

extension Row {
  /// All of the row's cells, under the labels that the entity declares.
  var fields: [PageField] {
    E.table.columns.map { column in
      PageField(
        column.name, label: column.label, PageValue(values[column.index], column.type),
        isPersonal: column.isPersonal)
    }
  }

  /// One of the row's cells under its own label.
  func field<Value>(_ column: Column<E, Value>, _ label: String) -> PageField {
    PageField(column.name, label: label, column, self[column].datum)
  }
}

extension PageField {
  /// A value of an entity's column: its type and whether it is masked are as the entity declares.
  init<E: Entity, Value>(
    _ name: String, label: String, _ column: Column<E, Value>, _ value: Datum
  ) {
    let info = column.info
    self.init(name, label: label, PageValue(value, info.type), isPersonal: info.isPersonal)
  }
}
