import Crypto
import Engines
package import Values

/// What a change is told by that must not be made twice: a row of `job`; a change of several
/// commands may have several.
package struct ChangeMark: Hashable, Sendable {
  /// What the change took its rows from.
  enum Source: String {
    case file, plan
  }

  let source: Source
  let fingerprint: String

  /// Of a plan.
  package init(plan id: String) {
    source = .plan
    fingerprint = id
  }

  /// Of a file's rows, as one command takes them.
  init(file fingerprint: String) {
    source = .file
    self.fingerprint = fingerprint
  }

  static let insert = Statement("INSERT INTO job (change, source, fingerprint) VALUES (?, ?, ?)")

  func cells(change: Int64) -> [Datum] {
    [.integer(change), .text(source.rawValue), .text(fingerprint)]
  }
}

/// Bytes of a file, and what every row of it has, brought down to 16 hexadecimal digits.
package struct FileFingerprint: Sendable {
  private var hasher = SHA256()

  package init() {}

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    unsafe hasher.update(bufferPointer: bytes)
  }

  /// - Parameter words: the command's own, which belong to every row.
  package func mark(with words: [[UInt8]?]) -> ChangeMark {
    var hasher = hasher
    for word in words {
      hasher.update(data: word.map { [1] + Array("\($0.count):".utf8) + $0 } ?? [0])
    }
    return ChangeMark(file: hexText(hasher.finalize().prefix(8)))
  }
}

/// A change that stands, as it is told of.
package struct AppliedChange: Sendable {
  package let change: Int64
  package let at: Timestamp
  package let operatorName: String
}

extension Store {
  /// The last change of that mark that stands: was not undone, or its undo was undone in turn.
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
