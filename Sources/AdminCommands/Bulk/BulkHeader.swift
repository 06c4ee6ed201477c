import Accounts
import Reports

/// Maps the columns of a file to the fields of an operation.
struct BulkHeader {
  /// For each column the field's index; nil for columns that are skipped.
  let fields: [Int?]
  let names: [String]
  let delimiter: CSVDelimiter
  /// Whether the file was written without the apostrophes that keep a spreadsheet from running a text.
  let isUnmarked: Bool
  /// Values that the command line gives every row, by field.
  let constants: [[UInt8]?]
  /// Values of the command line that are also columns.
  let repeated: RepeatedConstants
  /// Columns without a name, which are skipped where they are blank throughout.
  private let nameless: [Int]

  /// - Parameter maps: `Their Column=ours`.
  init(
    _ header: CSVHeader, of fields: [FieldInfo], constants: BulkConstants, maps: [String],
    file: String, delimiter: CSVDelimiter, isUnmarked: Bool
  ) throws {
    let names = header.names
    let known = Self.columnsInOrder(names, of: fields, maps: maps)
    let areRejects = RejectsColumns.areIn(names)
    var constants = constants.words(
      beside: Set(known), of: fields, repeated: areRejects ? known : [])
    var repeated = RepeatedConstants()
    let line = "\(file):\(header.line)"
    let ours = try Self.ours(maps, fields: fields)
    var found: [Int?] = []
    var nameless: [Int] = []
    let meant = Self.columns(ours.map(\.theirs), in: names)
    if let unmapped = meant.firstIndex(where: \.isEmpty) {
      throw Self.unmapped(ours[unmapped].theirs, names, in: file, delimiter)
    }
    var unknown: [(position: Int, name: String)] = []
    for (position, name) in names.enumerated() {
      found.append(nil)
      let mapped = meant.lastIndex { $0.contains(position) }.map { ours[$0].ours }
      if (mapped ?? name).hasPrefix("_") { continue }
      if mapped == nil, name.isEmpty {
        nameless.append(position)
        continue
      }
      let field = mapped ?? Self.folded(name)
      guard let index = fields.firstIndex(where: { $0.name == field }) else {
        unknown.append((position, name))
        continue
      }
      guard !found.contains(index) else {
        throw CommandError(
          .badData, "\(line), column \(position + 1): the column \(field) appears twice")
      }
      if let word = constants[index] {
        // The bad rows of an earlier run have what its command line gave.
        guard areRejects else {
          throw CommandError(
            .usage, "\(field) is given both on the command line and as a column of \(file)",
            remedy: "use only one of them")
        }
        repeated.add(word, for: fields[index], column: position)
        constants[index] = nil
      }
      found[position] = index
    }
    if !unknown.isEmpty {
      throw Self.refusal(
        of: unknown, among: names, fields, on: line, delimiter, isMapped: !maps.isEmpty)
    }
    try Self.refuseMissing(fields, in: found, constants, on: line)
    self.fields = found
    (self.names, self.delimiter, self.isUnmarked) = (names, delimiter, isUnmarked)
    self.constants = constants
    self.repeated = repeated
    self.nameless = nameless
  }

  private static func unmapped(
    _ name: String, _ names: [String], in file: String, _ delimiter: CSVDelimiter
  ) -> CommandError {
    CommandError(
      .usage, "--map names the column \(name), which \(file) does not have",
      remedy: otherDelimiter(names, than: delimiter) ?? "it has the columns \(listed(names))")
  }

  private static func refuseMissing(
    _ fields: [FieldInfo], in found: [Int?], _ constants: [[UInt8]?], on line: String
  ) throws(CommandError) {
    for (index, field) in fields.enumerated()
    where field.isRequired && constants[index] == nil && !found.contains(index) {
      throw CommandError(
        .badData, "\(line): the required column \(field.name) is missing",
        remedy: "see --csv-template, or add --\(field.name) for all rows")
    }
  }

  /// A cell of a row, without the mark that an export put before it.
  func cell(_ column: Int, of row: CSVRow) -> CellBytes {
    isUnmarked ? row.cell(column) : FormulaEscape.strip(row.cell(column))
  }

