import Accounts
import Reports

/// The bad rows of a file as they came, with line, field, code and message behind, so that the
/// file is corrected and fed again.
final class RejectsFile {
  private let file: AtomicFile
  private let output: OutputBuffer
  private let columns: RejectsColumns
  private let delimiter: CSVDelimiter
  /// What the command line gave, the same behind each row's own cells.
  private let constants: [UInt8]
  /// Of its first rows: whoever corrects the file begins at the top.
  private(set) var marks: [ChangeMark] = []
  private static let mostMarks = 1000

  /// - Parameters:
  ///   - isUnmarked: whether no cell has a mark before a formula.
  ///   - marked: whether the file begins with UTF-8's byte order mark, as what it was made from is in another
  ///     encoding.
  init(
    _ file: AtomicFile, columns: RejectsColumns, delimiter: CSVDelimiter, isUnmarked: Bool,
    marked: Bool
  ) {
    self.file = file
    self.columns = columns
    self.delimiter = delimiter
    output = file.output
    constants = Self.cells(of: columns.constants, delimiter, isUnmarked: isUnmarked)
    if marked { output.append("\u{FEFF}") }
    for name in columns.own + columns.constants.map(\.name) {
      append(name)
      output.append(delimiter.rawValue)
    }
    output.append(RejectsColumns.names.joined(separator: mark) + "\n")
  }

  private static func cells(
    of constants: [BulkConstant], _ delimiter: CSVDelimiter, isUnmarked: Bool
  ) -> [UInt8] {
    let cells = CellCopy()
    for constant in constants {
      cells.append(delimiter.rawValue)
      // Reading a cell takes a mark away that stands before a formula, reading a command line does not.
      let isMarked = !isUnmarked && constant.word.first == UInt8(ascii: "'")
      constant.word.withCellBytes {
        CSVCells.append(text: $0, delimiter: delimiter, escapeFormulas: isMarked, to: cells)
      }
    }
    return cells.bytes
  }

  /// The cells of a row as they are to stand in the file: its own, and what the command line gave.
  func cells(of row: CSVRow) -> [UInt8] { ownCells(of: row) + constants }

  private func ownCells(of row: CSVRow) -> [UInt8] {
    let places = columns.places(in: row)
    let width = columns.width(of: row)
    guard !places.isEmpty || width != row.count else { return Array(row.raw) }
    let cells = CellCopy()
    for index in 0..<width where !places.contains(index) {
      if !cells.isEmpty { cells.append(delimiter.rawValue) }
      CSVCells.append(
        text: row.cell(index), delimiter: delimiter, escapeFormulas: false, to: cells)
      cells.isEmpty = false
    }
    return cells.bytes
  }

  /// - Parameter columns: the fields that the file has columns for.
  func add(
    _ cells: [UInt8], line: Int, _ rejection: Rejection, in columns: Set<String>
  ) throws {
    cells.withCellBytes { output.append($0) }
    // One of several parts of a row is in its own place in each of the last three.
    let all = rejection.all
    let words = [
      "\(line)", all.map { $0.field ?? "" }.joined(separator: "; "),
      all.map(\.code.rawValue).joined(separator: "; "),
      all.map { Rejection.joined($0.words(in: columns), $0.shellRemedy) }.joined(separator: " | "),
    ]
    for word in words {
      output.append(delimiter.rawValue)
      append(word)
    }
    output.append(UInt8(ascii: "\n"))
    if marks.count < Self.mostMarks { marks.append(.leftOut(words)) }
    try output.check()
  }

  /// What the command line gave, and no column has.
  var untold: [BulkConstant] { columns.untold }

  /// The file whose place it takes; nil if there is none.
  var replaced: String? { file.replaced }

  /// Has the file on the disk, so that nothing but its name is left to be refused.
  func finish() throws { try file.finish() }

  /// Where the file lies whose place it took, if that was kept.
  var keptOld: String? { file.keptOld }

  /// Puts the file in its place; without bad rows it holds its header alone.
  /// - Parameters:
  ///   - keeps: the rows that are not in it were committed, so it is kept in any case.
  ///   - keepsOld: the file whose place it takes is kept under another name.
  /// - Returns: where it lies instead, with the reason, where it could not be put in its place.
  func commit(
    orKeep keeps: Bool, keepingOld keepsOld: Bool
  ) throws -> (path: String, reason: OutputError)? {
    do throws(OutputError) {
      try file.commit(orKeep: keeps, keepingOld: keepsOld)
      return nil
    } catch {
      guard let kept = file.kept else { throw error }
      return (kept, error)
    }
  }

  func discard() { file.discard() }

  private var mark: String { String(delimiter.character) }

  private func append(_ text: String) {
    var text = text
    text.withCellBytes {
      CSVCells.append(text: $0, delimiter: delimiter, escapeFormulas: false, to: output)
    }
  }
}

/// Cells that outlive their row.
private final class CellCopy: ByteSink {
  private(set) var bytes: [UInt8] = []
  /// True until the first cell is written, even an empty one.
  var isEmpty = true
  func append(_ byte: UInt8) { bytes.append(byte) }
  func append(_ text: CellBytes) { bytes.append(contentsOf: text) }
}
