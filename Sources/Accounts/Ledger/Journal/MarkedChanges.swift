import Crypto
import Engines
package import Values

/// Identifies a change that must not be made twice: a row of `job`; a change of several
/// commands may have several.
package struct ChangeMark: Hashable, Sendable {
  /// What the change took its rows from.
  enum Source: String {
    case file, plan, rejects
    /// A file for the bank, and that it was written to its place.
    case bankFile = "bank-file"
    case placedBankFile = "bank-file-placed"
    /// The run took up rows that another one left out; of a run, that nothing is left of its own.
    case resumes, resumed
  }

  let source: Source
  let fingerprint: String

  /// Of a plan.
  package init(plan id: String) { self.init(.plan, fingerprint: id) }

  /// Of a file's rows, as one command takes them.
  init(file fingerprint: String) { self.init(.file, fingerprint: fingerprint) }

  init(_ source: Source, fingerprint: String) {
    self.source = source
    self.fingerprint = fingerprint
  }

  static let insert = Statement(
    """
    INSERT INTO job (change, source, fingerprint, row_count, unchanged, left_out) \
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
    """)

  func cells(change: Int64, _ counts: RunCounts? = nil) -> [Datum] {
    [
      .integer(change), .text(source.rawValue), .text(fingerprint), (counts?.rows).datum,
      (counts?.unchanged).datum, (counts?.leftOut).datum,
    ]
  }
}

/// What became of the rows that a run read.
package struct RunCounts: Sendable {
  let rows: Int64
  let unchanged: Int64
  let leftOut: Int64

  package init(rows: Int, unchanged: Int, leftOut: Int) {
    self.rows = Int64(rows)
    self.unchanged = Int64(unchanged)
    self.leftOut = Int64(leftOut)
  }
}

/// The rows of a file by what they say: the same rows in another order, or saved again by another
/// program, are the same. Used by one thread at a time.
package final class FileFingerprint {
  /// The sum of the rows' digests, so that their order does not matter and each one counts.
  private(set) var sum = SIMD4<UInt64>()
  /// The line and digest of each row; none if they are not kept, or too many.
  private(set) var rows: [(line: Int, digest: SIMD4<UInt64>)] = []
  private var keepsRows: Bool
  private static let mostRows = 100_000

  /// - Parameter keepsRows: whether parts of the file are looked for, too.
  package init(keepsRows: Bool) { self.keepsRows = keepsRows }

  /// - Parameter input: the cells of a row by field, with what every row has.
  package func add(_ input: Input, line: Int) {
    var hasher = SHA256()
    input.forEachValue { field, bytes in
      hasher.update(data: Array("\(field):\(bytes.count):".utf8))
      unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(bytes.lent))
    }
    let digest = unsafe hasher.finalize().withUnsafeBytes {
      unsafe $0.loadUnaligned(as: SIMD4<UInt64>.self)
    }
    sum &+= digest
    guard keepsRows else { return }
    rows.append((line, digest))
    guard rows.count > Self.mostRows else { return }
    keepsRows = false
    rows = []
  }

  /// - Parameter command: what is done with the rows.
  package func mark(_ command: String) -> ChangeMark { mark(command, of: sum) }

  /// The same of some of the rows.
  func mark(_ command: String, of sum: SIMD4<UInt64>) -> ChangeMark {
    var hasher = SHA256()
    hasher.update(data: Array(command.utf8))
    unsafe withUnsafeBytes(of: sum) { unsafe hasher.update(bufferPointer: $0) }
    return ChangeMark(file: hexText(hasher.finalize().prefix(8)))
  }
}

/// A change that is still in effect, for messages.
package struct AppliedChange: Sendable {
  package let change: Int64
  package let at: Timestamp
  package let operatorName: String
}

extension Store {
  /// The last change with that mark still in effect: not undone, or its undo was undone.
  package func applied(_ mark: ChangeMark) throws -> AppliedChange? {
    let sql = """
      SELECT c.change, c.at, c.operator FROM job j JOIN change c ON c.change = j.change \
      WHERE j.source = ? AND j.fingerprint = ? ORDER BY c.change DESC
      """
    var found: [AppliedChange] = []
    try each(sql: sql, [.text(mark.source.rawValue), .text(mark.fingerprint)]) { row in
      found.append(
        AppliedChange(
          change: row.integer(0), at: Timestamp(row.datum(1)),
          operatorName: String(decoding: row.text(2), as: UTF8.self)))
      return true
    }
    return try found.first { try change($0.change)?.undoneBy == nil }
  }
}
