import Engines

/// Rows of a file that are all rows of an earlier one.
package struct FilePart: Sendable {
  /// In order.
  package let lines: [Int]
  package let change: AppliedChange
}

extension Store {
  /// The largest part of a file that is an earlier file for the same command, still in effect: all rows but
  /// one, the first rows, or the last. Nil if there is none.
  package func earlierPart(of file: FileFingerprint, _ command: String) throws -> FilePart? {
    guard file.rows.count > 1 else { return nil }
    var known: Set<String> = []
    try each(
      sql: "SELECT fingerprint FROM job WHERE source = ?",
      [.text(ChangeMark.Source.file.rawValue)]
    ) { row in
      known.insert(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    for part in file.parts(command, among: known) {
      if let change = try applied(part.mark) { return FilePart(lines: part.lines, change: change) }
    }
    return nil
  }
}

extension FileFingerprint {
  /// In longer files only the first rows are compared, because more takes too long.
  private static let mostForAllParts = 20_000

  /// The parts that have one of the fingerprints, the largest first.
  fileprivate func parts(
    _ command: String, among known: Set<String>
  ) -> [(mark: ChangeMark, lines: [Int])] {
    guard !known.isEmpty else { return [] }
    let lines = rows.map(\.line)
    var found: [(mark: ChangeMark, lines: [Int])] = []
    func look(at part: SIMD4<UInt64>, _ lines: @autoclosure () -> ArraySlice<Int>) {
      let mark = mark(command, of: part)
      if known.contains(mark.fingerprint) { found.append((mark, Array(lines()))) }
    }
    var first = SIMD4<UInt64>()
    for (index, row) in rows.enumerated() {
      if index > 0 { look(at: first, lines[..<index]) }
      if rows.count <= Self.mostForAllParts {
        look(at: sum &- first, lines[index...])
        look(at: sum &- row.digest, lines[..<index] + lines[(index + 1)...])
      }
      first &+= row.digest
    }
    return found.sorted { $0.lines.count > $1.lines.count }
  }
}
