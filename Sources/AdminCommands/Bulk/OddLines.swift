import Accounts
import Reports

/// Lines of a file that are no rows: the names of its columns once more, those of another table,
/// totals and comments.
struct OddLines {
  private let names: [String]
  private let known: ColumnWords
  /// Columns in which any words may appear.
  private let texts: Set<Int>
  /// Columns with a text of one line, and those that are skipped.
  private let words: Set<Int>
  /// The columns that are read, and those of them that say which record it is.
  private let ours: [Int]
  private let keys: Set<Int>
  /// Those of these that no row leaves blank.
  private let needed: Set<Int>
  /// The columns of amounts, which are what a spreadsheet sums up.
  private let amounts: Set<Int>
  /// What a file of bad rows has beside a row's own cells.
  private let marks: Set<Int>
  /// `--accept unusual` was given: totals and comments are taken for rows.
  let acceptsUnusual: Bool

  init(_ header: BulkHeader, of type: any Operation.Type, acceptsUnusual: Bool) {
    let fields = type.fields
    names = header.names.map { BulkHeader.folded($0) }
    known = ColumnWords(header.names + fields.map(\.name))
    func columns(_ isMeant: (FieldInfo?) -> Bool) -> [Int] {
      header.fields.indices.filter { column in
        isMeant(header.fields[column].map { fields[$0] })
      }
    }
    texts = Set(columns { $0?.takesFile ?? false })
    words = Set(columns { $0?.isFreeText ?? true })
    ours = columns { $0 != nil }
    keys = Set(columns { field in field.map { ListedColumns.isKey($0, of: type) } ?? false })
    marks = Set(header.names.indices.filter { RejectsColumns.names.contains(header.names[$0]) })
    needed = keys.filter { column in header.fields[column].map { fields[$0].isRequired } ?? false }
    amounts = Set(columns { $0?.value == Money.self })
    self.acceptsUnusual = acceptsUnusual
  }

  /// Why a line is no row, or probably none; nil if it is a row like any other.
  func rejection(of row: CSVRow) -> Rejection? {
    // A column of the other file may have another name.
    let hasKeyNames = !keys.isEmpty && keys.allSatisfy { hasOwnName($0, row) }
    if hasKeyNames || isRepeated(row) { return Self.repeated }
    if endsInNames(row) { return Self.joined }
    guard !acceptsUnusual, let (column, cell) = Self.first(row),
      let kind = kind(of: row, column, cell)
    else { return nil }
    let name = names.indices.contains(column) ? names[column] : ""
    return Rejection(
      row.count == names.count ? .unusual : .raggedRow, field: name.isEmpty ? nil : name,
      found: CellBlanks.shown(cell), expected: "a row of data, not \(kind)",
      remedy: "remove the line; if it is a row of data, add `--accept unusual`")
  }

  /// What a line is instead of a row, by its first cell.
  private func kind(of row: CSVRow, _ column: Int, _ cell: CellBytes) -> String? {
    if isSparse(row, beside: column) {
      if isSum(row) { return "a total" }
      let kind = TrailerLine.kind(of: cell, isText: words.contains(column))
      if let kind, !texts.contains(column) || TrailerLine.closing.contains(kind) { return kind }
    } else if isEach(of: row, TrailerLine.isRule) {
      return TrailerLine.rule
    }
    guard !texts.contains(column) else { return nil }
    let isTotal = TotalWord.begins(cell)
    guard isTotal || isComment(cell, at: column) else { return nil }
    if isData(row, beside: column, cell) { return nil }
    return isTotal ? "a total" : "a comment"
  }

  /// Whether a row lacks what a record has beside a column: a cell, another value where that says which record
  /// it is, or else those that do.
  private func isSparse(_ row: CSVRow, beside column: Int) -> Bool {
    if row.count < names.count { return true }
    if keys.contains(column) {
      return ours.count == 1 || ours.contains { $0 != column && !isFilled($0, row) }
    }
    return keys.isEmpty
      ? !ours.contains { $0 != column && isFilled($0, row) }
      : !keys.contains { isFilled($0, row) }
  }

