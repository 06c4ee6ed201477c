import Accounts
import Reports

/// Reads the names of a file's columns.
struct HeaderReader {
  let fields: [FieldInfo]
  let constants: BulkConstants
  let maps: [String]
  let file: String
  let delimiter: CSVDelimiter
  let isUnmarked: Bool

  func header(_ reader: CSVReader, of input: BulkInput) throws -> BulkHeader {
    do {
      let isThere = try nextFilled(reader)
      if let foreign = input.foreign { throw foreign.error(file) }
      guard isThere else {
        try SignalInbox.check()
        throw CommandError(
          .badData, "\(file) is empty",
          remedy: "expected a header: " + OperationFields.template(fields))
      }
      let header = CSVHeader(reading: reader.row)
      let quoted = QuotedLine(reader.row)
      do {
        return try BulkHeader(
          header, of: fields, constants: constants, maps: maps, file: file, delimiter: delimiter,
          isUnmarked: isUnmarked)
      } catch {
        if let quoted, quoted.cells.contains(where: isName) { throw linesInQuotes(header) }
        // A fault further on says less than that of the header.
        throw (try? headerBelow(header, quoted, reader)) ?? error
      }
    } catch let error as CSVError {
      try SignalInbox.check()
      if let foreign = input.foreign { throw foreign.error(file) }
      throw CommandError(error.status, "\(file): \(error)")
    }
  }

  /// A spreadsheet may leave blank rows above the header.
  private func nextFilled(_ reader: CSVReader) throws(CSVError) -> Bool {
    while try reader.next() { if !reader.row.isBlank { return true } }
    return false
  }

  private func isName(_ name: String) -> Bool { BulkHeader.knows(name, of: fields, maps: maps) }

  private func linesInQuotes(_ header: CSVHeader) -> CommandError {
    CommandError(
      .badData, "\(file):\(header.line): found \(QuotedLine.found)", remedy: QuotedLine.remedy)
  }

  private static let farthest = 10

  /// Names a line of columns below a title; nil if none of the next lines looks like one.
  /// - Parameter quoted: the title, if it may be a line in quotes: then so is the next.
  private func headerBelow(
    _ title: CSVHeader, _ quoted: QuotedLine?, _ reader: CSVReader
  ) throws(CSVError) -> CommandError? {
    // A line for spreadsheets alone has its own wording.
    guard !title.names.contains(where: { isName($0) || $0.hasPrefix("sep=") }) else { return nil }
    for step in 0..<Self.farthest {
      guard try reader.next() else { return nil }
      if step == 0, let quoted, QuotedLine(reader.row)?.cells.count == quoted.cells.count {
        return linesInQuotes(title)
      }
      let names = CSVHeader(reading: reader.row).names.filter { !$0.isEmpty }
      let known = names.count(where: isName)
      guard known > 0, known * 2 >= names.count else { continue }
      let words = BulkHeader.listed(title.names.filter { !$0.isEmpty })
      return CommandError(
        .badData,
        "\(file):\(title.line): found \(words), expected the column names, which seem to be "
          + "in line \(reader.row.line)",
        remedy: "delete everything above line \(reader.row.line)")
    }
    return nil
  }
}
