import Accounts
import Reports

/// One answer of a reader: a record or an error, copied so that it outlives the call.
enum CSVEvent: Equatable {
  /// A cell that is neither text nor quoted is nil.
  case row(line: Int, cells: [String?], raw: String)
  case error(CSVError, raw: String)
}

/// Everything that a reader says of a file, from its first record to its end.
struct CSVTranscript: Equatable {
  private(set) var events: [CSVEvent] = []

  init(
    of source: any ByteSource, delimiter: CSVDelimiter = .comma, encoding: CSVEncoding = .utf8
  ) {
    let reader = CSVReader(source: source, delimiter: delimiter, encoding: encoding)
    while true {
      do throws(CSVError) {
        guard try reader.next() else { return }
        let row = reader.row
        let cells = (0..<row.count).map { index in
          row.cell(index).isEmpty && !row.wasQuoted(index) ? nil : row.text(index)
        }
        events.append(.row(line: row.line, cells: cells, raw: Self.words(row.raw)))
      } catch {
        events.append(.error(error, raw: Self.words(reader.row.raw)))
      }
    }
  }

  init(
    _ bytes: [UInt8], delimiter: CSVDelimiter = .comma, encoding: CSVEncoding = .utf8,
    blockSize: Int = .max
  ) {
    self.init(
      of: ArraySource(bytes, blockSize: blockSize), delimiter: delimiter, encoding: encoding)
  }

  init(_ text: String, delimiter: CSVDelimiter = .comma) {
    self.init(Array(text.utf8), delimiter: delimiter)
  }

  /// The cells of every record.
  var cells: [[String?]] {
    events.compactMap { if case .row(_, let cells, _) = $0 { cells } else { nil } }
  }

  var lines: [Int] {
    events.compactMap { if case .row(let line, _, _) = $0 { line } else { nil } }
  }

  var raws: [String] {
    events.map {
      switch $0 {
      case .row(_, _, let raw), .error(_, let raw): raw
      }
    }
  }

  var errors: [CSVError] {
    events.compactMap { if case .error(let error, _) = $0 { error } else { nil } }
  }

  private static func words(_ bytes: CellBytes) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

/// A sink that keeps what it is given.
final class ByteCollector: ByteSink {
  private(set) var bytes: [UInt8] = []

  func append(_ byte: UInt8) { bytes.append(byte) }
  func append(_ bytes: CellBytes) { self.bytes.append(contentsOf: bytes) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
