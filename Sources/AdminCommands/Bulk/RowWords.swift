import Accounts
import Reports

/// The words of a row by field: its cells, and what every row has.
struct RowWords {
  let header: BulkHeader
  let constants: [[UInt8]?]
  let days: DayFields
  let oddLines: OddLines

  /// Of a row that has all its cells.
  func words(of row: CSVRow) -> [[UInt8]?] {
    var words = constants
    for (column, field) in header.fields.enumerated() where column < row.count {
      guard let field else { continue }
      // An empty one may mean today.
      let cell = days.cell(field, header.cell(column, of: row))
      if !cell.isEmpty { words[field] = Array(cell) }
    }
    return words
  }

  /// Of a row that was read earlier; none if it has not all its cells, or is no row.
  /// - Parameter raw: as it came.
  func words(of raw: [UInt8]) -> [[UInt8]?] {
    let reader = CSVReader(source: ArraySource(raw), delimiter: header.delimiter)
    guard (try? reader.next()) == true, header.fits(reader.row),
      oddLines.rejection(of: reader.row) == nil
    else { return [] }
    return words(of: reader.row)
  }
}