  private func isFilled(_ column: Int, _ row: CSVRow) -> Bool {
    column < row.count && CellBlanks.trimmed(row.cell(column)) != nil
  }

  /// Whether a row has nothing but amounts, and not what each record needs: so a spreadsheet sums up the columns
  /// above it.
  private func isSum(_ row: CSVRow) -> Bool {
    // What tells the record in another way, such as the number of a check, is no sum.
    guard !needed.isEmpty, !needed.contains(where: { isFilled($0, row) }),
      ours.allSatisfy({ amounts.contains($0) || !isFilled($0, row) })
    else { return false }
    return isEach(of: row) { cell in
      let digits = cell[0] == UInt8(ascii: "-") ? cell.dropFirst() : cell[...]
      return digits.contains(where: isDigit)
        && digits.allSatisfy { isDigit($0) || "$., ".utf8.contains($0) }
    }
  }

  /// Whether each cell is such, apart from blank ones and those that an earlier run added.
  private func isEach(of row: CSVRow, _ test: (CellBytes) -> Bool) -> Bool {
    (0..<row.count).allSatisfy { column in
      marks.contains(column) || CellBlanks.trimmed(row.cell(column)).map(test) ?? true
    }
  }

  /// Whether it is a row anyway, e.g. of `#12 Oak St`: the words are no key, and every other
  /// column is filled. A total has a number or two.
  private func isData(_ row: CSVRow, beside column: Int, _ cell: CellBytes) -> Bool {
    let others = ours.filter { $0 != column }
    return words.contains(column) && cell.count > 1 && others.count > 1
      && others.contains { keys.contains($0) }
      && others.allSatisfy { isFilled($0, row) }
  }

  private static let repeated = Rejection(
    .malformed, found: "the names of the columns again", expected: "a row of data",
    remedy: "remove the line; the file was probably put together from several")

  private static let joined = Rejection(
    .raggedRow, found: "the names of the columns after a row's last cell",
    expected: "a row of data",
    remedy:
      "remove the names; the file was put together from several without a line break between them")

  /// Whether the last cell of a row goes on with the first name of the columns, as where the file before has no
  /// line break at its end.
  private func endsInNames(_ row: CSVRow) -> Bool {
    let last = names.count - 1
    guard last > 0, row.count == last + names.count else { return false }
    return (1...last).allSatisfy { known.name(in: row.cell(last + $0)) == names[$0] }
  }

  /// Whether a line has the names of other columns, or of the same in another order: what follows
  /// it would be taken for something else.
  func beginsOtherTable(_ row: CSVRow) -> Bool {
    var found: Set<String> = []
    for column in 0..<row.count {
      guard let cell = CellBlanks.trimmed(row.cell(column)) else { continue }
      guard let name = known.name(in: cell), found.insert(name).inserted else { return false }
    }
    return found.count > 1 && !isRepeated(row)
  }

  /// Whether each cell that is not blank has the name of its own column.
  private func isRepeated(_ row: CSVRow) -> Bool {
    var isFound = false
    for column in 0..<row.count {
      guard let cell = CellBlanks.trimmed(row.cell(column)) else { continue }
      guard column < names.count, known.name(in: cell) == names[column] else { return false }
      isFound = true
    }
    return isFound
  }

  private func hasOwnName(_ column: Int, _ row: CSVRow) -> Bool {
    guard column < row.count, let cell = CellBlanks.trimmed(row.cell(column)) else { return false }
    return known.name(in: cell) == names[column]
  }

  private static func first(_ row: CSVRow) -> (column: Int, cell: CellBytes)? {
    for column in 0..<row.count {
      if let cell = CellBlanks.trimmed(row.cell(column)) { return (column, cell) }
    }
    return nil
  }

  /// `# exported on 2026-11-05`, `// old`. Only in the first named column: after a blank cell, `#12 Oak St` is an
  /// address.
  private func isComment(_ cell: CellBytes, at column: Int) -> Bool {
    guard names.prefix(column).allSatisfy(\.isEmpty) else { return false }
    return cell[0] == UInt8(ascii: "#")
      || cell.count > 1 && cell[0] == UInt8(ascii: "/") && cell[1] == UInt8(ascii: "/")
  }
}
