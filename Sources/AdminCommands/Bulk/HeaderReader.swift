import Accounts
import Reports

/// Reads the names of a file's columns.
struct HeaderReader {
  let fields: [FieldInfo]
  let constants: BulkConstants
  let maps: [String]
  let file: String

  func header(_ reader: CSVReader, of input: BulkInput) throws -> BulkHeader {
    do {
      let isThere = try nextFilled(reader)
      if let foreign = input.foreign { throw foreign.error(file) }
      guard isThere else {
        throw CommandError(
          .badData, "\(file) is empty",
          remedy: "expected a header: " + OperationFields.template(fields))
      }
      let header = CSVHeader(reading: reader.row)
      do {
        return try BulkHeader(header, of: fields, constants: constants, maps: maps, file: file)
      } catch {
        throw try headerBelow(header, reader) ?? error
      }
    } catch let error as CSVError {
      if let foreign = input.foreign { throw foreign.error(file) }
      throw CommandError(.badData, "\(file): \(error)")
    }
  }

  /// A spreadsheet may leave blank rows above the header.
  private func nextFilled(_ reader: CSVReader) throws(CSVError) -> Bool {
    while try reader.next() { if !reader.row.isBlank { return true } }
    return false
  }

  private static let farthest = 10

  /// Names a line of columns below a title; nil if none of the next lines looks like one.
  private func headerBelow(_ title: CSVHeader, _ reader: CSVReader) throws(CSVError)
    -> CommandError?
  {
    let isName = { BulkHeader.knows($0, of: fields, maps: maps) }
    // A line for spreadsheets alone has its own wording.
    guard !title.names.contains(where: { isName($0) || $0.hasPrefix("sep=") }) else { return nil }
    for _ in 0..<Self.farthest {
      guard try reader.next() else { return nil }
      let names = CSVHeader(reading: reader.row).names.filter { !$0.isEmpty }
      let known = names.count(where: isName)
      guard known > 0, known * 2 >= names.count else { continue }
      let words = title.names.filter { !$0.isEmpty }.joined(separator: ", ")
      return CommandError(
        .badData,
        "\(file):\(title.line): found \(words), expected the column names, which seem to be "
          + "in line \(reader.row.line)",
        remedy: "delete everything above line \(reader.row.line)")
    }
    return nil
  }
}
