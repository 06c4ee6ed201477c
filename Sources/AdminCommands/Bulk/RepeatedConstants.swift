import Accounts
import Reports

/// Values of the command line that a file of bad rows also has columns for: each cell must say the same.
struct RepeatedConstants {
  /// One value, and the column of its field.
  private struct Constant {
    let column: Int
    let field: FieldInfo
    let word: [UInt8]
  }

  private var constants: [Constant] = []

  var isEmpty: Bool { constants.isEmpty }

  mutating func add(_ word: [UInt8], for field: FieldInfo, column: Int) {
    constants.append(Constant(column: column, field: field, word: word))
  }

  /// What a row of as many cells as the header contradicts.
  func contradiction(
    in row: CSVRow, of header: BulkHeader, _ file: String
  ) -> CommandError? {
    for constant in constants where !isSame(constant, in: row, of: header) {
      return CommandError(
        .usage,
        "\(constant.field.name) is given both on the command line and as a column of \(file), which has "
          + "another value in line \(row.line)",
        remedy: "use only one of them")
    }
    return nil
  }

  private func isSame(
    _ constant: Constant, in row: CSVRow, of header: BulkHeader
  ) -> Bool {
    guard constant.column < row.count,
      let cell = CellBlanks.trimmed(header.cell(constant.column, of: row))
    else { return false }
    return constant.word.withCellBytes { word in
      guard let word = CellBlanks.trimmed(word) else { return false }
      return constant.field.isSame(word, cell)
    }
  }
}
