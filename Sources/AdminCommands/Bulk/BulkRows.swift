import Accounts
import Reports

/// One row of a file after it was read.
struct BulkRow {
  let line: Int
  /// The row as a file of bad rows keeps it; empty where there is none.
  let cells: [UInt8]
  /// What it asks for, or why that cannot be read.
  let content: Result<any Operation, Rejection>
  /// As it came, for what is wrong with it beyond the first fault.
  let raw: [UInt8]
  /// Its words by field, where it can be read and a plan keeps them; else empty.
  let words: [[UInt8]?]
  /// Why, as the row says it.
  let reason: String?
  /// Set if it comes from the bad rows of an earlier run.
  let earlierMark: ChangeMark?

  var operation: (any Operation)? {
    guard case .success(let operation) = content else { return nil }
    return operation
  }
}

/// The rows of a file, some at a time.
struct BulkRows {
  let reader: CSVReader
  let header: BulkHeader
  let operations: OperationReader
  let columns: RejectsColumns
  let rejects: RejectsFile?
  let name: String
  /// Of the rows that were read so far.
  let fingerprint: FileFingerprint
  /// How their dates are written.
  let dayOrder: DayOrder
  private let days: DayFields
  private let words: RowWords
  private let keepsWords: Bool
  private let oddLines: OddLines
  private let fields: [FieldInfo]
  /// Whether each row says which fields to empty.
  private let clearsByRow: Bool
  /// Whether each row says why.
  private let hasReason: Bool

  init(
    type: any Operation.Type, reader: CSVReader, header: BulkHeader, constants: [[UInt8]?],
    days: DayFields, oddLines: OddLines, columns: RejectsColumns, rejects: RejectsFile?,
    name: String, keepsWords: Bool, window: DateWindow?, secrets: SecretSource
  ) {
    self.days = days
    fields = type.fields
    clearsByRow = header.fields.contains {
      $0.map { type.fields[$0].name == ClearList.field.name } ?? false
    }
    hasReason = header.fields.contains { $0.map { type.fields[$0].isReason } ?? false }
    // Other files are compared with the records row by row.
    fingerprint = FileFingerprint(keepsRows: !type.comparesRows)
    dayOrder = DayOrder(type.fields)
    self.oddLines = oddLines
    words = RowWords(header: header, constants: constants, days: days, oddLines: oddLines)
    self.keepsWords = keepsWords
    self.reader = reader
    self.header = header
    operations = OperationReader(type, constants: constants, window: window, secrets: secrets)
    self.columns = columns
    self.rejects = rejects
    self.name = name
  }

  /// Up to `count` rows, fewer where they are long; none at the end of the file.
  func next(_ count: Int) throws -> [BulkRow] {
    var rows: [BulkRow] = []
    rows.reserveCapacity(count)
    var bytes = 0
    while rows.count < count, bytes < Self.enoughBytes, let row = try next() {
      rows.append(row)
      bytes += reader.row.raw.count
    }
    return rows
  }

  /// Many short rows, but only one row with the text of a whole file.
  private static let enoughBytes = 1 << 18

  private func next() throws -> BulkRow? {
    var contradiction: CommandError?
    do throws(CSVError) {
      repeat {
        guard try reader.next() else { return nil }
        // A spreadsheet leaves blank rows behind, and DOS a mark at the end of a file.
      } while reader.row.isBlank || reader.row.isEndMark
      contradiction = contradictedConstant(in: reader.row)
      if contradiction == nil, !oddLines.beginsOtherTable(reader.row) {
        return row(reader.row.line, try operation())
      }
    } catch {
      try SignalInbox.check()
      guard !error.endsFile else {
        // What follows cannot be read, so that even --keep-going would lose rows.
        throw CommandError(error.status, "\(name): \(error); nothing was changed")
      }
      return row(error.line, .failure(Rejection(error, header: header.names)))
    }
    if let contradiction { throw contradiction }
    // What follows would be read by the wrong columns, so that even --keep-going ends here.
    throw CommandError(
      .badData,
      "\(name):\(reader.row.line): found the names of other columns, expected a row of data; "
        + "nothing was changed",
      remedy: "the file was put together from several: import each by itself")
  }

  /// Why a row says something else than the command line, for all rows of which it stands.
  private func contradictedConstant(in row: CSVRow) -> CommandError? {
    guard !header.repeated.isEmpty, header.fits(row), !columns.areMisplaced(in: row),
      oddLines.rejection(of: row) == nil, !oddLines.beginsOtherTable(row)
    else { return nil }
    return header.repeated.contradiction(in: row, of: header, name)
  }

  private static let misplaced = Rejection(
    .raggedRow,
    found: "the line, field, code and message of an earlier run mixed with the row's own cells",
    expected: "every cell under its own column",
    remedy: "add the missing cells and remove the extra ones; "
      + "\(RejectsColumns.names.joined(separator: ", ")) may stay empty")

  private func row(_ line: Int, _ read: Result<ReadOperation, Rejection>) -> BulkRow {
    var words: [[UInt8]?] = []
    var reason: String?
    if case .success(let read) = read {
      if keepsWords { words = self.words.words(of: reader.row) }
      if hasReason { reason = read.reason }
    }
    return BulkRow(
      line: line, cells: rejects?.cells(of: reader.row) ?? [], content: read.map(\.operation),
      raw: Array(reader.row.raw), words: words, reason: reason,
      earlierMark: columns.markOfEarlierRun(reader.row))
  }

  private func operation() throws(CSVError) -> Result<ReadOperation, Rejection> {
    let row = reader.row
    if let odd = oddLines.rejection(of: row) { return .failure(odd) }
    guard header.fits(row) else {
      if let quoted = QuotedLine(row), quoted.cells.count == header.fields.count {
        return .failure(
          Rejection(
            .raggedRow, found: QuotedLine.found, expected: "\(header.fields.count) cells",
            remedy: QuotedLine.remedy))
      }
      let notOwn = columns.places(in: row).count
      throw CSVError.ragged(
        line: row.line, found: row.count - notOwn, expected: header.fields.count - notOwn)
    }
    guard !columns.areMisplaced(in: row) else { return .failure(Self.misplaced) }
    if let nameless = header.namelessCell(in: row) { return .failure(nameless) }
    if !oddLines.acceptsUnusual, let escaped = TabEscapes.rejection(of: row, header) {
      return .failure(escaped)
    }
    if clearsByRow, let both = ClearList.contradiction(in: words.words(of: row), of: fields) {
      return .failure(both)
    }
    return Result { () throws(Rejection) in
      try operations.read { input in
        for (column, field) in header.fields.enumerated() where column < row.count {
          if let field {
            let cell = header.cell(column, of: row)
            dayOrder.note(field, cell, line: row.line)
            input.set(field, to: days.cell(field, cell))
          }
        }
        fingerprint.add(input, line: row.line)
      }
    }
  }
}
