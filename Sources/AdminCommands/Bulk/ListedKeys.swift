import Accounts
import Reports

/// The keys of the records in the list that was shown last at a prompt: `--from _`.
final class ListedKeys {
  /// What `--from` calls it; a file of that name is `./_`.
  static let name = "_"

  fileprivate(set) var columns: [String] = []
  /// Columns of personal data, which never identify a record.
  fileprivate var personal: Set<String> = []
  fileprivate var rows: [[String]] = []
  fileprivate var isCut = false
  /// All rows were read, however many of them the pager showed.
  fileprivate var isWhole = false

  /// A file of the fields by which the operation knows its records.
  func file(of type: any Operation.Type, constants: BulkConstants) throws -> [UInt8] {
    guard !isCut else {
      throw CommandError(
        .usage, "the last list has more than \(KeyRecorder.most) rows",
        remedy: "write it to a file with -o FILE, and use that file")
    }
    guard isWhole else {
      throw CommandError(
        .usage, "the last list was stopped before all its rows were read",
        remedy: "show it again, or write it to a file with -o FILE, and use that file")
    }
    let fields = type.fields
    let sources = ListedColumns(columns, for: type, constants)
    let given = constants.words(beside: Set(sources.places.keys), of: fields, mayHide: true)
    let free = fields.indices.filter {
      ListedColumns.isKey(fields[$0], of: type) && given[$0] == nil
    }
    let own = free.filter { sources.places[$0] != nil }
    if let lacking = free.first(where: { fields[$0].isRequired && sources.places[$0] == nil }) {
      try Self.refuseWrongChoice(in: given, of: fields)
      let name = fields[lacking].name
      throw CommandError(
        .usage,
        personal.contains(name)
          ? Self.notTaken(name) + ", where it is personal data"
          : "the last list has no column \(name)",
        remedy:
          "first show a list of these records with the column \(name), or add --\(name) for all rows"
      )
    }
    guard !own.isEmpty else {
      throw CommandError(
        .usage, "the last list has no column that identifies records for this command")
    }
    let notKey = fields.indices.first {
      fields[$0].isRequired && given[$0] == nil && !own.contains($0)
    }
    if let notKey {
      let name = fields[notKey].name
      throw CommandError(
        .usage,
        Self.notTaken(name) + ", only \(own.map { fields[$0].name }.joined(separator: ", "))",
        remedy:
          "add --\(name) for all rows, or write the list to a file with -o FILE, and use that file"
      )
    }
    // Without one of their columns, rows may be of the same record.
    let mayRepeat =
      !sources.isForOtherKind
      && sources.places.keys.allSatisfy { own.contains($0) || given[$0] == nil }
    let header = own.map { fields[$0].name }.joined(separator: ",") + "\n"
    let lines = lines(of: own.compactMap { sources.places[$0] }, mayRepeat: mayRepeat)
    return Array((header + lines).utf8)
  }

  private func lines(of columns: [Int], mayRepeat: Bool) -> String {
    var text = ""
    var seen: Set<String> = []
    for row in rows {
      let line =
        columns.map { "\"\(row[$0].replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        + "\n"
      if mayRepeat || seen.insert(line).inserted { text += line }
    }
    return text
  }
}

extension ListedKeys {
  /// The text of `note add "Call back" --from _`, which lacks the kind, is taken for the kind.
  private static func refuseWrongChoice(
    in given: [[UInt8]?], of fields: [FieldInfo]
  ) throws(CommandError) {
    for (field, word) in zip(fields, given) {
      guard let word, field.place == .argument, let choices = field.choices else { continue }
      let text = String(decoding: word, as: UTF8.self)
      guard !choices.contains(text.lowercased()) else { continue }
      throw CommandError(
        .usage,
        "<\(field.name)>: found \(text), expected one of \(choices.joined(separator: ", "))",
        remedy: "it comes first, also with --from \(name)")
    }
  }

  /// A list may show what else is needed, but only what identifies its records is taken.
  static func notTaken(_ field: String) -> String {
    "--from \(name) does not take \(field) from the last list"
  }
}

/// Passes rows on, and takes note of the keys in them.
final class KeyRecorder: RowWriter {
  /// Memory does not grow with a list.
  static let most = 100_000
  /// The fields by which operations identify records.
  private static let names: Set<String> = Set(
    OperationCatalogue.all.flatMap { $0.recordFields.map(\.name) })

  let keys = ListedKeys()
  private let writer: any RowWriter
  /// For each column of the list its place among the keys.
  private var places: [Int?] = []
  private var row: [String] = []
  private var column = 0
  /// How somebody left the pager, and until when the other rows are read.
  private var left: (error: OutputError, until: ContinuousClock.Instant)?
  /// Nobody who has left the pager waits longer than that.
  private static let patience = Duration.seconds(1)

  init(_ writer: any RowWriter) { self.writer = writer }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    for column in columns {
      // What is masked is no key.
      guard Self.names.contains(column.name), !column.isPersonal else {
        if column.isPersonal { keys.personal.insert(column.name) }
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
    if left == nil { writer.text(bytes) }
  }

  func integer(_ value: Int64) {
    note { String(value) }
    if left == nil { writer.integer(value) }
  }

  func number(_ digits: CellBytes) {
    note { String(decoding: digits, as: UTF8.self) }
    if left == nil { writer.number(digits) }
  }

  func null() {
    note { "" }
    if left == nil { writer.null() }
  }

  func endRow() throws(OutputError) {
    if keys.rows.count < Self.most {
      if !keys.columns.isEmpty { keys.rows.append(row) }
    } else {
      keys.isCut = true
    }
    row.removeAll(keepingCapacity: true)
    column = 0
    if let left {
      if keys.isCut || ContinuousClock.now > left.until { throw left.error }
      return
    }
    do throws(OutputError) {
      try writer.endRow()
    } catch {
      try readOn(after: error)
    }
  }

  /// Anyone who leaves the pager early means the whole list by `_`, which is little more to read.
  private func readOn(after error: OutputError) throws(OutputError) {
    guard error.isBrokenPipe, error.name == Pager.name, !keys.columns.isEmpty, !keys.isCut else {
      throw error
    }
    left = (error, ContinuousClock.now + Self.patience)
  }

  func finish(note: String?) throws(OutputError) {
    keys.isWhole = true
    if let left { throw left.error }
    try writer.finish(note: note)
  }

  private func note(_ text: () -> String) {
    if places[column] != nil, !keys.isCut { row.append(text()) }
    column += 1
  }
}
