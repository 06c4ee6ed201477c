import Crypto
package import Values

/// What a change is told by that must not be made twice: words in brackets behind its command.
package struct ChangeMark: Sendable, CustomStringConvertible {
  package let description: String

  /// Of a plan.
  package init(plan id: String) { description = "plan \(id)" }

  /// Of a file's rows, as one command takes them.
  init(file fingerprint: String) { description = "file \(fingerprint)" }
}

/// Bytes of a file, and what every row of it has, brought down to 16 hexadecimal digits.
package struct FileFingerprint: Sendable {
  private var hasher = SHA256()

  package init() {}

  package mutating func add(_ bytes: UnsafeRawBufferPointer) { hasher.update(bufferPointer: bytes) }

  /// - Parameter words: the command's own, which belong to every row.
  package func mark(with words: [[UInt8]?]) -> ChangeMark {
    var hasher = hasher
    for word in words {
      hasher.update(data: word.map { [1] + Array("\($0.count):".utf8) + $0 } ?? [0])
    }
    let digits = hasher.finalize().prefix(8).flatMap { [$0 >> 4, $0 & 15] }
    return ChangeMark(file: String(decoding: digits.map(hexDigit), as: UTF8.self))
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
      SELECT change, at, operator FROM change WHERE command LIKE ? OR command LIKE ? OR command LIKE ? \
      ORDER BY change DESC
      """
    var found: [AppliedChange] = []
    try each(sql: sql, [.text("%(\(mark):%"), .text("%(\(mark))"), .text("%(\(mark)); %")]) { row in
      found.append(
        AppliedChange(
          change: row.integer(0), at: Timestamp(row.datum(1)),
          operatorName: String(decoding: row.text(2), as: UTF8.self)))
      return true
    }
    return try found.first { try change($0.change)?.undoneBy == nil }
  }
}