  /// Whether a row has a cell for each column; blank cells at its end may be too many or missing where
  /// no column has a name.
  func fits(_ row: CSVRow) -> Bool {
    if row.count == fields.count { return true }
    if row.count > fields.count { return row.isBlank(from: fields.count) }
    return (row.count..<fields.count).allSatisfy { nameless.contains($0) }
  }

  /// Why a row cannot be taken that has something in a column without a name.
  func namelessCell(in row: CSVRow) -> Rejection? {
    for column in nameless where column < row.count {
      guard let cell = CellBlanks.trimmed(row.cell(column)) else { continue }
      return Rejection(
        .malformed, field: "column \(column + 1)", found: CellBlanks.shown(cell),
        expected: "no data in a column without a name",
        remedy: "give the column a name in the header, or leave it blank")
    }
    return nil
  }

  /// Whether no cell of a first row names a field, but for a word that is also a value, as `email` of
  /// `delivery set`.
  private static func namesNothing(_ names: [String], _ fields: [FieldInfo]) -> Bool {
    let choices = Set(fields.compactMap(\.choices).joined())
    return names.map { folded($0) }.allSatisfy { name in
      choices.contains(name) || !fields.contains { $0.name == name }
    }
  }

  /// Whether a cell of a first row is a number, a day or an address.
  private static func looksLikeData(_ names: [String]) -> Bool {
    names.contains { name in
      guard !name.isEmpty else { return false }
      return (try? Quantity(name)) != nil || (try? CivilDate(name)) != nil
        || (try? EmailAddress(name)) != nil
    }
  }

  /// All columns that no field has the name of, so that one more run is enough.
  private static func refusal(
    of unknown: [(position: Int, name: String)], among all: [String], _ fields: [FieldInfo],
    on line: String, _ delimiter: CSVDelimiter, isMapped: Bool
  ) -> CommandError {
    let mayBeData = !isMapped && namesNothing(all, fields)
    let rowAbove =
      "add a line with the column names above it, e.g. \(OperationFields.template(fields))"
    if mayBeData, looksLikeData(all) {
      return CommandError(
        .badData, "\(line): found a row of data, expected the column names",
        remedy: rowAbove)
    }
    let first = unknown[0]
    let isOne = unknown.count == 1
    let names = listed(unknown.map(\.name))
    let found =
      isOne
      ? "\(line), column \(first.position + 1): unknown field \(names)"
      : "\(line), columns \(listed(unknown.map { "\($0.position + 1)" })): unknown fields \(names)"
    let skipped =
      unknown.prefix(mostListed).map { map($0.name, to: "_") }.joined(separator: " ")
      + (unknown.count > mostListed ? ", and so on" : "")
    let taken = all.map { folded($0) }
    let words = folded(first.name).split { !$0.isLetter }.map(String.init)
    // `to` is meant by `to date`, and not by `total`.
    let meant = NearestWord.nearest(
      to: folded(first.name),
      among: fields.map(\.name).filter {
        !taken.contains($0) && ($0.count > 2 || first.name.count < 4 || words.contains($0))
      })
    let mapped = map(first.name, to: meant ?? "…")
    let other = otherDelimiter(all, than: delimiter)
    let isLikelyData = mayBeData && meant == nil && other == nil
    return CommandError(
      .badData, found,
      remedy: (isLikelyData ? "if this is a row of data, \(rowAbove); " : "")
        + "known columns: \(fields.map(\.name).joined(separator: ", ")); "
        + (other
          ?? "map \(isOne ? "the column" : "a column") with \(mapped), "
          + "or skip \(isOne ? "it" : "them") with \(skipped)"))
  }

  /// How to read a file that looks like one column because its delimiter is another.
  private static func otherDelimiter(_ names: [String], than delimiter: CSVDelimiter) -> String? {
    guard let header = names.first, names.dropFirst().allSatisfy(\.isEmpty) else { return nil }
    for other in CSVDelimiter.allCases where other != delimiter {
      guard header.utf8.split(separator: other.rawValue).count > 1 else { continue }
      return "the columns are separated by \(other.plural): use --delimiter \(other.word)"
    }
    return header.hasPrefix("sep=") ? "delete the line \(CellBlanks.shown(header))" : nil
  }
}
