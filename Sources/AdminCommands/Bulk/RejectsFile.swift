import Accounts
import Reports

/// The bad rows of a file as they came, with line, field, code and message behind, so that the
/// file is mended and fed again.
final class RejectsFile {
  private static let columns = ["_line", "_field", "_code", "_message"]

  private let file: AtomicFile
  private let output: OutputBuffer
  /// The file's own columns, where it is itself a file of bad rows; nil where all are its own.
  private let kept: [Int]?

  init(_ file: AtomicFile, header: [String]) {
    self.file = file
    output = file.output
    let own = header.indices.filter { !Self.columns.contains(header[$0]) }
    kept = own.count == header.count ? nil : own
    for name in own.map({ header[$0] }) {
      append(name)
      output.append(UInt8(ascii: ","))
    }
    output.append(Self.columns.joined(separator: ",") + "\n")
  }

  /// The cells of a row that are kept, as they are to stand in the file.
  func cells(of row: CSVRow) -> [UInt8] {
    guard let kept, kept.allSatisfy({ $0 < row.count }) else { return Array(row.raw) }
    let cells = CellCopy()
    for (position, index) in kept.enumerated() {
      if position > 0 { cells.append(UInt8(ascii: ",")) }
      CSVCells.append(
        text: row.cell(index), delimiter: .comma, escapeFormulas: false, to: cells)
    }
    return cells.bytes
  }

  func add(_ cells: [UInt8], line: Int, _ rejection: Rejection) throws {
    cells.withUnsafeBufferPointer { output.append($0) }
    output.append(",\(line),")
    append(rejection.field ?? "")
    output.append(UInt8(ascii: ","))
    append(rejection.code.rawValue)
    output.append(UInt8(ascii: ","))
    append("\(rejection.words); \(rejection.mend)")
    output.append(UInt8(ascii: "\n"))
    try output.check()
  }

  /// Puts the file in its place; without bad rows it holds its header alone.
  func commit() throws { try file.commit() }

  func discard() { file.discard() }

  private func append(_ text: String) {
    var text = text
    text.withUTF8 {
      CSVCells.append(text: $0, delimiter: .comma, escapeFormulas: false, to: output)
    }
  }
}

/// Cells that outlive their row.
private final class CellCopy: ByteSink {
  private(set) var bytes: [UInt8] = []
  func append(_ byte: UInt8) { bytes.append(byte) }
  func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }
}
