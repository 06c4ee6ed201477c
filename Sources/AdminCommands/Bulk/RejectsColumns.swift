import Accounts
import Reports

/// The columns that a file of bad rows has after a row's own cells.
struct RejectsColumns {
  static let names = ["_line", "_field", "_code", "_message"]
  private static let code = names.firstIndex(of: "_code") ?? 0

  private let width: Int
  /// Where they stand in a file that is itself one of bad rows; empty in any other.
  private let places: [Int]
  /// The columns that are the file's own.
  let own: [String]
  /// What the command line gives for all rows: columns here, so that the file can be fed again by itself.
  let constants: [BulkConstant]
  /// Constants that have the name of another column of the file.
  let untold: [BulkConstant]

  init(header: [String], constants: [BulkConstant] = []) {
    let taken = Set(header.map { BulkHeader.folded($0) })
    self.constants = constants.filter { !taken.contains($0.name) }
    untold = constants.filter { taken.contains($0.name) }
    width = header.count
    places = header.indices.filter { Self.names.contains(header[$0]) }
    own = header.filter { !Self.names.contains($0) }
  }

  /// Whether a first line has them all, whatever separates its cells.
  static func areIn(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = CSVDelimiter.allCases.map(\.rawValue) + Array("\"\r".utf8)
    let cells = Set(line.split { marks.contains($0) }.map { String(decoding: $0, as: UTF8.self) })
    return cells.isSuperset(of: names)
  }

  /// Whether a header has them all.
  static func areIn(_ header: [String]) -> Bool { Set(header).isSuperset(of: names) }

  /// Which cells of a row are not its own. Those of a row with too few or too many cells stand
  /// elsewhere than their header, around the code that says so.
  func places(in row: CSVRow) -> [Int] {
    guard places.count == Self.names.count else { return places }
    guard let code = Self.raggedCode(in: row), code >= Self.code else {
      return row.count == width ? places : []
    }
    let first = code - Self.code
    return Array(first..<min(first + Self.names.count, row.count))
  }

  /// What an earlier run marked that left the row out for another reason than that it looked like one on
  /// record; nil if none did.
  func markOfEarlierRun(_ row: CSVRow) -> ChangeMark? {
    guard places.count == Self.names.count, row.count == width else { return nil }
    let words = places.map { String(decoding: row.cell($0), as: UTF8.self) }
    let codes = words[Self.code]
    guard !codes.isEmpty,
      ![RejectionCode.unusual, .duplicate].contains(where: { codes.contains($0.rawValue) })
    else { return nil }
    return .leftOut(words)
  }

  /// Its cells without blank ones that no column has.
  func width(of row: CSVRow) -> Int {
    row.count > width && row.isBlank(from: width) ? width : row.count
  }

  /// A row that had too few or too many cells, and has now as many as the header only because it
  /// was filled up behind: its cells are not yet under their columns.
  func areMisplaced(in row: CSVRow) -> Bool {
    guard places.count == Self.names.count, let code = Self.raggedCode(in: row) else {
      return false
    }
    return code != places[Self.code]
  }

  private static func raggedCode(in row: CSVRow) -> Int? {
    (0..<row.count).last { row.cell($0).elementsEqual(RejectionCode.raggedRow.rawValue.utf8) }
  }
}
