import Accounts
import Reports

/// The keys of the records in the list that was shown last at a prompt: `--from _`.
final class ListedKeys {
  /// What `--from` calls it; a file of that name is `./_`.
  static let name = "_"

  fileprivate(set) var columns: [String] = []
  fileprivate var rows: [[String]] = []
  fileprivate var isCut = false
  /// All rows were written: nobody left the pager, and no signal came, before the last.
  fileprivate var isWhole = false

  /// A file of the fields by which the operation knows its records.
  /// - Parameter constants: what the command line gives for each field.
  func file(of fields: [FieldInfo], constants: [[UInt8]?]) throws -> [UInt8] {
    guard isWhole else {
      throw CommandError(
        .usage, "the last list was not shown to the end",
        remedy: "show it again to the last row, or show a shorter list")
    }
    guard !isCut else {
      throw CommandError(
        .usage, "the last list has more than \(KeyRecorder.most) rows",
        remedy: "write it to a file with -o FILE, and use that file")
    }
    let free = zip(fields, constants).filter { $0.0.place == .argument && $0.1 == nil }.map(\.0)
    let own = free.filter { columns.contains($0.name) }
    if let lacking = free.first(where: { $0.isRequired && !columns.contains($0.name) }) {
      throw CommandError(
        .usage, "the last list has no column \(lacking.name)",
        remedy: "first show a list with the column \(lacking.name)")
    }
    guard !own.isEmpty else {
      throw CommandError(
        .usage, "the last list has no column that identifies records for this command")
    }
    var text = own.map(\.name).joined(separator: ",") + "\n"
    let places = own.compactMap { columns.firstIndex(of: $0.name) }
    for row in rows {
      text += places.map { "\"\(row[$0].replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
      text += "\n"
    }
    return Array(text.utf8)
  }
}

/// Passes rows on, and takes note of the keys in them.
final class KeyRecorder: RowWriter {
  /// Memory does not grow with a list.
  static let most = 100_000
  /// What operations know records by.
  private static let names: Set<String> = Set(
    OperationCatalogue.all.flatMap { $0.fields }.filter { $0.place == .argument }.map { $0.name })

  let keys = ListedKeys()
  private let writer: any RowWriter
  /// For each column of the list its place among the keys.
  private var places: [Int?] = []
  private var row: [String] = []
  private var column = 0

  init(_ writer: any RowWriter) { self.writer = writer }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    for column in columns {
      // What is masked is no key.
      guard Self.names.contains(column.name), !column.isPersonal else {
        places.append(nil)
        continue
      }
      places.append(keys.columns.count)
      keys.columns.append(column.name)
    }
    try writer.begin(columns)
  }

  func text(_ bytes: CellBytes) {
    note { String(decoding: bytes, as: UTF8.self) }
    writer.text(bytes)
  }

  func integer(_ value: Int64) {
    note { String(value) }
    writer.integer(value)
  }

  func number(_ digits: CellBytes) {
    note { String(decoding: digits, as: UTF8.self) }
    writer.number(digits)
  }

  func null() {
    note { "" }
    writer.null()
  }

  func endRow() throws(OutputError) {
    if keys.rows.count < Self.most {
      if !keys.columns.isEmpty { keys.rows.append(row) }
    } else {
      keys.isCut = true
    }
    row.removeAll(keepingCapacity: true)
    column = 0
    try writer.endRow()
  }

  func finish(note: String?) throws(OutputError) {
    keys.isWhole = true
    try writer.finish(note: note)
  }

  private func note(_ text: () -> String) {
    if places[column] != nil, !keys.isCut { row.append(text()) }
    column += 1
  }
}
